using SmpInsights.Statistics.ControlCharts;
using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Outcomes.Watching;

/// <summary>The limits that the first months of a stretch set for all of it. <paramref name="Length"/> counts its months, <paramref name="Values"/> those with a value.</summary>
internal sealed record Baseline(LimitsState State, int Length, int Values, double? Centre, Func<MonthValue, ControlLimits>? Limits)
{
    public static Baseline Of(ChartKind kind, MonthValue[] stretch)
    {
        var places = Enumerable.Range(0, stretch.Length).Where(i => stretch[i].Value is not null).Take(WatchedSeries.BaselineMonths).ToList();
        var length = places.Count == 0 ? 0 : places[^1] + 1;
        var (centre, sigma, limits) = kind == ChartKind.Proportions ? Proportions(stretch[..length]) : Individuals(stretch[..length]);
        var state = places.Count < WatchedSeries.MinimumBaselineMonths || limits is null ? LimitsState.TooFewMonths
            : sigma == 0 ? LimitsState.NoVariation
            : places.Count < WatchedSeries.BaselineMonths ? LimitsState.Growing
            : LimitsState.Frozen;
        return state is LimitsState.Growing or LimitsState.Frozen
            ? new(state, length, places.Count, centre, limits)
            : new(state, length, places.Count, Sample.Median([.. stretch.Select(v => v.Value).OfType<double>()]), null);
    }

    private static (double Centre, double Sigma, Func<MonthValue, ControlLimits>? Limits) Individuals(MonthValue[] baseline) =>
        IndividualsChart.Of([.. baseline.Select(v => v.Value)]) is { Limits: var limits, Ranges: >= WatchedSeries.MinimumBaselineMonths - 1 } ? (limits.Centre, limits.Sigma, _ => limits) : default;

    private static (double Centre, double Sigma, Func<MonthValue, ControlLimits>? Limits) Proportions(MonthValue[] baseline) =>
        ProportionChart.Of([.. baseline.Select(v => v.Part!.Value)], [.. baseline.Select(v => v.Whole!.Value)]) is { } chart ? (chart.Centre, chart.At(1).Sigma, v => chart.At(v.Whole!.Value)) : default;
}
