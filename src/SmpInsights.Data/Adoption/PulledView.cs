using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>What reading one view did. Rows: how many it has. File.Read: how many of them were looked at again.</summary>
public sealed record PulledView(string Table, string View, long Rows, FileResult File, long Removed);
