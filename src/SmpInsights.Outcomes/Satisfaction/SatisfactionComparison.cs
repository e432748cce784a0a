using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>
/// Satisfaction of group <paramref name="A"/> against <paramref name="B"/>. <paramref name="CliffsDelta"/> is above 0 where A's clients are the more satisfied;
/// <paramref name="P"/> is two-sided, <paramref name="Holm"/> the same adjusted for all pairs, both null where all answers of the pair are equal.
/// </summary>
public sealed record SatisfactionPair(string A, string B, double? P, double? Holm, double CliffsDelta);

/// <summary>
/// The answers on satisfaction (1 to 5) compared between groups. <paramref name="AnswersByGroup"/> is ordinally sorted, groups with an answer only;
/// <paramref name="Test"/> is null where all answers are equal; <paramref name="Pairs"/> holds every pair once, in ordinal order of ids.
/// </summary>
public sealed record SatisfactionComparison(IReadOnlyDictionary<string, int> AnswersByGroup, KruskalWallisResult? Test, IReadOnlyList<SatisfactionPair> Pairs)
{
    /// <summary>What the smaller group of a pair lacks for a report to print it; null where both have answers enough.</summary>
    public Shortage? ShortageOf(SatisfactionPair pair) => Comparability.OfPair(AnswersByGroup[pair.A], AnswersByGroup[pair.B]);

    /// <summary>Null unless clients of at least two groups answered, and the groups may be compared (<see cref="Covariate.Compares"/>).</summary>
    /// <param name="courses">Whose answers count.</param>
    /// <param name="include">Takes a survey row; every one where left out.</param>
    /// <param name="grouping">What is compared; techniques where left out. A survey belongs to the epoch in which it was sent.</param>
    public static SatisfactionComparison? Of(TreatmentCourses courses, Func<int, bool>? include = null, Covariate? grouping = null)
    {
        var (q, by) = (courses.Data.Surveys, grouping ?? Covariate.Technique);
        var groupOf = by.Groups(courses);
        var asked = new List<Course>();
        var answers = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        for (var i = 0; i < q.Count; i++)
        {
            if (courses.OfTreatment(q.Treatment[i]) is not { } course || q.RespondedOn[i] is null || q.Satisfaction[i] is not { } answer || include?.Invoke(i) == false)
                continue;
            var name = groupOf(course, courses.EpochOn(course, q.SentOn[i]));
            if (!answers.TryGetValue(name, out var group))
                answers.Add(name, group = []);
            group.Add(answer);
            asked.Add(course);
        }

        return answers.Count < 2 || !by.Compares(asked) ? null : Of([.. answers.Select(a => (a.Key, a.Value.ToArray()))]);
    }

    private static SatisfactionComparison Of((string Id, double[] Answers)[] groups)
    {
        var pairs = new List<(string A, string B, MannWhitneyResult Test)>();
        for (var a = 0; a < groups.Length; a++)
            for (var b = a + 1; b < groups.Length; b++)
                pairs.Add((groups[a].Id, groups[b].Id, MannWhitney.Test(groups[a].Answers, groups[b].Answers)!));
        var holm = SmpInsights.Statistics.Ranks.Holm.Adjust([.. pairs.Select(p => p.Test.P)]);
        return new SatisfactionComparison(
            new SortedDictionary<string, int>(groups.ToDictionary(g => g.Id, g => g.Answers.Length, StringComparer.Ordinal), StringComparer.Ordinal),
            KruskalWallis.Test([.. groups.SelectMany(g => g.Answers)], [.. groups.SelectMany((g, k) => g.Answers.Select(_ => k))]),
            [.. pairs.Select((p, i) => new SatisfactionPair(p.A, p.B, p.Test.P, holm[i], p.Test.CliffsDelta))]);
    }
}
