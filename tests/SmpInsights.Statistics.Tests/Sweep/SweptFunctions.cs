using SmpInsights.Statistics.Descriptive;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Intervals;
using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>Every public function of the project, by family. A new function gets its line here or in the list of its family.</summary>
internal static class SweptFunctions
{
    public static IReadOnlyDictionary<string, SweptFunction> All { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["samples"] = new(
            ["Sample.Mean", "Sample.StandardDeviation", "Sample.Median", "Sample.Quantile"],
            h => h.Numbers(h.Rows) is var v ? new object?[] { Sample.Mean(v), Sample.StandardDeviation(v), Sample.Median(v), Sample.Quantile(v, h.One(0, 1, h.Probability)) } : null,
            h => h.Poisoned(h.Numbers(h.Rows)) is var v
                ? h.Below(4) switch { 0 => Sample.StandardDeviation(v), 1 => Sample.Median(v), 2 => Sample.Quantile(v, 0.5), _ => Sample.Quantile(h.Numbers(h.Rows), h.One(double.NaN, -double.Epsilon, Math.BitIncrement(1.0))) }
                : null),
        ["normal"] = new(
            ["Gaussian.Quantile", "Gaussian.TwoSidedP"],
            h => new[] { Gaussian.Quantile(h.Probability), Gaussian.TwoSidedP(h.Number) },
            h => h.Sometimes ? Gaussian.Quantile(h.One(0, 1, -0.1, double.NaN, double.PositiveInfinity)) : Gaussian.TwoSidedP(double.NaN)),
        ["t"] = new(
            ["StudentT.Quantile", "StudentT.TwoSidedP"],
            h => h.One(Math.Max(1, h.Positive), 1, 1.01, 17, 1e5) is var df ? new[] { StudentT.Quantile(h.Probability, df), StudentT.TwoSidedP(h.Number, df) } : null,
            h => h.Sometimes ? StudentT.Quantile(h.One(0, 1, double.NaN), 3) : StudentT.TwoSidedP(h.One(1, double.NaN), h.One(0, 0.9, double.NaN, double.PositiveInfinity))),
        ["chi-squared"] = new(
            ["ChiSquared.UpperTail"],
            h => ChiSquared.UpperTail(h.Number, h.One(Math.Min(h.Positive, 1e9), 1, 3, 1e9, 1e-300)),
            h => ChiSquared.UpperTail(h.One(1, double.NaN, double.PositiveInfinity), h.One(0, -1, double.NaN, double.PositiveInfinity, 2e9))),
        ["binomial"] = new(
            ["Binomial.LowerTail", "Binomial.Quantile"],
            h => h.One(0, 1, 2, 20, h.Below(5000), 1_000_003, int.MaxValue) is var n ? new object?[] { Binomial.LowerTail(h.One(-1, 0, 1, n / 2, n - 1L, n, long.MinValue, long.MaxValue, h.Below(Math.Max(n, 1))), n, h.Probability), Binomial.Quantile(h.Probability, n, h.Probability) } : null,
            h => h.Below(4) switch { 0 => Binomial.LowerTail(0, -1, 0.5), 1 => Binomial.LowerTail(0, 1, h.One(0, 1, double.NaN)), 2 => Binomial.Quantile(0.5, -1, 0.5), _ => Binomial.Quantile(h.One(0, 1, double.NaN), 1, 0.5) }),
        ["proportions"] = new(
            ["WilsonInterval.Of"],
            h => h.One(0, 1, 2, 20, 1_000_000_007, long.MaxValue) is var n ? WilsonInterval.Of(h.One(0, n, n / 2, Math.Min(n, 1), Math.Max(n - 1, 0)), n, h.Level) : null,
            h => h.Below(3) switch { 0 => WilsonInterval.Of(-1, 4), 1 => WilsonInterval.Of(5, 4), _ => WilsonInterval.Of(0, 4, h.One(0, 1, double.NaN)) }),
        ["rates"] = new(
            ["PoissonInterval.Of"],
            h => PoissonInterval.Of(h.One(0, 1, 2, 99, 100_000, 1_000_000_007, 1_000_000_000_000, long.MaxValue - 1, long.MaxValue, h.Below(5000)), h.Number, h.Level),
            h => h.Below(3) switch { 0 => PoissonInterval.Of(-1, 1), 1 => PoissonInterval.Of(1, h.One(double.NaN, double.PositiveInfinity)), _ => PoissonInterval.Of(0, 4, h.One(0, 1, double.NaN)) }),
        ["ranks"] = new(
            ["KruskalWallis.Test", "MannWhitney.Test"],
            h => h.Numbers(h.Rows) is var v ? new object?[] { KruskalWallis.Test(v, h.Codes(v.Length)), MannWhitney.Test(v, h.Numbers(h.Rows)) } : null,
            h => h.Poisoned(h.Numbers(h.Rows)) is var v && h.Sometimes ? KruskalWallis.Test(v, h.Codes(v.Length)) : MannWhitney.Test(v, h.Numbers(h.Rows))),
        ["several tests"] = new(
            ["Holm.Adjust"],
            h => Holm.Adjust([.. Enumerable.Range(0, h.Rows).Select(_ => h.One<double?>(null, 0, -0.0, 1, double.Epsilon, h.Probability))]),
            h => Holm.Adjust([0.5, h.One(double.NaN, -double.Epsilon, Math.BitIncrement(1.0))])),
    }.Concat(SweptSurvival.Functions).Concat(SweptForecast.Functions).Concat(SweptMixedModels.Functions).Concat(SweptCharts.Functions).Concat(SweptOrdinal.Functions).Concat(SweptSimulation.Functions).Concat(SweptCured.Functions).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
