using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// How one clinic's epochs end: the time to a touch-up for fading by technique and covariates, and the time to any other ending (a touch-up for another reason, a recorded end of follow-up).
/// Epochs that ended on their first day are left out. <paramref name="TouchUp"/> is the distribution with the least AIC, with a share of clients who never come back
/// or without, its scale corrected by <see cref="SmallSampleScale"/>; <paramref name="Other"/> is likewise, without covariates or such a share: a constant hazard where
/// there are fewer than <see cref="TouchUpCurve.MinimumEvents"/> such endings, null where there is none.
/// </summary>
public sealed record EpochModel(FailureTimeFit TouchUp, ForecastDesign Design, FailureTimeFit? Other)
{
    /// <summary>Fewest touch-ups for fading from which a forecast is made, of first epochs and of later ones.</summary>
    public const int MinimumEvents = 20;

    private readonly FailureTimeParameters _touchUp = FailureTimeParameters.Of(TouchUp);
    private readonly FailureTimeCurve? _other = Other is null ? null : FailureTimeParameters.Of(Other).Curve([]);

    /// <summary>Touch-ups for fading after the first day of their epoch.</summary>
    public static int Events(IEnumerable<Spell> spells) => spells.Count(s => s.End == SpellEnd.FadeTouchUp && s.Years > 0);

    /// <summary>Null with fewer than <see cref="MinimumEvents"/> touch-ups, or where no distribution fits (all of them at one age).</summary>
    public static EpochModel? Of(TreatmentCourses courses, IEnumerable<Spell> spells)
    {
        var lasting = spells.Where(s => s.Years > 0).ToList();
        if (Events(lasting) < MinimumEvents)
            return null;
        var design = ForecastDesign.Of(courses, lasting);
        double[] years = [.. lasting.Select(s => s.Years)];
        return Best(years, [.. lasting.Select(s => s.End == SpellEnd.FadeTouchUp)], design.Rows(lasting), cured: true) is { } touchUp
            ? new EpochModel(touchUp, design, OtherEnding(years, [.. lasting.Select(s => s.End != SpellEnd.FadeTouchUp && !s.IsOpen)]))
            : null;
    }

    /// <summary>The chance of a touch-up for fading between two ages of an epoch, in years, given that nothing ended it before.</summary>
    public double Chance(Course course, double from, double to) => CompetingChance.Within(_touchUp.Curve(Design.Row(course)), _other, from, to);

    /// <summary>The age at which half of such epochs have had a touch-up for fading, given none up to an age, were nothing else to end them; in years, infinite where half of them never come back or it is too large to write.</summary>
    public double MedianAge(Course course, double given) => _touchUp.Curve(Design.Row(course)).MedianAfter(given);

    private static FailureTimeFit? OtherEnding(double[] years, bool[] events) =>
        (events.Count(e => e) >= TouchUpCurve.MinimumEvents ? Best(years, events, new double[years.Length, 0]) : null) ?? ConstantHazard.Fit(years, events);

    private static FailureTimeFit? Best(double[] years, bool[] events, double[,] covariates, bool cured = false) =>
        Enum.GetValues<FailureTimeDistribution>()
            .SelectMany(d => new[] { AcceleratedFailureTime.Fit(d, years, events, covariates), cured ? CuredFailureTime.Fit(d, years, events, covariates) : null })
            .OfType<FailureTimeFit>()
            .Where(f => f.Intercept is not null)
            .MinBy(f => f.Aic) is { } best ? SmallSampleScale.Corrected(best, events.Count(e => e)) : null;
}
