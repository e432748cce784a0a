namespace SmpInsights.Outcomes.Operations;

/// <summary>Adverse events of twelve months, counted; <paramref name="ByKind"/> is indexed by <see cref="Input.AdverseEventKind"/>.</summary>
public sealed record AdverseEventCounts(int Events, int Severe, IReadOnlyList<int> ByKind);
