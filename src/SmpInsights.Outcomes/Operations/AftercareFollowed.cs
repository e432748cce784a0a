using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Operations;

/// <summary>Aftercare checks of twelve months in which the client had avoided swimming, steam and exercise, among the checks that answered all three.</summary>
public sealed record AftercareFollowed(int Checks, int Followed, int Clients)
{
    public const int Months = 12;

    public double? Share => Checks == 0 ? null : (double)Followed / Checks;

    public Interval? Interval => WilsonInterval.Of(Followed, Checks);

    public static AftercareFollowed Of(TreatmentCourses courses, ReportMonth month)
    {
        var (c, from) = (courses.Data.AftercareChecks, month.Add(1 - Months).First);
        int[] complete = [.. Enumerable.Range(0, c.Count).Where(i => c.CheckedOn[i] >= from && c.CheckedOn[i] <= month.Last
            && c.AvoidedSwimming[i] is not null && c.AvoidedSteam[i] is not null && c.AvoidedExercise[i] is not null)];
        return new AftercareFollowed(
            complete.Length,
            complete.Count(i => c.AvoidedSwimming[i] is true && c.AvoidedSteam[i] is true && c.AvoidedExercise[i] is true),
            complete.Select(i => courses.Data.Treatments.Client[c.Treatment[i]]).Distinct().Count());
    }
}
