using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// Columns of the adjusted model: intercepts 1, method and factors, then slopes 1 and factors, each a difference from the factor's reference. A column that those before it determine is left out, as lme4 does.
/// </summary>
internal sealed class AdjustedDesign
{
    /// <summary>The slope of the reference levels, beside those of (factor, level).</summary>
    public static readonly (string Factor, int Level) ReferenceSlope = (string.Empty, 0);

    /// <summary>What a 0-1 column may be left with, squared, beside the columns before it and still be one of them.</summary>
    private const double Dependent = 1e-9;

    private readonly Dictionary<(string Factor, int Level), int> _slopes = [];

    private AdjustedDesign(int[] pattern, RandomSlopePattern[] patterns)
    {
        Pattern = pattern;
        Patterns = patterns;
    }

    public int[] Pattern { get; }

    public IReadOnlyList<RandomSlopePattern> Patterns { get; }

    /// <summary>The coefficient's place; null for a reference level and for a column left out.</summary>
    public int? SlopeOf((string Factor, int Level) term) => _slopes.TryGetValue(term, out var column) ? column : null;

    public static AdjustedDesign Of(Factor method, IReadOnlyList<Factor> factors)
    {
        Factor[] all = [method, .. factors];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var combinations = new List<int[]>();
        var pattern = new int[method.Codes.Length];
        for (var i = 0; i < pattern.Length; i++)
        {
            int[] levels = [.. all.Select(f => f.Codes[i])];
            var key = string.Join(',', levels);
            if (!places.TryGetValue(key, out pattern[i]))
            {
                places.Add(key, pattern[i] = combinations.Count);
                combinations.Add(levels);
            }
        }

        var intercepts = Independent(Columns(all, combinations, from: 0));
        var slopes = Independent(Columns(all, combinations, from: 1));
        var design = new AdjustedDesign(pattern, [.. combinations.Select((_, p) => new RandomSlopePattern([.. intercepts.Select(c => c.Values[p])], [.. slopes.Select(c => c.Values[p])]))]);
        for (var j = 0; j < slopes.Count; j++)
            design._slopes.Add(slopes[j].Term, intercepts.Count + j);
        return design;
    }

    private static List<((string, int) Term, double[] Values)> Columns(Factor[] all, List<int[]> combinations, int from)
    {
        var columns = new List<((string, int) Term, double[] Values)> { (ReferenceSlope, [.. combinations.Select(_ => 1.0)]) };
        for (var f = from; f < all.Length; f++)
            for (var k = 1; k < all[f].Levels.Length; k++)
                columns.Add(((all[f].Name, k), [.. combinations.Select(c => c[f] == k ? 1.0 : 0.0)]));
        return columns;
    }

    /// <summary>By Gram-Schmidt, in order.</summary>
    private static List<((string, int) Term, double[] Values)> Independent(List<((string, int) Term, double[] Values)> columns)
    {
        var kept = new List<((string, int) Term, double[] Values)>();
        var directions = new List<double[]>();
        foreach (var column in columns)
        {
            double[] left = [.. column.Values];
            for (var pass = 0; pass < 2; pass++) // the second takes off what rounding left of the first
            {
                foreach (var direction in directions)
                {
                    var along = Dot(left, direction);
                    for (var p = 0; p < left.Length; p++)
                        left[p] -= along * direction[p];
                }
            }

            var length = Math.Sqrt(Dot(left, left));
            if (length * length <= Dependent * Math.Max(1, Dot(column.Values, column.Values)))
                continue;
            directions.Add([.. left.Select(x => x / length)]);
            kept.Add(column);
        }

        return kept;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
