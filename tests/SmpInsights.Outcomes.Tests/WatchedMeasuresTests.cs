using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Tests;

public sealed class WatchedMeasuresTests
{
    private static readonly ReportMonth March = new(2026, 3);

    private static IReadOnlyDictionary<string, WatchedSeries> Watch(ClinicData data, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased = null) =>
        WatchedMeasures.Of(TreatmentCourses.Of(data, month.Last), "GBP", month, rebased).ToDictionary(s => s.Measure.Id, StringComparer.Ordinal);

    private static string Line(WatchedSeries s) => string.Join(' ', s.Months.Select(m => string.Create(CultureInfo.InvariantCulture,
        $"{m.Month}:{(m.Measured.Whole is null ? m.Measured.Value?.ToString(CultureInfo.InvariantCulture) ?? "-" : string.Create(CultureInfo.InvariantCulture, $"{m.Measured.Part}/{m.Measured.Whole}({m.Measured.Clients})"))}")));

    private static ClinicRows Quarter() => new ClinicRows()
        .Treatment("T1", "2026-01-05", "2026-01-20").Treatment("T2", "2026-01-06", "2026-03-01").Treatment("T3", "2026-01-07", null)
        .Session("T1", "2026-01-05").Session("T1", "2026-01-20", SessionStatus.NoShow).Session("T2", "2026-01-06").Session("T3", "2026-03-07", SessionStatus.Cancelled).Session("T2", "2026-03-31")
        .Survey("Q1", "T1", "2026-02-01", "2026-02-20", 5, 9).Survey("Q2", "T1", "2026-02-02", "2026-03-01", 1, 1).Survey("Q3", "T2", "2026-02-03", "2026-02-04", 4, 4).Survey("Q4", "T2", "2026-03-30", "2026-03-31", 3, 4)
        .TouchUp("U1", "T1", "2026-02-10").TouchUp("U2", "T1", "2026-03-10", warranty: true)
        .AdverseEvent("T1", "2026-01-31").AdverseEvent("T2", "2026-02-01").AdverseEvent("T2", "2026-03-31").AdverseEvent("T2", "2026-03-31")
        .Payment(PaymentKind.Session, "2026-01-05", 100.10m, 10m).Payment(PaymentKind.Refund, "2026-03-05", -30.05m);

    [Fact]
    public void Three_months_by_hand()
    {
        var w = Watch(Quarter().Data(), March);
        Assert.Equal("2026-02:1/1(1) 2026-03:0/1(1)", Line(w["satisfied"])); // Q2 was not back yet, T2 not finished when Q3 was sent
        Assert.Equal("2026-02:1/2(1) 2026-03:1/1(1)", Line(w["response_rate"]));
        Assert.Equal("2026-01:1/3(2) 2026-02:0/0(0) 2026-03:1/2(2)", Line(w["sessions_not_held"]));
        Assert.Equal("2026-01:100 2026-02:- 2026-03:200", Line(w["adverse_events_per_100"]));
        Assert.Equal("2026-01:100.1 2026-02:0 2026-03:-30.05", Line(w["received"]));
        Assert.Equal("2026-02:0 2026-03:1", Line(w["touch_ups_under_warranty"]));
        Assert.Equal("2026-01:2 2026-02:0 2026-03:1", Line(w["sessions_completed"]));
    }

    [Fact]
    public void A_clinic_without_rows_has_measures_without_months()
    {
        var w = Watch(new ClinicRows().Clinic().Data(), March);
        Assert.Equal(WatchedMeasures.All.Select(m => m.Id), w.Keys);
        Assert.All(w.Values, s => Assert.Empty(s.Months));
        var paid = Watch(new ClinicRows().Payment(PaymentKind.Product, "2026-02-01", 5m).Data(), March);
        Assert.Equal("2026-02:5 2026-03:0", Line(paid["received"]));
        Assert.All(paid.Values.Where(s => s.Measure != WatchedMeasures.Received), s => Assert.Empty(s.Months));
    }

    [Fact]
    public void Adverse_events_are_watched_from_the_first_treatment_finished_or_event()
    {
        string Watched(string finished, string happened) => Line(Watch(new ClinicRows().Treatment("T", "2026-01-01", finished).AdverseEvent("T", happened).Data(), March)["adverse_events_per_100"]);
        Assert.Equal("2026-01:0 2026-02:- 2026-03:-", Watched("2026-01-20", "2026-03-01"));
        Assert.Equal("2026-01:- 2026-02:- 2026-03:0", Watched("2026-03-20", "2026-01-02"));
    }

    [Fact]
    public void More_is_worse_of_what_went_wrong_and_better_of_the_rest() => Assert.Equal(
        ["sessions_not_held", "adverse_events_per_100", "touch_ups_under_warranty"],
        WatchedMeasures.All.Where(m => m.Meaning(1) == SignalMeaning.Concern && m.Meaning(-1) == SignalMeaning.Improvement).Select(m => m.Id));

    [Fact]
    public void Only_months_that_are_over_and_measures_that_there_are()
    {
        var courses = TreatmentCourses.Of(Quarter().Data(), ClinicRows.Day("2026-03-30"));
        Assert.Throws<ArgumentException>(() => WatchedMeasures.Of(courses, "GBP", March));
        Assert.Throws<ArgumentException>(() => WatchedMeasures.Of(courses, "GBP", March.Previous, new Dictionary<string, ReportMonth>(StringComparer.Ordinal) { ["mood"] = March }));
    }

