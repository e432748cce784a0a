using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What stands where there are too few data for a number, alike in tables, figures and sentences.</summary>
internal static class Enough
{
    public static string Units(int have) => $"not enough data yet: {Say.Count(have)} of {FadeEstimate.MinimumUnits}";

    /// <summary>What stands for a hidden number, null for one that is printed.</summary>
    public static Cell? Hidden<T>(PublishedMonth m, Published<T> published)
        where T : class => published.Disclosure switch
        {
            Disclosure.Shown => null,
            var hidden => new SuppressedCell(m.Smallest.Clients, GuardsAnother: hidden != Disclosure.Small),
        };

    /// <summary>The number, or what stands for it.</summary>
    public static Cell Show<T>(PublishedMonth m, Published<T> published, Func<T, Cell> cell)
        where T : class => Hidden(m, published) ?? cell(published.Value!);

    /// <summary>The number of one month, or what stands for it: a month put together with others is not printed alone.</summary>
    public static Cell ShowMonth<T>(PublishedMonth m, PublishedSeries<T> series, ReportMonth month, Func<T, Cell> cell)
        where T : class => series.Holding(month) is not { } period ? Cell.Missing : Hidden(m, period.Value) ?? (period.Span.IsSingle ? cell(period.Value.Value!) : new SuppressedCell(m.Smallest.Clients, GuardsAnother: true));

    /// <summary>The reason a group's fade is not printed, or null when it may be.</summary>
    public static Cell? Withheld(PublishedMonth m, Published<FadeGroup> group) =>
        group.Value is not { } fade ? Hidden(m, group)
        : fade.Units < FadeEstimate.MinimumUnits ? new NotEnoughCell(Units(fade.Units))
        : fade.Estimate is null ? new NotEnoughCell("not estimable: too few readings a client")
        : null;

    /// <summary>The reason a group's curve is not compared with others, or null when it may be.</summary>
    public static Cell? Withheld(PublishedMonth m, Published<TouchUpCurve> group) =>
        group.Value is not { } times ? Hidden(m, group)
        : times.Shortage is { } shortage ? new NotEnoughCell($"{shortage} {(shortage.What == Lacking.Units ? "treatments" : "touch-ups")}")
        : null;
}
