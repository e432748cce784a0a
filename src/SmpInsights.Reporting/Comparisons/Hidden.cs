using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>What stands for a number that is not printed.</summary>
internal static class Hidden
{
    /// <summary>Null for one that is printed.</summary>
    public static Cell? Of<T>(SmallestCell smallest, Published<T> published)
        where T : class => published.Disclosure switch
        {
            Disclosure.Shown => null,
            var hidden => new SuppressedCell(smallest.Clients, GuardsAnother: hidden != Disclosure.Small),
        };

    public static Cell Show<T>(SmallestCell smallest, Published<T> published, Func<T, Cell> cell)
        where T : class => Of(smallest, published) ?? cell(published.Value!);

    /// <summary>Contrast lost a year, or why there is none.</summary>
    public static Cell Fade(SmallestCell smallest, Published<FadeGroup> published) => Show(smallest, published, g =>
        g.Estimate is { } e ? new EstimateCell(e.FadePerYear, e.FadePerYearLower, e.FadePerYearUpper, CellFormat.Percent(1))
        : new NotEnoughCell(g.Units < FadeEstimate.MinimumUnits ? $"not enough data yet: {Print.Integer(g.Units)} of {Print.Integer(FadeEstimate.MinimumUnits)}" : "not estimable: too few readings a client"));

    /// <summary>The median time to touch-up in years, or why there is none.</summary>
    public static Cell Median(SmallestCell smallest, Published<TouchUpCurve> published) => Show(smallest, published, g =>
        g.Shortage is { } shortage ? new NotEnoughCell($"{shortage} {(shortage.What == Outcomes.Covariates.Lacking.Units ? "treatments" : "touch-ups")}")
        : g.Curve.Median.Value is { } median ? new EstimateCell(median, g.Curve.Median.Lower, g.Curve.Median.Upper, CellFormat.Number(2))
        : new NotEnoughCell("not reached yet"));
}
