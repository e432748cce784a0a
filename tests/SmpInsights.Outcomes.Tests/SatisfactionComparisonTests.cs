using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Satisfaction;

namespace SmpInsights.Outcomes.Tests;

public sealed class SatisfactionComparisonTests
{
    private static SatisfactionComparison? Compare(params (string Technique, int?[] Answers)[] groups)
    {
        var rows = new ClinicRows();
        foreach (var (technique, answers) in groups)
        {
            for (var i = 0; i < answers.Length; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{technique}{i}");
                rows.Treatment(id, "2026-01-01", "2026-02-01", technique).Survey("Q" + id, id, "2026-03-10", "2026-03-20", answers[i], 9);
            }
        }

        rows.Treatment("late", "2026-01-01", "2026-02-01", "late").Survey("Qlate", "late", "2026-03-10", "2026-07-02", 5, 9);
        rows.Treatment("open", "2026-01-01", null, "open").Survey("Qopen", "open", "2026-03-10", "2026-03-11", 5, 9);
        return SatisfactionComparison.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30")));
    }

    [Fact]
    public void Three_techniques_by_hand()
    {
        // a against b: ranks 1 3 3 | 3 5½ 5½, so U = 1 of 9 and p = erfc(1); c, without an answer on satisfaction, is no group
        var compared = Compare(("b", [2, 3, 3]), ("a", [1, 2, 2, null]), ("c", [null]))!;
        Assert.Equal(["a 3", "b 3"], compared.AnswersByGroup.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Value}")));
        Assert.Equal(49.0 / 18, compared.Test!.H, 12);
        Assert.Equal(1, compared.Test.DegreesOfFreedom);
        var pair = Assert.Single(compared.Pairs);
        Assert.Equal(("a", "b"), (pair.A, pair.B));
        Assert.Equal(-7.0 / 9, pair.CliffsDelta, 12);
        Assert.Equal(0.157299207050285, pair.P!.Value, 12);
        Assert.Equal(pair.P, pair.Holm);
    }

    [Fact]
    public void Every_pair_is_there_once_in_ordinal_order_and_an_untestable_one_does_not_count_for_Holm()
    {
        var compared = Compare(("b", [1, 2, 2]), ("D", [5, 5]), ("c", [5, 5, 5]))!;
        Assert.Equal(["D-b", "D-c", "b-c"], compared.Pairs.Select(p => p.A + "-" + p.B));
        Assert.Null(compared.Pairs[1].P);
        Assert.Null(compared.Pairs[1].Holm);
        Assert.Equal(0, compared.Pairs[1].CliffsDelta);
        Assert.Equal(2 * Math.Min(compared.Pairs[0].P!.Value, compared.Pairs[2].P!.Value), Math.Min(compared.Pairs[0].Holm!.Value, compared.Pairs[2].Holm!.Value), 12);
    }

    [Fact]
    public void Other_names_that_turn_the_order_round_change_only_signs()
    {
        var one = Compare(("a", [1, 2, 4, 5]), ("b", [3, 4, 5, 5, 5]))!;
        var other = Compare(("z", [5, 4, 1, 2]), ("y", [5, 5, 3, 5, 4]))!;
        Assert.Equal(one.Test!.H, other.Test!.H, 12);
        Assert.Equal(one.Pairs[0].CliffsDelta, -other.Pairs[0].CliffsDelta, 12);
        Assert.Equal(one.Pairs[0].P!.Value, other.Pairs[0].P!.Value, 12);
    }

    [Fact]
    public void All_answers_equal_are_no_test_but_no_difference()
    {
        var compared = Compare(("a", [4, 4]), ("b", [4]))!;
        Assert.Null(compared.Test);
        Assert.Null(compared.Pairs[0].P);
        Assert.Equal(0, compared.Pairs[0].CliffsDelta);
    }

    [Fact]
    public void One_technique_or_none_is_no_comparison()
    {
        Assert.Null(Compare(("a", [1, 2, 3])));
        Assert.Null(Compare());
    }
}
