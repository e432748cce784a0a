namespace SmpInsights.Outcomes.Comparisons;

/// <summary>Reads a comparison made twice, as the groups are and at equal covariates.</summary>
public static class Pairwise
{
    /// <summary>Below this p a difference is said to be shown.</summary>
    public const double Significance = 0.05;

    /// <param name="unadjusted">Difference and its p, adjusted for all pairs, of the groups as they are; null where not estimable.</param>
    /// <param name="adjusted">The same at equal covariates; null where there are none, or not estimable.</param>
    public static Finding Read((double Difference, double P)? unadjusted, (double Difference, double P)? adjusted)
    {
        var before = unadjusted is { P: < Significance };
        if (adjusted is not { } at)
            return unadjusted is null ? Finding.NotEnough : before ? Finding.Unadjusted : Finding.NoneShown;
        if (at.P >= Significance)
            return before ? Finding.Explained : Finding.NoneShown;
        return before && Math.Sign(unadjusted!.Value.Difference) == Math.Sign(at.Difference) ? Finding.Unexplained : Finding.Uncovered;
    }
}
