using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class SatisfactionTests
{
    private static TreatmentCourses Courses(ClinicRows rows, string asOf = "2026-06-30") => TreatmentCourses.Of(rows.Data(), ClinicRows.Day(asOf));

    private static ClinicRows Ten()
    {
        // satisfaction 5 5 5 4 4 4 4 3 2 1; recommend 10 10 9 9 8 8 7 6 3 0: 4 promoters, 3 detractors of 10
        int[] satisfaction = [5, 5, 5, 4, 4, 4, 4, 3, 2, 1];
        int[] recommend = [10, 10, 9, 9, 8, 8, 7, 6, 3, 0];
        var rows = new ClinicRows();
        for (var i = 0; i < 10; i++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i}");
            rows.Treatment(id, "2026-01-01", "2026-02-01").Survey("Q" + id, id, "2026-03-10", "2026-03-20", satisfaction[i], recommend[i]);
        }

        return rows.Treatment("T10", "2026-01-01", "2026-02-01").Survey("QT10", "T10", "2026-03-10").Treatment("open", "2026-01-01", null).Survey("Qopen", "open", "2026-03-10", "2026-03-11", 1, 0);
    }

    [Fact]
    public void Ten_answers_by_hand()
    {
        var s = SatisfactionMeasure.Of(Courses(Ten()));
        Assert.Equal((11, 10, 10), (s.Sent, s.Responded, s.Clients));
        Assert.Equal(3.7, s.Mean!.Value, 12);
        Assert.Equal([1, 1, 1, 4, 3], s.Distribution);
        Assert.Equal(0.7, s.Satisfied.Share!.Value, 12);
        // Wilson, 7 of 10: R's prop.test(7, 10, correct = FALSE)
        Assert.Equal(0.396778147461, s.Satisfied.Interval!.Value.Lower, 11);
        Assert.Equal(0.892208732594, s.Satisfied.Interval!.Value.Upper, 11);
        // (4 - 3) / 10; standard error sqrt((0.4 + 0.3 - 0.01) / 10)
        Assert.Equal(10, s.Promoters.Points!.Value, 12);
        Assert.Equal(10 - (100 * 1.959963984540054 * Math.Sqrt(0.069)), s.Promoters.Interval!.Value.Lower, 9);
    }

    [Fact]
    public void A_response_after_the_as_of_date_has_not_happened()
    {
        var s = SatisfactionMeasure.Of(Courses(Ten(), "2026-03-19"));
        Assert.Equal((11, 0), (s.Sent, s.Responded));
        Assert.Null(s.Mean);
        Assert.Null(s.Satisfied.Share);
        Assert.Null(s.Satisfied.Interval);
        Assert.Null(s.Promoters.Points);
    }

    [Fact]
    public void All_promoters_have_a_score_of_100_and_no_interval()
    {
        var score = new NetPromoterScore(8, 8, 0, 8);
        Assert.Equal(100, score.Points);
        Assert.Null(score.Interval);
    }

    [Fact]
    public void A_printed_interval_ends_where_the_scale_does()
    {
        var score = new NetPromoterScore(8, 0, 7, 8);
        Assert.True(score.Interval!.Value.Lower < -100);
        Assert.Equal(-100, score.IntervalOnScale!.Value.Lower);
        Assert.Equal(score.Interval.Value.Upper, score.IntervalOnScale.Value.Upper);
    }

    [Fact]
    public void A_past_month_gives_the_same_numbers_now_as_it_gave_then()
    {
        var rows = Ten().Treatment("T11", "2026-01-01", "2026-02-01").Survey("QT11", "T11", "2026-03-30", "2026-04-02", 1, 1);
        var then = SatisfactionMeasure.OfMonths(Courses(rows, "2026-03-31"), new MonthSpan(new ReportMonth(2026, 3), new ReportMonth(2026, 3)));
        var now = SatisfactionMeasure.OfMonths(Courses(rows), new MonthSpan(new ReportMonth(2026, 3), new ReportMonth(2026, 3)));
        Assert.Equal((then.Sent, then.Responded, then.Mean), (now.Sent, now.Responded, now.Mean));
        Assert.Equal(10, now.Responded);
    }
}
