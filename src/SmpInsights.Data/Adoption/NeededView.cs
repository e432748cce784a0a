namespace SmpInsights.Data.Adoption;

/// <summary>A view the product reads; one that is not needed may be missing.</summary>
public sealed record NeededView(string Name, bool Needed, IReadOnlyList<NeededColumn> Columns);
