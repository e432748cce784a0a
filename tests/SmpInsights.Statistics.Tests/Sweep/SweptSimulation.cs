using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptSimulation
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["random numbers"] = new(
            ["SplitMix.Of", "SplitMix.Named", "SplitMix.Branch", "SplitMix.Next", "SplitMix.Uniform", "SplitMix.Exponential", "SplitMix.Normal"],
            h =>
            {
                var random = h.Below(4) switch
                {
                    0 => new SplitMix(h.One(0UL, ulong.MaxValue, 1UL << 63)),
                    1 => SplitMix.Of(),
                    2 => SplitMix.Of(h.One(long.MinValue, -1L, 0L, long.MaxValue), h.Below(5)).Named(h.One("", "\0", "C")),
                    _ => SplitMix.Of(h.Below(100)).Branch(h.One(long.MinValue, -1L, 0L, long.MaxValue)),
                };
                bool bits = random.Next() != random.Next();
                double uniform = random.Uniform();
                return uniform is > 0 and < 1 && random.Exponential() is > 0 and var waiting && bits ? new object?[] { uniform, waiting, random.Normal() } : throw new InvalidOperationException("Not a random number.");
            }),
        ["drawn counts"] = new(
            ["CountDistribution.Quantile", "CountDistribution.AtMost", "CountDistribution.Transform"],
            h =>
            {
                var counts = new CountDistribution(h.Codes(1 + h.Rows));
                int at = h.One(int.MinValue, -1, 0, 1, 7, int.MaxValue);
                return new object?[] { counts, counts.Quantile(h.One(1, h.Probability)), counts.AtMost(at), counts.Transform(at, h.One(0, 1, 0.5, double.Epsilon)) };
            },
            h => h.Sometimes ? new CountDistribution([]) : new CountDistribution([1, 2]).Quantile(h.One(0, -1, double.NaN, Math.BitIncrement(1.0)))),
        ["normal vectors"] = new(
            ["MultivariateNormal.Draw"],
            h =>
            {
                // Its square root, so that the covariance is one: zeros, equal rows and sizes far apart are in it.
                int size = h.Below(5);
                double[][] root = [.. Enumerable.Range(0, size).Select(_ => h.One(0, 1e-100, 1e-3, 1, 1e100) is var unit ? Enumerable.Range(0, size).Select(_ => unit * h.One(0, 0, 1, -1, 0.3)).ToArray() : [])];
                var covariance = new double[size, size];
                for (int a = 0; a < size; a++)
                {
                    for (int b = 0; b < size; b++)
                        covariance[a, b] = root[a].Zip(root[b], (x, y) => x * y).Sum();
                }
                var random = SplitMix.Of(h.Below(1000));
                return new MultivariateNormal([.. h.Times(size)], covariance).Draw(ref random);
            },
            h => h.Below(3) switch
            {
                0 => new MultivariateNormal([1, 2], new double[2, 1]),
                1 => new MultivariateNormal(h.Poisoned([1]), new double[1, 1]),
                _ => new MultivariateNormal([1], new[,] { { h.Poisoned([1])[0] } }),
            }),
    };
}
