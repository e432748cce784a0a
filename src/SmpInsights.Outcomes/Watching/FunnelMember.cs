namespace SmpInsights.Outcomes.Watching;

/// <summary>One of those compared in a funnel: <paramref name="Part"/> of <paramref name="Whole"/>, from <paramref name="Clients"/> distinct people.</summary>
public sealed record FunnelMember(string Id, int Part, int Whole, int Clients);
