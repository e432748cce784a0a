namespace SmpInsights.Data.Adoption;

/// <summary>Whose database rows are read from, when that last came to its end, and why it has not since.</summary>
public sealed record AdoptionState(string Source, DateTimeOffset? ReadAt, string? Error);