    [Fact]
    public void A_clinic_is_watched_on_its_own_rows()
    {
        var both = Quarter().Treatment("X", "2025-01-01", "2025-02-01", clinic: "A").Session("X", "2025-01-01").Survey("QX", "X", "2026-02-01", "2026-02-02", 5).Payment(PaymentKind.Deposit, "2025-01-01", 9m, clinic: "A").Data();
        var (ours, theirs) = (Watch(both.OfClinic(1), March), Watch(both.OfClinic(0), March));
        foreach (var (id, series) in Watch(Quarter().Data(), March))
            Assert.Equal(Line(series), Line(ours[id]));
        Assert.Equal("2025-01", theirs["received"].Months[0].Month.ToString());
        Assert.Equal(both.Treatments.Count, both.OfClinic(0).Treatments.Count + both.OfClinic(1).Treatments.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => both.OfClinic(2));
    }

    [Fact]
    public void Every_month_is_what_the_month_s_own_measures_say()
    {
        var data = ManyMonths(40, 12);
        var last = new ReportMonth(2023, 4);
        var courses = TreatmentCourses.Of(data, last.Last);
        foreach (var series in Watch(data, last).Values)
        {
            Assert.Equal(last, series.Months[^1].Month);
            foreach (var m in series.Months)
            {
                var then = TreatmentCourses.Of(data, m.Month.Last);
                var (answers, activity) = (SatisfactionMeasure.Of(then, i => m.Month.Contains(then.Data.Surveys.SentOn[i])), ActivityMonth.Of(courses, [m.Month])[0]);
                double? expected = series.Measure.Id switch
                {
                    "satisfied" => answers.Satisfied.Share,
                    "response_rate" => answers.ResponseRate,
                    "sessions_not_held" => activity.Booked == 0 ? null : (double)(activity.Cancelled + activity.NoShow) / activity.Booked,
                    "adverse_events_per_100" => activity.TreatmentsFinished == 0 ? null : 100.0 * activity.AdverseEvents / activity.TreatmentsFinished,
                    "received" => (double)Revenue.ByMonth(data, "GBP").GetValueOrDefault(m.Month).Received,
                    "touch_ups_under_warranty" => activity.UnderWarranty,
                    _ => activity.Completed,
                };
                Assert.Equal(expected, m.Measured.Value);
            }
        }
    }

    [Fact]
    public void As_months_pass_nothing_that_was_printed_changes()
    {
        var data = ManyMonths(60, 8);
        var (then, now) = (Watch(data, new ReportMonth(2022, 6)), Watch(data, new ReportMonth(2024, 12)));
        foreach (var (id, series) in then)
        {
            Assert.Equal(LimitsState.Frozen, series.Stretches[0].State);
            Assert.Equal(series.Months, now[id].Months.Take(series.Months.Count));
        }
    }

    [Fact]
    public void Rebasing_is_by_measure()
    {
        var data = ManyMonths(60, 8);
        var since = new ReportMonth(2022, 10);
        var w = Watch(data, new ReportMonth(2024, 12), new Dictionary<string, ReportMonth>(StringComparer.Ordinal) { ["received"] = since });
        Assert.Equal(since, w["received"].Stretches[1].From);
        Assert.All(w.Values.Where(s => s.Measure != WatchedMeasures.Received), s => Assert.Single(s.Stretches));
    }

    /// <summary>Prints what ten years cost; runs only with SMP_BENCH=1, in Release.</summary>
    [Fact]
    public void Ten_years_of_a_large_clinic()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        foreach (var perMonth in new[] { 250, 500, 1000 })
        {
            var courses = TreatmentCourses.Of(ManyMonths(120, perMonth), new DateOnly(2029, 12, 31));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var series = WatchedMeasures.Of(courses, "GBP", new ReportMonth(2029, 12));
            TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{120 * perMonth} treatments, {series[0].Months.Count} months: {clock.ElapsedMilliseconds} ms"));
        }
    }

    /// <summary>Treatments from January 2020 on, each with sessions, surveys (some answered weeks later), and now and then a touch-up or an event.</summary>
    private static ClinicData ManyMonths(int months, int perMonth)
    {
        var random = new Random(7);
        var rows = new ClinicRows();
        string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var i = 0; i < months * perMonth; i++)
        {
            var start = new ReportMonth(2020, 1).Add(i / perMonth).First.AddDays(random.Next(28));
            var done = start.AddDays(random.Next(60));
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:000000}");
            rows.Treatment(id, Iso(start), Iso(done)).Session(id, Iso(start)).Session(id, Iso(done), (SessionStatus)random.Next(3));
            var sent = start.AddDays(random.Next(90));
            rows.Survey("Q" + id, id, Iso(sent), random.Next(3) == 0 ? null : Iso(sent.AddDays(random.Next(40))), 1 + random.Next(5), random.Next(11));
            rows.Payment(random.Next(9) == 0 ? PaymentKind.Refund : PaymentKind.Session, Iso(start), random.Next(1, 90_000) / 100m);
            if (random.Next(4) == 0)
                rows.TouchUp("U" + id, id, Iso(done.AddDays(random.Next(30))), warranty: random.Next(2) == 0).AdverseEvent(id, Iso(done));
        }

        return rows.Data();
    }
}
