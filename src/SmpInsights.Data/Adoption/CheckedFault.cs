namespace SmpInsights.Data.Adoption;

/// <summary>A rule that rows of a view break, or something to look at in rows that are kept: how many rows, and some of them by id and value.</summary>
public sealed record CheckedFault(string Reason, bool IsReject, long Count, IReadOnlyList<(string Id, string Value)> Examples);
