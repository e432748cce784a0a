using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>A fitted mixed model of fade with the units it was fitted to; unit i has the covariates <c>Patterns[Pattern[i]]</c>.</summary>
public sealed record FadeModel(IReadOnlyList<FadeUnit> Units, int[] Pattern, IReadOnlyList<RandomSlopePattern> Patterns, RandomSlopeFit Result)
{
    /// <summary>Fewest units for which the model is fitted; it also needs more readings than twice the units.</summary>
    public const int MinimumUnits = 10;

    /// <summary>Null with too few units or readings, or where the model is not estimable.</summary>
    public static FadeModel? Fit(IReadOnlyList<FadeUnit> units, int[] pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        if (units.Count < MinimumUnits || units.Sum(u => u.Sums.Count) <= 2 * units.Count)
            return null;
        return RandomSlopeModel.Fit([.. units.Select(u => u.Sums)], pattern, patterns) is { } fit ? new FadeModel(units, pattern, patterns, fit) : null;
    }
}
