using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>Sorts contrast readings into epochs and keeps the usable ones. What was left out is counted, so that a report can say it.</summary>
public sealed record FadeUnits(
    IReadOnlyList<FadeUnit> Units,
    int ReadingsOfOpenTreatments,
    int ReadingsAfterFollowUp,
    int ReadingsWhileHealing,
    int ReadingsOnSameDay,
    int ReadingsByOtherMethod,
    IReadOnlyList<(Course Course, int Epoch)> EpochsWithOneReading)
{
    private readonly record struct Reading(int Epoch, AssessmentMethod Method, DateOnly On, string Id, double Years, double LogContrast);

    public static FadeUnits Of(TreatmentCourses courses)
    {
        var a = courses.Data.Assessments;
        var counts = new Counts();
        var byCourse = new List<int>?[courses.Data.Treatments.Count];
        for (var i = 0; i < a.Count; i++)
        {
            if (courses.OfTreatment(a.Treatment[i]) is not { } course)
                counts.Open++;
            else if (a.AssessedOn[i] > course.FollowUpEndedOn)
                counts.AfterFollowUp++;
            else
                (byCourse[a.Treatment[i]] ??= []).Add(i);
        }

        var units = new List<FadeUnit>();
        foreach (var course in courses.All)
            if (byCourse[course.Treatment] is { } rows)
                AddUnits(courses, course, rows, units, counts);
        return new FadeUnits(units, counts.Open, counts.AfterFollowUp, counts.Healing, counts.SameDay, counts.OtherMethod, counts.Single);
    }

    private static void AddUnits(TreatmentCourses courses, Course course, List<int> rows, List<FadeUnit> units, Counts counts)
    {
        var (a, u) = (courses.Data.Assessments, courses.Data.TouchUps);
        var readings = new List<Reading>(rows.Count);
        foreach (var i in rows)
        {
            var epoch = courses.EpochOn(course, a.AssessedOn[i]);
            var years = OutcomeTime.Years(Start(epoch).AddDays(OutcomeTime.HealingDays), a.AssessedOn[i]);
            if (years < 0)
                counts.Healing++;
            else
                readings.Add(new Reading(epoch, a.Method[i], a.AssessedOn[i], a.Id[i], years, Math.Log(a.Contrast[i])));
        }

        foreach (var epoch in readings.GroupBy(r => r.Epoch).OrderBy(g => g.Key))
        {
            var daily = epoch.OrderBy(r => r.On).ThenBy(r => r.Id, StringComparer.Ordinal).DistinctBy(r => (r.Method, r.On)).ToList();
            var usual = daily.GroupBy(r => r.Method).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().ToList();
            counts.SameDay += epoch.Count() - daily.Count;
            if (usual.Count < 2)
            {
                counts.Single.Add((course, epoch.Key));
                continue;
            }

            counts.OtherMethod += daily.Count - usual.Count;
            var since = daily.GroupBy(r => r.Method).Where(g => g.Count() > 1).Min(g => g.ElementAt(1).On);
            double[] years = [.. usual.Select(r => r.Years)];
            double[] logContrast = [.. usual.Select(r => r.LogContrast)];
            units.Add(new FadeUnit(course, epoch.Key, Start(epoch.Key), usual[0].Method, UnitSums.Of(years, logContrast)) { Years = years, LogContrast = logContrast, Since = since });
        }

        DateOnly Start(int epoch) => epoch == 0 ? course.CompletedOn : u.PerformedOn[course.TouchUps[epoch - 1]];
    }

    private sealed class Counts
    {
        public int Open { get; set; }

        public int AfterFollowUp { get; set; }

        public int Healing { get; set; }

        public int SameDay { get; set; }

        public int OtherMethod { get; set; }

        public List<(Course Course, int Epoch)> Single { get; } = [];
    }
}
