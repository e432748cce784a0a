namespace SmpInsights.Outcomes.Monthly;

/// <summary>Rows that a measure did not use, and why. <paramref name="What"/> names the rows, <paramref name="Why"/> the rule, in plain words.</summary>
public sealed record LeftOut(string What, int Count, string Why);
