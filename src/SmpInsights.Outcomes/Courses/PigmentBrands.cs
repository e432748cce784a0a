using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Courses;

/// <summary>The pigment brand of a treatment: that of most of its completed sessions, <see cref="Mixed"/> on a tie; sessions with an unknown pigment do not count.</summary>
public static class PigmentBrands
{
    public const string Mixed = "mixed";

    /// <summary>The brand of any course, null where no completed session has a known pigment.</summary>
    public static Func<Course, string?> Of(TreatmentCourses courses)
    {
        var (s, brands) = (courses.Data.Sessions, courses.Data.Pigments.Brand);
        var byTreatment = new Dictionary<int, Dictionary<string, int>>();
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Status[i] != SessionStatus.Completed || s.Pigment[i] < 0)
                continue;
            if (!byTreatment.TryGetValue(s.Treatment[i], out var counts))
                byTreatment.Add(s.Treatment[i], counts = new Dictionary<string, int>(StringComparer.Ordinal));
            counts[brands[s.Pigment[i]]] = counts.GetValueOrDefault(brands[s.Pigment[i]]) + 1;
        }

        return course => byTreatment.TryGetValue(course.Treatment, out var counts) ? Usual(counts) : null;
    }

    private static string Usual(Dictionary<string, int> counts)
    {
        var most = counts.Values.Max();
        var usual = counts.Where(c => c.Value == most).ToList();
        return usual.Count == 1 ? usual[0].Key : Mixed;
    }
}
