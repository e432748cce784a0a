using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptMixedModels
{
    /// <summary>Of times and responses whose sums of fourth powers are still numbers.</summary>
    private const double Largest = 1e60;

    private static readonly RandomSlopePattern[][] Models =
    [
        [new([1], [1])],
        [new([1], [])],
        [new([], [1])],
        [new([1, 0], [1, 0]), new([1, 1], [1, 1])],
        [new([1, 1], [1]), new([1, 1], [1])],
        [new([1, 1e100], [1]), new([1, -1e100], [1])],
        [new([1, 1e-200], [1]), new([1, 0], [1])],
        [new([0], [0]), new([0], [0])],
    ];

    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["sums"] = new(
            ["UnitSums.Of", "UnitSums.Add", "CurvatureSums.Of"],
            h =>
            {
                var (t, y) = h.Readings(Largest);
                UnitSums sums = UnitSums.Of(t, y);
                return new object?[] { sums, sums.Add(h.One(0, 1, Largest), h.One(0, 1, -Largest)), sums.Add(sums), sums.Add(default(UnitSums)), CurvatureSums.Of(t, y) };
            },
            h => h.Sometimes ? UnitSums.Of([1, 2], [1]) : CurvatureSums.Of([1], [])),
        ["random slopes"] = new(
            ["RandomSlopeModel.Fit", "RandomSlopePredictions.Of", "CurvatureTest.Of"],
            h =>
            {
                double largest = h.One(10, 1e8, Largest);
                bool alike = h.Sometimes;
                var readings = Enumerable.Range(0, h.Rows % 13).Select(_ => h.Readings(largest)).ToArray();
                if (alike)
                    Array.Fill(readings, h.Readings(largest));
                RandomSlopePattern[] patterns = h.One(Models);
                int[] pattern = h.Codes(readings.Length, patterns.Length);
                UnitSums[] units = [.. readings.Select(r => UnitSums.Of(r.T, r.Y))];
                if (RandomSlopeModel.Fit(units, pattern, patterns) is not { } fit)
                    return null;
                UnitSums[] others = [.. units, default, UnitSums.Of([largest, 1], [1, largest])];
                CurvatureSums[] curvature = [.. readings.Select(r => CurvatureSums.Of(r.T, r.Y))];

                // The search for a bend takes two hundred evaluations; one in four is enough.
                return new object?[] { fit, RandomSlopePredictions.Of(fit, others, [.. pattern, 0, 0], patterns), h.Below(4) == 0 ? CurvatureTest.Of(fit, units, curvature, pattern, patterns) : null };
            },
            h => h.Below(3) switch
            {
                0 => RandomSlopeModel.Fit([UnitSums.Of(h.Poisoned([0, 1]), [1, 2])], [0], Models[0]),
                1 => RandomSlopeModel.Fit([UnitSums.Of([0, 1], h.Poisoned([1, 2]))], [0], Models[0]),
                _ => RandomSlopeModel.Fit([UnitSums.Of([0, 1], [1, 2])], [0], [new(h.Poisoned([1]), [1])]),
            }),
    };
}
