using System.Runtime.InteropServices;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>An answer on satisfaction (1 to 5) and the share of healed contrast kept when it was given, above 0 and above 1 where the reading lies over the unit's own line at healing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AnsweredContrast(int Survey, int Client, int Satisfaction, double ContrastKept)
{
    /// <summary>Furthest that a reading may lie from an answer, before or after it.</summary>
    public const int MostDaysApart = 90;

    /// <summary>
    /// The answers given in first epochs that are units of the model, with the unit's reading nearest to them (of two equally near the earlier), over the unit's own predicted contrast at healing, exp(a + u). In order of survey id.
    /// An answer on the day of a touch-up belongs to the epoch before it; one before completion or after the end of follow-up to none.
    /// </summary>
    /// <param name="courses">Where the surveys are.</param>
    /// <param name="model">The model of first epochs.</param>
    public static IReadOnlyList<AnsweredContrast> Of(TreatmentCourses courses, FadeModel model)
    {
        var predictions = RandomSlopePredictions.Of(model.Result, [.. model.Units.Select(u => u.Sums)], model.Pattern, model.Patterns);
        var units = model.Units.Zip(predictions, (Unit, Prediction) => (Unit, Prediction)).ToDictionary(u => u.Unit.Course.Treatment);
        var (q, touchUps) = (courses.Data.Surveys, courses.Data.TouchUps);
        var pairs = new List<AnsweredContrast>();
        for (var i = 0; i < q.Count; i++)
        {
            if (q.RespondedOn[i] is not { } on || q.Satisfaction[i] is not { } answer || !units.TryGetValue(q.Treatment[i], out var u))
                continue;
            var course = u.Unit.Course;
            var touchedBefore = course.TouchUps.Length > 0 && touchUps.PerformedOn[course.TouchUps[0]] < on;
            if (on < course.CompletedOn || on > course.FollowUpEndedOn || touchedBefore)
                continue;
            if (Nearest(u.Unit, on) is { } logContrast)
                pairs.Add(new AnsweredContrast(i, course.Client, answer, Math.Exp(logContrast - u.Prediction.OwnIntercept)));
        }

        return pairs;
    }

    private static double? Nearest(FadeUnit unit, DateOnly on)
    {
        var sinceHealing = on.DayNumber - unit.StartedOn.DayNumber - OutcomeTime.HealingDays;
        var (nearest, apart) = (0, int.MaxValue);
        for (var i = 0; i < unit.Years.Length; i++)
        {
            var days = Math.Abs((int)Math.Round(unit.Years[i] * OutcomeTime.DaysPerYear) - sinceHealing);
            if (days < apart) // in order of date, one a day: of equals the earlier stays
                (nearest, apart) = (i, days);
        }

        return apart <= MostDaysApart ? unit.LogContrast[nearest] : null;
    }
}
