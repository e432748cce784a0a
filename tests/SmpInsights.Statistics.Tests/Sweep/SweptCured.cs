using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptCured
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["times with a share cured"] = new(
            ["CuredFailureTime.Fit"],
            h =>
            {
                double[] times = h.TimesAboveZero(h.Rows);

                // Groups that overlap, are empty, everybody's or divided by time; columns of any size are swept where no share is cured.
                double[] late = [.. times.Select(t => t > 1 ? 1.0 : 0)];
                double[] group = [.. h.Codes(times.Length, 2).Select(c => (double)c)];
                double[,] x = h.Below(4) switch
                {
                    0 => new double[times.Length, 0],
                    1 => Survival.SurvivalSamples.Columns(group, [.. group.Select(g => 1 - g)]),
                    2 => Survival.SurvivalSamples.Columns(group, late),
                    _ => Survival.SurvivalSamples.Columns([.. h.Codes(times.Length, 2).Select(c => (double)c)], group, new double[times.Length]),
                };
                return CuredFailureTime.Fit(h.One(Enum.GetValues<FailureTimeDistribution>()), times, h.Marks(times.Length), x);
            },
            h => h.Sometimes
                ? h.Poisoned(h.TimesAboveZero(h.Rows), negative: true) is var times ? CuredFailureTime.Fit(FailureTimeDistribution.Weibull, times, h.Marks(times.Length), new double[times.Length, 1]) : null
                : CuredFailureTime.Fit(FailureTimeDistribution.Lognormal, [1, 2], [true, true], Survival.SurvivalSamples.Column(h.Poisoned([0, 1])))),
    };
}
