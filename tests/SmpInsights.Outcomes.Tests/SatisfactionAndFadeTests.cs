using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Statistics.MixedModels;
using SmpInsights.Statistics.Ordinal;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Fifteen treatments completed on one day, read every 200 days from day 30 after healing; which answers meet which reading.</summary>
public sealed class SatisfactionAndFadeTests
{
    private static readonly DateOnly Completed = ClinicRows.Day("2023-01-01");
    private static readonly DateOnly Healed = Completed.AddDays(28);
    private static readonly int[] ReadOn = [30, 230, 430, 630];

    private readonly ClinicRows _rows = new();

    public SatisfactionAndFadeTests()
    {
        for (var i = 0; i < 15; i++)
        {
            _rows.Treatment(Id(i), "2022-12-01", Day(Completed, 0));
            foreach (var (j, day) in ReadOn.Index())
                _rows.Reading(Id(i) + j.ToString(CultureInfo.InvariantCulture), Id(i), Day(Healed, day), Contrast(i, j));
        }
    }

    [Fact]
    public void The_nearest_reading_counts_and_of_two_equally_near_the_earlier()
    {
        Answered("Q1", 3, Healed.AddDays(30), 4).Answered("Q2", 4, Healed.AddDays(131), 5).Answered("Q3", 5, Healed.AddDays(430 - 90), 3).Answered("Q4", 6, Healed.AddDays(630 + 90), 2);
        _rows.Reading("tie", Id(4), Day(Healed, 32), 9.5).Reading("tie2", Id(4), Day(Healed, 132), 9.4).Reading("tie0", Id(4), Day(Healed, 130), 9.3);
        Assert.Equal([(4, 3, Contrast(3, 0)), (5, 4, 9.3), (3, 5, Contrast(5, 2)), (2, 6, Contrast(6, 3))], Kept());
    }

    [Fact]
    public void A_reading_further_than_90_days_does_not_count()
    {
        Answered("Q1", 3, Healed.AddDays(630 + 91), 4).Answered("Q2", 3, Healed.AddDays(630 + 90), 4).Answered("Q3", 4, Healed.AddDays(130), 4);
        Assert.Equal([(4, 3, Contrast(3, 3))], Kept());
    }

    [Fact]
    public void An_answer_belongs_to_the_epoch_of_its_day()
    {
        _rows.TouchUp("U", Id(2), Day(Healed, 640));
        Answered("Q1", 2, Healed.AddDays(640), 4).Answered("Q2", 2, Healed.AddDays(641), 4).Answered("Q3", 2, Completed, 1).Answered("Q4", 2, Completed.AddDays(-1), 1);
        Assert.Equal([(4, 2, Contrast(2, 3)), (1, 2, Contrast(2, 0))], Kept());
    }

    [Fact]
    public void An_answer_after_follow_up_belongs_to_none()
    {
        _rows.Treatment(Id(2), "2022-12-01", Day(Completed, 0), ended: Day(Healed, 640), reason: EndReason.Moved);
        Answered("Q1", 2, Healed.AddDays(640), 4).Answered("Q2", 2, Healed.AddDays(641), 4);
        Assert.Equal([(4, 2, Contrast(2, 3))], Kept());
    }

    [Fact]
    public void Readings_by_another_method_and_while_healing_do_not_count_nor_answers_without_a_grade_or_yet_to_come()
    {
        _rows.Reading("photo", Id(2), Day(Healed, 300), 70, AssessmentMethod.Photo).Reading("fresh", Id(2), Day(Healed, -3), 20);
        Answered("Q1", 2, Healed.AddDays(299), 4).Answered("Q2", 3, Healed.AddDays(300), null).Answered("Q3", 3, ClinicRows.Day("2026-07-01"), 4).Answered("Q4", 2, Healed.AddDays(-2), 5);
        _rows.Survey("Q5", Id(4), Day(Healed, 30));
        Assert.Equal([(4, 2, Contrast(2, 1)), (5, 2, Contrast(2, 0))], Kept());
    }

    [Fact]
    public void Contrast_kept_is_over_the_units_own_healed_contrast_of_its_method()
    {
        for (var i = 15; i < 20; i++)
        {
            _rows.Treatment(Id(i), "2022-12-01", Day(Completed, 0));
            foreach (var (j, day) in ReadOn.Index())
                _rows.Reading(Id(i) + j.ToString(CultureInfo.InvariantCulture), Id(i), Day(Healed, day), 5 * Contrast(i - 15, j), AssessmentMethod.Photo);
        }

        Answered("Q1", 0, Healed.AddDays(430), 4).Answered("Q2", 15, Healed.AddDays(430), 4);
        var pairs = Measure().Pairs;
        Assert.Equal(pairs[0].ContrastKept, pairs[1].ContrastKept, 0.02); // a factor of five between instruments is none between shares
        Assert.InRange(pairs[0].ContrastKept, 0.8, 0.95);
    }

