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
                return CuredFailureTime.Fit(h.One(Enum.GetValues<FailureTimeDistribution>()), times, h.Marks(times.Length), h.Covariates(times));
            },
            h => h.Sometimes
                ? h.Poisoned(h.TimesAboveZero(h.Rows), negative: true) is var times ? CuredFailureTime.Fit(FailureTimeDistribution.Weibull, times, h.Marks(times.Length), new double[times.Length, 1]) : null
                : CuredFailureTime.Fit(FailureTimeDistribution.Lognormal, [1, 2], [true, true], Survival.SurvivalSamples.Column(h.Poisoned([0, 1])))),
    };
}
