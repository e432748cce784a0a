using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptSurvival
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["curves"] = new(
            ["KaplanMeier.Fit", "SurvivalCurve.At", "SurvivalCurve.AtRiskAt", "SurvivalCurve.RestrictedMean", "NelsonAalen.Of", "CumulativeHazard.At"],
            h =>
            {
                double[] times = h.Times(1 + h.Rows);
                SurvivalCurve curve = KaplanMeier.Fit(times, h.Marks(times.Length), h.Level);
                double at = h.Times(1)[0];
                CumulativeHazard hazard = NelsonAalen.Of(curve);
                return new object?[] { curve, curve.At(at), curve.AtRiskAt(at), curve.RestrictedMean(at), hazard, hazard.At(at) };
            },
            h => h.Below(4) switch
            {
                0 => KaplanMeier.Fit([], []),
                1 => KaplanMeier.Fit([1], [true, false]),
                2 => KaplanMeier.Fit([1], [true], h.One(0, 1, double.NaN)),
                _ => h.Poisoned(h.Times(h.Rows), negative: true) is var times ? KaplanMeier.Fit(times, h.Marks(times.Length)) : null,
            }),
        ["points"] = new(
            [],
            h => null,
            h => h.Poisoned([], negative: true)[0] is var at && KaplanMeier.Fit([1, 2], [true, false]) is var curve
                ? h.Below(4) switch { 0 => curve.At(at), 1 => curve.AtRiskAt(at), 2 => curve.RestrictedMean(at), _ => NelsonAalen.Of(curve).At(at) }
                : null),
        ["log-rank"] = new(
            ["LogRank.Test"],
            h => h.Times(h.Rows) is var times ? LogRank.Test(times, h.Marks(times.Length), h.Codes(times.Length), h.Sometimes ? h.Codes(times.Length) : []) : null,
            h => h.Poisoned(h.Times(h.Rows), negative: true) is var times ? LogRank.Test(times, h.Marks(times.Length), h.Codes(times.Length)) : null),
        ["competing causes"] = new(
            ["CumulativeIncidence.Fit", "IncidenceCurves.At"],
            h =>
            {
                double[] times = h.Times(1 + h.Rows);
                int causes = 1 + h.Below(3);
                IncidenceCurves curves = CumulativeIncidence.Fit(times, h.Codes(times.Length, causes + 1), causes);
                return new object?[] { curves, curves.At(h.Times(1)[0], 1 + h.Below(causes)) };
            },
            h => h.Below(3) switch
            {
                0 => CumulativeIncidence.Fit([1], [h.One(-1, 2)], 1),
                1 => CumulativeIncidence.Fit([1], [1], 1).At(h.One(double.NaN, -1, double.PositiveInfinity), 1),
                _ => h.Poisoned(h.Times(h.Rows), negative: true) is var times ? CumulativeIncidence.Fit(times, h.Codes(times.Length, 2), 1) : null,
            }),
        ["hazards"] = new(
            ["CoxModel.Fit", "CoxFit.StandardError", "CoxFit.Z", "CoxFit.P", "ProportionalHazards.Test"],
            h =>
            {
                double[] times = h.Times(h.Rows);
                bool[] events = h.Marks(times.Length);
                double[,] x = h.Covariates(times);
                int[] strata = h.Sometimes ? h.Codes(times.Length) : [];
                if (CoxModel.Fit(times, events, x, strata) is not { } fit)
                    return null;
                int[] columns = [.. Enumerable.Range(0, x.GetLength(1))];
                return new object?[]
                {
                    fit, columns.Select(fit.StandardError).ToArray(), columns.Select(fit.Z).ToArray(), columns.Select(fit.P).ToArray(),
                    ProportionalHazards.Test(fit, times, events, x, h.Sometimes ? columns : new int[columns.Length], strata),
                };
            },
            h => h.Sometimes
                ? h.Poisoned(h.Times(h.Rows), negative: true) is var times ? CoxModel.Fit(times, h.Marks(times.Length), new double[times.Length, 1]) : null
                : CoxModel.Fit([1, 2], [true, true], Survival.SurvivalSamples.Column(h.Poisoned([0, 1])))),
        ["times"] = new(
            ["AcceleratedFailureTime.Fit"],
            h =>
            {
                double[] times = h.TimesAboveZero(h.Rows);
                return AcceleratedFailureTime.Fit(h.One(Enum.GetValues<FailureTimeDistribution>()), times, h.Marks(times.Length), h.Covariates(times));
            },
            h => h.Sometimes
                ? h.Poisoned(h.TimesAboveZero(h.Rows), negative: true) is var times ? AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, times, h.Marks(times.Length), new double[times.Length, 1]) : null
                : AcceleratedFailureTime.Fit(FailureTimeDistribution.Lognormal, [1, 2], [true, true], Survival.SurvivalSamples.Column(h.Poisoned([0, 1])))),
    };
}
