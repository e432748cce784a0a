using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>How a spell without a touch-up for fading ended.</summary>
public enum SpellEnd
{
    /// <summary>Still without one, lost to follow-up, or touched up for another reason.</summary>
    Censored,

    /// <summary>Touched up for <c>fade</c> or <c>colour-shift</c>.</summary>
    FadeTouchUp,

    /// <summary>Follow-up ended by laser removal, hair transplant or death.</summary>
    Competing,
}

/// <summary>One spell: from completion (or a touch-up) to the next touch-up, the end of follow-up or the as-of date, whichever comes first.</summary>
public sealed record Spell(Course Course, double Years, SpellEnd End)
{
    /// <summary>Whether it still runs on the as-of date: neither a touch-up nor a recorded end of follow-up has ended it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The day of completion, or of the touch-up that it follows.</summary>
    public DateOnly StartedOn { get; init; }
}

/// <summary>Turns courses into times for survival analysis, in years of <see cref="OutcomeTime.DaysPerYear"/>.</summary>
public static class TouchUpTimes
{
    /// <summary>From completion to the first touch-up, one spell a course. On equal dates a touch-up beats an end of follow-up.</summary>
    public static IReadOnlyList<Spell> First(TreatmentCourses courses) =>
        [.. courses.All.Select(c => From(courses, c, c.CompletedOn, c.TouchUps.Length > 0 ? c.TouchUps[0] : ClinicData.None))];

    /// <summary>From each touch-up to the next; touch-ups after the recorded end of follow-up begin no spell.</summary>
    public static IReadOnlyList<Spell> Between(TreatmentCourses courses) =>
        [.. courses.All.SelectMany(c => c.TouchUps.Select((u, k) => From(courses, c, courses.Data.TouchUps.PerformedOn[u], k + 1 < c.TouchUps.Length ? c.TouchUps[k + 1] : ClinicData.None))).Where(s => s.Years >= 0)];

    /// <summary>
    /// The sensitivity to clients who silently stay away: spells of clients with neither a touch-up nor a recorded end are cut at the last contact
    /// (latest session, reading, answer, adverse event or aftercare check; at least the completion) instead of the as-of date.
    /// </summary>
    public static IReadOnlyList<Spell> FirstCutAtLastContact(TreatmentCourses courses)
    {
        var last = LastContacts(courses.Data);
        return [.. First(courses).Select(s =>
        {
            var c = s.Course;
            if (s.End != SpellEnd.Censored || c.FollowUpEndedOn is not null || c.TouchUps.Length > 0)
                return s;
            var contact = Math.Max(last[c.Treatment], c.CompletedOn.DayNumber);
            return s with { Years = Math.Min(s.Years, (contact - c.CompletedOn.DayNumber) / OutcomeTime.DaysPerYear) };
        })];
    }

    private static Spell From(TreatmentCourses courses, Course course, DateOnly start, int touchUp)
    {
        var (data, stop) = (courses.Data, courses.AsOf);
        if (course.FollowUpEndedOn is { } ended && ended < stop)
            stop = ended;
        if (touchUp >= 0 && data.TouchUps.PerformedOn[touchUp] is var on && on <= stop)
        {
            var faded = data.TouchUps.Reason[touchUp] is TouchUpReason.Fade or TouchUpReason.ColourShift;
            return new Spell(course, OutcomeTime.Years(start, on), faded ? SpellEnd.FadeTouchUp : SpellEnd.Censored) { StartedOn = start };
        }

        var competing = course.FollowUpEndedOn == stop && data.Treatments.EndReason[course.Treatment] is EndReason.LaserRemoval or EndReason.HairTransplant or EndReason.Deceased;
        return new Spell(course, OutcomeTime.Years(start, stop), competing ? SpellEnd.Competing : SpellEnd.Censored) { IsOpen = course.FollowUpEndedOn is null, StartedOn = start };
    }

    /// <summary>Day number of the latest session, reading, answer, adverse event or aftercare check of each treatment row; 0 where there is none.</summary>
    internal static int[] LastContacts(ClinicData data)
    {
        var last = new int[data.Treatments.Count];
        void See(int treatment, DateOnly? on)
        {
            if (on is { } day)
                last[treatment] = Math.Max(last[treatment], day.DayNumber);
        }

        for (var i = 0; i < data.Sessions.Count; i++)
            See(data.Sessions.Treatment[i], data.Sessions.PerformedOn[i]);
        for (var i = 0; i < data.Assessments.Count; i++)
            See(data.Assessments.Treatment[i], data.Assessments.AssessedOn[i]);
        for (var i = 0; i < data.Surveys.Count; i++)
            See(data.Surveys.Treatment[i], data.Surveys.RespondedOn[i]);
        for (var i = 0; i < data.AdverseEvents.Count; i++)
            See(data.AdverseEvents.Treatment[i], data.AdverseEvents.OccurredOn[i]);
        for (var i = 0; i < data.AftercareChecks.Count; i++)
            See(data.AftercareChecks.Treatment[i], data.AftercareChecks.CheckedOn[i]);
        return last;
    }
}
