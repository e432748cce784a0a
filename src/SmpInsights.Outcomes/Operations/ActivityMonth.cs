using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Operations;

/// <summary>What was done in a month. <paramref name="TouchUpsByReason"/> is indexed by <see cref="TouchUpReason"/>.</summary>
public sealed record ActivityMonth(
    ReportMonth Month,
    int Completed,
    int Cancelled,
    int NoShow,
    int TreatmentsFinished,
    int[] TouchUpsByReason,
    int UnderWarranty,
    int AdverseEvents)
{
    public int Booked => Completed + Cancelled + NoShow;

    public int TouchUps => TouchUpsByReason.Sum();

    /// <summary>The given months in their order, from the rows known at the courses' date. Counts every touch-up and session, also of open treatments.</summary>
    public static IReadOnlyList<ActivityMonth> Of(TreatmentCourses courses, IReadOnlyList<ReportMonth> months)
    {
        var data = courses.Data;
        var (s, u, e) = (data.Sessions, data.TouchUps, data.AdverseEvents);
        var sessions = s.PerformedOn.Zip(s.Status).ToLookup(x => ReportMonth.Of(x.First), x => x.Second);
        var finished = courses.All.ToLookup(c => ReportMonth.Of(c.CompletedOn));
        var touchUps = Enumerable.Range(0, u.Count).ToLookup(i => ReportMonth.Of(u.PerformedOn[i]));
        var events = e.OccurredOn.ToLookup(ReportMonth.Of);
        return [.. months.Select(m => new ActivityMonth(
            m,
            sessions[m].Count(x => x == SessionStatus.Completed),
            sessions[m].Count(x => x == SessionStatus.Cancelled),
            sessions[m].Count(x => x == SessionStatus.NoShow),
            finished[m].Count(),
            [.. Enum.GetValues<TouchUpReason>().Select(r => touchUps[m].Count(i => u.Reason[i] == r))],
            touchUps[m].Count(i => u.UnderWarranty[i] == true),
            events[m].Count()))];
    }
}
