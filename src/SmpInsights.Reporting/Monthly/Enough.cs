using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What stands where there are too few data for a number.</summary>
internal static class Enough
{
    public static string Units(int have) => $"not enough data yet: {Say.Count(have)} of {FadeEstimate.MinimumUnits}";

    /// <summary>What stands for a number on too few clients, or on enough but next to such a one, which it would give away.</summary>
    public static Cell Hidden(int clients) => SmallCells.IsSmall(clients) ? new SuppressedCell(SmallCells.Threshold) : new NotEnoughCell("withheld");

    /// <summary>The reason a technique's fade is not printed, or null when it may be; alike in tables and figures.</summary>
    public static Cell? Withheld(MonthlyClinic m, string technique, FadeGroup group) => FadeHidden(m).Contains(technique) ? Hidden(group.Clients) : Withheld(group);

    /// <summary>The reason a technique's curve is not printed, or null when it may be; alike in tables and figures.</summary>
    public static Cell? Withheld(MonthlyClinic m, string technique, TouchUpCurve group) =>
        SmallCells.HideKeys(m.TouchUps.Now.ByGroup, g => g.Clients).Contains(technique) ? Hidden(group.Clients) : Withheld(group);

    private static IReadOnlySet<string> FadeHidden(MonthlyClinic m) => SmallCells.HideKeys(m.Fade.Now.ByGroup, g => g.Clients);

    /// <summary>The reason a group's fade is not printed, or null when it may be.</summary>
    public static Cell? Withheld(FadeGroup group) =>
        SmallCells.IsSmall(group.Clients) ? new SuppressedCell(SmallCells.Threshold)
        : group.Units < FadeEstimate.MinimumUnits ? new NotEnoughCell(Units(group.Units))
        : group.Estimate is null ? new NotEnoughCell("not estimable: too few readings a client")
        : null;

    /// <summary>The reason a group's curve is not compared with others, or null when it may be.</summary>
    public static Cell? Withheld(TouchUpCurve group) =>
        SmallCells.IsSmall(group.Clients) ? new SuppressedCell(SmallCells.Threshold)
        : group.Shortage is { } shortage ? new NotEnoughCell($"{shortage} {(shortage.What == Lacking.Units ? "treatments" : "touch-ups")}")
        : null;
}
