namespace SmpInsights.Outcomes.Monthly;

/// <summary>What clients are told before treatment; the clinic's own results stand beside it.</summary>
public static class PublishedExpectations
{
    /// <summary>Years until a touch-up is due.</summary>
    public static readonly (double From, double To) YearsToTouchUp = (2, 4);

    /// <summary>Years the result lasts.</summary>
    public static readonly (double From, double To) YearsLasting = (4, 6);

    /// <summary>Sessions to finish a treatment.</summary>
    public static readonly (double From, double To) SessionsPerTreatment = (3, 4);

    /// <summary>Where an estimate with its interval lies against an expectation: only an interval wholly outside is called below or above.</summary>
    public static Standing Place((double From, double To) expectation, double value, double? lower, double? upper) =>
        upper < expectation.From ? Standing.Below
        : lower > expectation.To ? Standing.Above
        : lower >= expectation.From && upper <= expectation.To ? Standing.Within
        : value < expectation.From ? Standing.PerhapsBelow
        : value > expectation.To ? Standing.PerhapsAbove
        : Standing.ProbablyWithin;
}

/// <summary>Where a result lies against what is expected.</summary>
public enum Standing
{
    /// <summary>The whole interval lies below.</summary>
    Below,

    /// <summary>The estimate lies below, its interval reaches in.</summary>
    PerhapsBelow,

    /// <summary>The whole interval lies within.</summary>
    Within,

    /// <summary>The estimate lies within, its interval reaches out or is not known.</summary>
    ProbablyWithin,

    /// <summary>The estimate lies above, its interval reaches in.</summary>
    PerhapsAbove,

    /// <summary>The whole interval lies above.</summary>
    Above,
}
