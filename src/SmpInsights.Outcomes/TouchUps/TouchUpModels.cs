using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>A parametric model of the time to touch-up, in years, by technique. <paramref name="Columns"/> name its coefficients; none with one technique.</summary>
public sealed record FailureTimeModel(FailureTimeFit Fit, IReadOnlyList<DesignColumn> Columns);

/// <summary>
/// Models of the time from completion to the first touch-up for fading. <paramref name="Hazards"/> is null with one technique or no event. <paramref name="Incidence"/> (cause
/// <see cref="FadeTouchUp"/> and <see cref="Competing"/>) is null when no follow-up ended by a competing event. <paramref name="FailureTimes"/> holds the distributions that could be fitted,
/// to treatments followed beyond the day of completion; none without an event.
/// </summary>
public sealed record TouchUpModels(HazardModels? Hazards, IncidenceCurves? Incidence, IReadOnlyList<FailureTimeModel> FailureTimes)
{
    /// <summary>The cause that a touch-up for fading is.</summary>
    public const int FadeTouchUp = 1;

    /// <summary>The cause that laser removal, hair transplant and death are.</summary>
    public const int Competing = 2;

    public static TouchUpModels Of(TreatmentCourses courses)
    {
        var spells = TouchUpTimes.First(courses);
        var (times, events) = (spells.Select(s => s.Years).ToArray(), spells.Select(s => s.End == SpellEnd.FadeTouchUp).ToArray());
        var incidence = spells.Any(s => s.End == SpellEnd.Competing) ? CumulativeIncidence.Fit(times, [.. spells.Select(Cause)], Competing) : null;
        if (!events.Contains(true))
            return new TouchUpModels(null, incidence, []);

        var treated = spells.Select(s => s.Course).ToList();
        var technique = Covariate.Technique.Of(courses, treated);
        Factor[] factors = [technique, .. Covariate.UsualCovariates.Select(c => c.Of(courses, treated))];
        int[] clinics = [.. spells.Select(s => s.Course.Clinic)];
        var hazards = technique.Varies ? Compare(times, events, technique, [.. factors.Where(f => f.Varies)], clinics) : null;
        return new TouchUpModels(hazards, incidence, [.. FailureTimesOf(times, events, Design.Of(times.Length, technique))]);
    }

    private static int Cause(Spell spell) => spell.End switch
    {
        SpellEnd.FadeTouchUp => FadeTouchUp,
        SpellEnd.Competing => Competing,
        _ => 0,
    };

    private static HazardModels Compare(double[] times, bool[] events, Factor technique, Factor[] factors, int[] clinics)
    {
        var (alone, together) = (Design.Of(times.Length, technique), Design.Of(times.Length, factors));
        var (unadjusted, adjusted) = (CoxModel.Fit(times, events, alone.Values)!, CoxModel.Fit(times, events, together.Values, clinics)!);
        var proportional = ProportionalHazards.Test(adjusted, times, events, together.Values, together.Terms, clinics);
        return new HazardModels(
            technique.Reference,
            HazardModel.Of(unadjusted, alone),
            HazardModel.Of(adjusted, together),
            [.. factors.Zip(proportional.Terms, (f, test) => new ProportionalityTest(f.Name, test))],
            proportional.Global);
    }

    private static IEnumerable<FailureTimeModel> FailureTimesOf(double[] times, bool[] events, Design technique)
    {
        int[] kept = [.. Enumerable.Range(0, times.Length).Where(i => times[i] > 0)];
        var values = new double[kept.Length, technique.Columns.Count];
        for (var i = 0; i < kept.Length; i++)
            for (var j = 0; j < technique.Columns.Count; j++)
                values[i, j] = technique.Values[kept[i], j];
        double[] after = [.. kept.Select(i => times[i])];
        bool[] ended = [.. kept.Select(i => events[i])];
        return Enum.GetValues<FailureTimeDistribution>().Select(d => AcceleratedFailureTime.Fit(d, after, ended, values)).OfType<FailureTimeFit>().Select(f => new FailureTimeModel(f, technique.Columns));
    }
}
