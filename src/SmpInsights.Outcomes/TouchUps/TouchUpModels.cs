using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>A parametric model of the time to touch-up, in years, by group. <paramref name="Columns"/> name its coefficients; none with one group.</summary>
public sealed record FailureTimeModel(FailureTimeFit Fit, IReadOnlyList<DesignColumn> Columns);

/// <summary>
/// Models of the time from completion to the first touch-up for fading. <paramref name="Hazards"/> is null with one group or no event. <paramref name="Incidence"/> (cause
/// <see cref="FadeTouchUp"/> and <see cref="Competing"/>) is null when no follow-up ended by a competing event. <paramref name="FailureTimes"/> holds the distributions that could be fitted,
/// to treatments followed beyond the day of completion; none without an event. Neither is there where the groups may not be compared (<see cref="Covariate.Compares"/>).
/// </summary>
public sealed record TouchUpModels(HazardModels? Hazards, IncidenceCurves? Incidence, IReadOnlyList<FailureTimeModel> FailureTimes)
{
    /// <summary>The cause that a touch-up for fading is.</summary>
    public const int FadeTouchUp = 1;

    /// <summary>The cause that laser removal, hair transplant and death are.</summary>
    public const int Competing = 2;

    /// <param name="courses">Whose times count.</param>
    /// <param name="grouping">What is compared; techniques where left out.</param>
    /// <param name="covariates">What the hazards are adjusted for, the grouping itself left out; what is usual of it where left out.</param>
    public static TouchUpModels Of(TreatmentCourses courses, Covariate? grouping = null, IReadOnlyList<Covariate>? covariates = null)
    {
        var by = grouping ?? Covariate.Technique;
        var spells = TouchUpTimes.First(courses);
        var (times, events) = (spells.Select(s => s.Years).ToArray(), spells.Select(s => s.End == SpellEnd.FadeTouchUp).ToArray());
        var incidence = spells.Any(s => s.End == SpellEnd.Competing) ? CumulativeIncidence.Fit(times, [.. spells.Select(Cause)], Competing) : null;
        if (!events.Contains(true) || !by.Compares(courses.All))
            return new TouchUpModels(null, incidence, []);

        var treated = spells.Select(s => s.Course).ToList();
        var groups = by.Of(courses, treated);
        Factor[] factors = [groups, .. (covariates ?? Covariate.UsualFor(by)).Where(c => c != by).Select(c => c.Of(courses, treated))];
        int[] clinics = by.Clinics == ClinicRole.Group ? [] : [.. spells.Select(s => s.Course.Clinic)];
        var hazards = groups.Varies ? Compare(times, events, groups, [.. factors.Where(f => f.Varies)], clinics) : null;
        return new TouchUpModels(hazards, incidence, [.. FailureTimesOf(times, events, Design.Of(times.Length, groups))]);
    }

    private static int Cause(Spell spell) => spell.End switch
    {
        SpellEnd.FadeTouchUp => FadeTouchUp,
        SpellEnd.Competing => Competing,
        _ => 0,
    };

    private static HazardModels Compare(double[] times, bool[] events, Factor groups, Factor[] factors, int[] clinics)
    {
        var (alone, together) = (Design.Of(times.Length, groups), Design.Of(times.Length, factors));
        var (unadjusted, adjusted) = (CoxModel.Fit(times, events, alone.Values)!, CoxModel.Fit(times, events, together.Values, clinics)!);
        var proportional = ProportionalHazards.Test(adjusted, times, events, together.Values, together.Terms, clinics);
        return new HazardModels(
            groups.Reference,
            HazardModel.Of(unadjusted, alone),
            HazardModel.Of(adjusted, together),
            [.. factors.Zip(proportional.Terms, (f, test) => new ProportionalityTest(f.Name, test))],
            proportional.Global);
    }

    private static IEnumerable<FailureTimeModel> FailureTimesOf(double[] times, bool[] events, Design groups)
    {
        int[] kept = [.. Enumerable.Range(0, times.Length).Where(i => times[i] > 0)];
        var values = new double[kept.Length, groups.Columns.Count];
        for (var i = 0; i < kept.Length; i++)
            for (var j = 0; j < groups.Columns.Count; j++)
                values[i, j] = groups.Values[kept[i], j];
        double[] after = [.. kept.Select(i => times[i])];
        bool[] ended = [.. kept.Select(i => events[i])];
        return Enum.GetValues<FailureTimeDistribution>().Select(d => AcceleratedFailureTime.Fit(d, after, ended, values)).OfType<FailureTimeFit>().Select(f => new FailureTimeModel(f, groups.Columns));
    }
}
