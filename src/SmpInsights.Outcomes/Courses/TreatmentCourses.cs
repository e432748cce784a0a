using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Courses;

/// <summary>The completed treatments as of a date: the population of every outcome measure.</summary>
public sealed class TreatmentCourses
{
    private readonly int[] _courseOfTreatment;

    private TreatmentCourses(ClinicData data, DateOnly asOf, Course[] courses, int[] courseOfTreatment)
    {
        Data = data;
        AsOf = asOf;
        All = courses;
        _courseOfTreatment = courseOfTreatment;
    }

    /// <summary>The rows known at <see cref="AsOf"/>; the courses' indices point into these.</summary>
    public ClinicData Data { get; }

    public DateOnly AsOf { get; }

    /// <summary>In order of treatment id.</summary>
    public IReadOnlyList<Course> All { get; }

    /// <summary>Treatments begun but not completed by the as-of date.</summary>
    public int Open => Data.Treatments.Count - All.Count;

    /// <summary>The course of a treatment row, null while the treatment is open.</summary>
    public Course? OfTreatment(int treatment) => _courseOfTreatment[treatment] < 0 ? null : All[_courseOfTreatment[treatment]];

    /// <summary>The epoch in which a day lies, from completion on: the day of a touch-up belongs to the epoch before it.</summary>
    public int EpochOn(Course course, DateOnly day)
    {
        var epoch = 0;
        while (epoch < course.TouchUps.Length && Data.TouchUps.PerformedOn[course.TouchUps[epoch]] < day)
            epoch++;
        return epoch;
    }

    /// <summary>The courses of each clinic that has any, by clinic id, ordinally sorted, each with that clinic's rows alone.</summary>
    public IReadOnlyDictionary<string, TreatmentCourses> ByClinic()
    {
        var clinics = new SortedDictionary<string, TreatmentCourses>(StringComparer.Ordinal);
        foreach (var clinic in All.Select(c => c.Clinic).Distinct())
            clinics.Add(Data.Clinics.Id[clinic], Of(Data.OfClinic(clinic), AsOf));
        return clinics;
    }

    /// <summary>A touch-up before completion (possible only when a treatment was replaced after its touch-ups) starts no epoch.</summary>
    public static TreatmentCourses Of(ClinicData all, DateOnly asOf)
    {
        var data = all.KnownAt(asOf);
        var (t, u) = (data.Treatments, data.TouchUps);
        var touchUps = Enumerable.Range(0, u.Count).ToLookup(i => u.Treatment[i]);
        var index = new int[t.Count];
        Array.Fill(index, ClinicData.None);
        var courses = new List<Course>();
        for (var i = 0; i < t.Count; i++)
        {
            if (t.CompletedOn[i] is not { } completed)
                continue;
            var days = touchUps[i].Where(r => u.PerformedOn[r] >= completed).OrderBy(r => u.PerformedOn[r]).DistinctBy(r => u.PerformedOn[r]); // rows come by id and the sort is stable: the smallest id of a day stays
            index[i] = courses.Count;
            courses.Add(new Course(i, t.Client[i], data.Clients.Clinic[t.Client[i]], t.Practitioner[i], t.Technique[i], completed, t.FollowUpEndedOn[i], [.. days]));
        }

        return new TreatmentCourses(data, asOf, [.. courses], index);
    }
}
