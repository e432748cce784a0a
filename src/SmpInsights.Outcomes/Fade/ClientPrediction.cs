using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// How one client's contrast fades: the best linear unbiased prediction of the unit's own slope b + v (ln contrast a year) with its standard error, that of b included.
/// Limits are those of an 80 % interval by t with units − 1 degrees of freedom; they hold for the client's true slope, not for a single later reading.
/// </summary>
public sealed record ClientPrediction(FadeUnit Unit, double Slope, double SlopeStandardError, int DegreesOfFreedom)
{
    /// <summary>Share of such intervals that hold the truth.</summary>
    public const double Level = 0.80;

    private double Margin => StudentT.Quantile((1 + Level) / 2, DegreesOfFreedom) * SlopeStandardError;

    /// <summary>Share of contrast lost in a year; negative when contrast rises.</summary>
    public double FadePerYear => 1 - Math.Exp(Slope);

    public double FadePerYearLower => 1 - Math.Exp(Slope + Margin);

    public double FadePerYearUpper => 1 - Math.Exp(Slope - Margin);

    /// <summary>Share of healed contrast left after so many years at this slope.</summary>
    public double Kept(double years) => Math.Exp(Slope * years);

    /// <summary>First day on which contrast is down to <see cref="FadeEstimate.Threshold"/> of what it was when healed, past or to come; null where the slope is not negative, or the calendar ends before.</summary>
    public DateOnly? CrossesOn => CrossingAt(Slope);

    /// <summary>The same at the steeper limit of the slope.</summary>
    public DateOnly? CrossesEarliest => CrossingAt(Slope - Margin);

    /// <summary>The same at the flatter limit; null says that the interval has no end.</summary>
    public DateOnly? CrossesLatest => CrossingAt(Slope + Margin);

    /// <summary>One prediction a unit of the model, in their order.</summary>
    public static IReadOnlyList<ClientPrediction> Of(FadeModel model)
    {
        var predictions = RandomSlopePredictions.Of(model.Result, [.. model.Units.Select(u => u.Sums)], model.Pattern, model.Patterns);
        return [.. model.Units.Zip(predictions, (u, p) => new ClientPrediction(u, p.OwnSlope, p.OwnSlopeStandardError, model.Units.Count - 1))];
    }

    private DateOnly? CrossingAt(double slope)
    {
        if (slope >= 0)
            return null;
        var healed = Unit.StartedOn.AddDays(OutcomeTime.HealingDays);
        var days = Math.Ceiling(Math.Log(FadeEstimate.Threshold) / slope * OutcomeTime.DaysPerYear);
        return days <= DateOnly.MaxValue.DayNumber - healed.DayNumber ? healed.AddDays((int)days) : null;
    }
}
