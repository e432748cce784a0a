using SmpInsights.Statistics.Ordinal;

namespace SmpInsights.Statistics.Tests.Sweep;

internal static class SweptOrdinal
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["categories"] = new(
            ["ProportionalOdds.Fit", "ProportionalOddsFit.Z", "ProportionalOddsFit.P"],
            h =>
            {
                double[] like = h.Times(h.Rows);
                int[] categories = h.Sometimes ? h.Codes(like.Length) : h.Codes(like.Length, 2);
                double[,] x = h.Covariates(like);
                if (ProportionalOdds.Fit(categories, x, h.Sometimes ? h.Codes(like.Length) : []) is not { } fit)
                    return null;
                int[] columns = [.. Enumerable.Range(0, x.GetLength(1))];
                return new object?[] { fit, columns.Select(fit.Z).ToArray(), columns.Select(fit.P).ToArray() };
            },
            h => h.Below(4) switch
            {
                0 => ProportionalOdds.Fit([1, 2], Survival.SurvivalSamples.Column(h.Poisoned([0, 1]))),
                1 => ProportionalOdds.Fit([1, 2, 2], Survival.SurvivalSamples.Column([h.One(1e101, -1e300), 1, 2])),
                2 => ProportionalOdds.Fit([1], new double[2, 1]),
                _ => ProportionalOdds.Fit([1, 2], new double[2, 1], [1]),
            }),
    };
}
