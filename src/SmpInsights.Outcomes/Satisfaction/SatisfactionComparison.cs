using SmpInsights.Outcomes.Courses;
using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>
/// Satisfaction of technique <paramref name="A"/> against <paramref name="B"/>. <paramref name="CliffsDelta"/> is above 0 where A's clients are the more satisfied;
/// <paramref name="P"/> is two-sided, <paramref name="Holm"/> the same adjusted for all pairs, both null where all answers of the pair are equal.
/// </summary>
public sealed record SatisfactionPair(string A, string B, double? P, double? Holm, double CliffsDelta);

/// <summary>
/// The answers on satisfaction (1 to 5) compared between techniques. <paramref name="AnswersByTechnique"/> is keyed by technique id, ordinally sorted, techniques with an answer only;
/// <paramref name="Test"/> is null where all answers are equal; <paramref name="Pairs"/> holds every pair once, in ordinal order of ids.
/// </summary>
public sealed record SatisfactionComparison(IReadOnlyDictionary<string, int> AnswersByTechnique, KruskalWallisResult? Test, IReadOnlyList<SatisfactionPair> Pairs)
{
    /// <summary>Null unless clients of at least two techniques answered. <paramref name="include"/> takes a survey row.</summary>
    public static SatisfactionComparison? Of(TreatmentCourses courses, Func<int, bool>? include = null)
    {
        var (q, techniques) = (courses.Data.Surveys, courses.Data.Techniques.Id);
        var answers = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        for (var i = 0; i < q.Count; i++)
        {
            if (courses.OfTreatment(q.Treatment[i]) is not { } course || q.RespondedOn[i] is null || q.Satisfaction[i] is not { } answer || include?.Invoke(i) == false)
                continue;
            if (!answers.TryGetValue(techniques[course.Technique], out var group))
                answers.Add(techniques[course.Technique], group = []);
            group.Add(answer);
        }

        return answers.Count < 2 ? null : Of([.. answers.Select(a => (a.Key, a.Value.ToArray()))]);
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