    [Fact]
    public void The_ratio_is_that_of_ten_percentage_points()
    {
        Everybody((i, j) => 1 + ((3 - j + (i % 3)) / 2 * 2 % 5));
        var measure = Measure();
        Assert.Equal((60, 15), (measure.Answers, measure.Clients));
        var shares = new double[60, 1];
        for (var k = 0; k < 60; k++)
            shares[k, 0] = measure.Pairs[k].ContrastKept;
        var fit = ProportionalOdds.Fit([.. measure.Pairs.Select(p => p.Satisfaction)], shares, [.. Enumerable.Range(0, 60).Select(k => k / 4)])!;
        var odds = measure.Odds!;
        Assert.Equal(Math.Exp(fit.Coefficients[0]!.Value / 10), odds.Ratio, 1e-9);
        Assert.Equal(Math.Exp((fit.Coefficients[0]!.Value - (1.959963984540054 * fit.StandardErrors[0]!.Value)) / 10), odds.Lower!.Value, 1e-9);
        Assert.Equal(fit.P(0)!.Value, odds.P, 1e-9);
        Assert.True(odds.Ratio > 1 && odds.Lower < odds.Ratio && odds.Ratio < odds.Upper);
        Assert.Equal(fit.ClusteredErrors[0]!.Value / 10, odds.StandardErrorByClient, 1e-9);
    }

    [Fact]
    public void Nine_answers_are_too_few_and_ten_are_enough()
    {
        for (var i = 0; i < 9; i++)
            Answered("Q" + Id(i), i, Healed.AddDays(ReadOn[i % 4]), 3 + (i % 2));
        Assert.Equal((9, null), (Measure().Answers, Measure().Odds));
        Answered("Q" + Id(9), 9, Healed.AddDays(430), 3);
        Assert.NotNull(Measure().Odds);
    }

    [Fact]
    public void One_grade_and_a_perfect_order_have_no_ratio()
    {
        Everybody((_, _) => 5);
        Assert.Equal((60, null), (Measure().Answers, Measure().Odds));
        var other = new SatisfactionAndFadeTests();
        other.Everybody((_, j) => j switch { 0 => 5, 3 => 1, _ => null });
        Assert.Equal((30, null), (other.Measure().Answers, other.Measure().Odds));
    }

    [Fact]
    public void Without_a_model_of_fade_there_is_no_pair()
    {
        var rows = new ClinicRows().Treatment("T", "2022-12-01", "2023-01-01").Reading("A1", "T", "2023-03-01", 10).Reading("A2", "T", "2023-06-01", 9).Survey("Q", "T", "2023-03-01", "2023-03-02", 4);
        var courses = TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30"));
        var measure = SatisfactionAndFade.Of(courses, FadeMeasures.Of(courses));
        Assert.Empty(measure.Pairs);
        Assert.Null(measure.Odds);
    }

    /// <summary>An answer on each day of a reading.</summary>
    private void Everybody(Func<int, int, int?> grade)
    {
        for (var i = 0; i < 15; i++)
            foreach (var (j, day) in ReadOn.Index())
                Answered("Q" + Id(i) + j.ToString(CultureInfo.InvariantCulture), i, Healed.AddDays(day), grade(i, j));
    }

    private SatisfactionAndFadeTests Answered(string id, int treatment, DateOnly on, int? grade)
    {
        _rows.Survey(id, Id(treatment), Day(on, -5), Day(on, 0), grade);
        return this;
    }

    private SatisfactionAndFade Measure()
    {
        var courses = TreatmentCourses.Of(_rows.Data(), ClinicRows.Day("2026-06-30"));
        return SatisfactionAndFade.Of(courses, FadeMeasures.Of(courses));
    }

    /// <summary>Each pair's grade, treatment and, taken back from the share, contrast read.</summary>
    private (int Grade, int Treatment, double Contrast)[] Kept()
    {
        var courses = TreatmentCourses.Of(_rows.Data(), ClinicRows.Day("2026-06-30"));
        var fade = FadeMeasures.Of(courses);
        var model = fade.All.Estimate!.Model;
        var own = RandomSlopePredictions.Of(model.Result, [.. model.Units.Select(u => u.Sums)], model.Pattern, model.Patterns);
        return [.. SatisfactionAndFade.Of(courses, fade).Pairs.Select(p =>
        {
            var unit = model.Units.Index().Single(u => u.Item.Course.Client == p.Client);
            return (p.Satisfaction, int.Parse(courses.Data.Treatments.Id[unit.Item.Course.Treatment].AsSpan(1), CultureInfo.InvariantCulture), Math.Round(p.ContrastKept * Math.Exp(own[unit.Index].OwnIntercept), 9));
        })];
    }

    private static double Contrast(int i, int j) => Math.Round(12 * Math.Exp(((-0.1 - (0.01 * i)) * ReadOn[j] / 365.25) + (j % 2 == 0 ? 0.02 : -0.03)), 9);

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"T{i:00}");

    private static string Day(DateOnly from, int days) => from.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
