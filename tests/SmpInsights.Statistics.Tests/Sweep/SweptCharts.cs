using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptCharts
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["single values"] = new(
            ["IndividualsChart.Of", "ControlLimits.Outside", "ControlLimits.InOuterThird", "ControlLimits.Side", "SignalRules.Find"],
            h =>
            {
                double?[] points = [.. h.Numbers(h.Rows).Select(v => h.Below(6) == 0 ? null : (double?)Math.Clamp(v, -IndividualsChart.Largest, IndividualsChart.Largest))];
                if (IndividualsChart.Of(points) is not { } chart)
                    return null;
                ControlLimits limits = chart.Limits;
                double at = h.Number;
                return new object?[] { chart.Mean, chart.MeanMovingRange, limits.Sigma, limits.Lower, limits.Upper, limits.Outside(at), limits.InOuterThird(at), limits.Side(at), Signals(points, limits) };
            },
            h => h.Below(3) switch
            {
                0 => IndividualsChart.Of([1, h.Poisoned([0])[0], 2]),
                1 => IndividualsChart.Of([1, h.One(Math.BitIncrement(IndividualsChart.Largest), -double.MaxValue)]),
                _ => SignalRules.Find([1, 2], [default]),
            }),
        ["shares"] = new(
            ["ProportionChart.Of", "ProportionChart.At", "Funnel.Of"],
            h =>
            {
                int[] trials = [.. Enumerable.Range(0, h.Rows).Select(_ => Trials(h))];
                int[] successes = [.. trials.Select(n => h.One(0, n, n / 2, Math.Min(n, 1)))];
                if (ProportionChart.Of(successes, trials) is not { } chart)
                    return null;
                ControlLimits limits = chart.At(h.One(1, 2, int.MaxValue));
                return new object?[] { chart, limits, Signals([.. successes.Select(s => (double?)s)], limits), Funnel.Of(successes, trials) };
            },
            h => h.Below(4) switch
            {
                0 => ProportionChart.Of([1], [1, 2]),
                1 => Funnel.Of([h.One(-1, 3)], [2]),
                2 => Funnel.Of([0], [-1]),
                _ => new ProportionChart(1, 2).At(h.One(0, -1)),
            }),
        ["funnel limits"] = new(
            ["FunnelLimits.At", "FunnelBand.Place"],
            h => new FunnelLimits(h.One(0, 1, h.Probability), h.One(1, 1 + 1e-15, 3, 1e300)).At(Math.Max(1, Trials(h))) is var band ? new object?[] { band, band.Place(h.Probability) } : null,
            h => new FunnelLimits(0.5, 1).At(h.One(0, -1, int.MinValue))),
    };

    private static int Trials(Hostile h) => h.One(0, 1, 2, 3, 1 + h.Below(500), 1_000_003, int.MaxValue);

    private static IReadOnlyList<Signal> Signals(double?[] points, ControlLimits limits) => SignalRules.Find(points, [.. Enumerable.Repeat(limits, points.Length)]);
}
