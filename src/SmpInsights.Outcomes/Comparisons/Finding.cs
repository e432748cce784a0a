namespace SmpInsights.Outcomes.Comparisons;

/// <summary>What a comparison of two groups comes to, as they are and at equal covariates; shown is what a p adjusted for all pairs puts below <see cref="Pairwise.Significance"/>.</summary>
public enum Finding
{
    /// <summary>One of the groups has too few data, or nothing could be estimated.</summary>
    NotEnough,

    /// <summary>Neither as they are nor at equal covariates.</summary>
    NoneShown,

    /// <summary>Both ways, and the same way round: the covariates do not explain it.</summary>
    Unexplained,

    /// <summary>As they are, no longer at equal covariates: these explain it, or part of it.</summary>
    Explained,

    /// <summary>Only at equal covariates, which had hidden it.</summary>
    Uncovered,

    /// <summary>As they are; there is nothing to adjust for, or that can't be estimated.</summary>
    Unadjusted,
}
