using System.Diagnostics;
using System.Globalization;
using System.Text;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Tests.Monthly;

/// <summary>What changed, is it real, what should be done: the manager's page.</summary>
public sealed class ManagerReportTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static PublishedMonth Published(ClinicRows rows) => PublishedMonth.Of(MonthlyClinic.Of(rows.Data(), June), SmallestCell.Default);

    private static ReportDocument Compose(PublishedMonth published) => MonthlyClinicLayout.Compose(published, "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0");

    private static ReportDocument Of(ClinicRows rows) => Compose(Published(rows));

    private static string Id(string kind, int i) => string.Create(CultureInfo.InvariantCulture, $"{kind}{i:0000}");

    private static string On(ReportMonth month, int day) => string.Create(CultureInfo.InvariantCulture, $"{month}-{day:00}");

    private static Figure Figure(ReportDocument document, string id) => document.Figures.Single(f => string.Equals(f.Id, id, StringComparison.Ordinal));

    private static TableBlock Table(ReportDocument document, string id) => document.Tables.Single(t => string.Equals(t.Id, id, StringComparison.Ordinal));

    private static string Page(ReportDocument document) => Encoding.UTF8.GetString(Artefacts.Write(document).Single(a => string.Equals(a.Path, "report.html", StringComparison.Ordinal)).Bytes);

    /// <summary>Sessions a month, the last of them June's: 24 months of 9 and 11, then these.</summary>
    private static ClinicRows Sessions(params int[] later)
    {
        var rows = new ClinicRows();
        int[] counts = [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 9 : 11), .. later];
        for (var i = 0; i < 30; i++)
            rows.Treatment(Id("T", i), "2020-01-01", null);
        for (var k = 0; k < counts.Length; k++)
            for (var i = 0; i < counts[k]; i++)
                rows.Session(Id("T", i), On(June.Add(k + 1 - counts.Length), 3));
        return rows;
    }

    [Fact]
    public void Limits_begin_anew_where_the_definition_says_that_something_was_changed_on_purpose()
    {
        var data = Sessions([.. Enumerable.Range(0, 14).Select(i => i % 2 == 0 ? 19 : 21)]).Data();
        WatchedSeries Watched(IReadOnlyDictionary<string, ReportMonth>? rebased) =>
            PublishedMonth.Of(MonthlyClinic.Of(data, June, rebased), SmallestCell.Default).Watching.Single(w => w.Series.Measure == WatchedMeasures.Sessions).Series;
        Assert.Contains(Watched(null).Signals, s => s.Months[^1] == June);
        var anew = Watched(new Dictionary<string, ReportMonth>(StringComparer.Ordinal) { [WatchedMeasures.Sessions.Id] = June.Add(-13) });
        Assert.DoesNotContain(anew.Signals, s => s.Months[^1] == June);
        Assert.Equal((10, 20), (anew.Stretches[0].Centre, anew.Stretches[1].Centre));
    }

    /// <summary>Twenty clients asked a month, so many of them satisfied; as many others answered by a second practitioner.</summary>
    private static ClinicRows Answers(params int[] satisfied)
    {
        var rows = new ClinicRows();
        for (var k = 0; k < satisfied.Length; k++)
            for (var i = 0; i < 20; i++)
            {
                var (id, month) = (Id("T", (20 * k) + i), June.Add(k + 1 - satisfied.Length));
                rows.Treatment(id, On(month.Add(-2), 1), On(month.Add(-1), 1), practitioner: i % 2 == 0 ? "A" : "B").Session(id, On(month.Add(-2), 1)).Survey("Q" + id, id, On(month, 2), On(month, 9), i < satisfied[k] ? 5 : 2, 9);
            }

        return rows;
    }

    private static ClinicRows Touched(int treatments, int touchUps)
    {
        var rows = new ClinicRows();
        for (var i = 0; i < treatments; i++)
        {
            var id = Id("T", i);
            rows.Treatment(id, "2022-01-01", On(new ReportMonth(2022, 1 + (i % 12)), 5));
            if (i < touchUps)
                rows.TouchUp("U" + id, id, On(new ReportMonth(2023 + (i % 3), 1 + (i % 12)), 1 + (i % 28)));
        }

        return rows;
    }

    [Fact]
    public void A_signal_that_begins_this_month_is_the_first_sentence_and_marked_by_shape()
    {
        var document = Of(Sessions(30));
        Assert.StartsWith("Improvement: sessions held came to 30 in June 2026, outside the limits of its ordinary ups and downs (4.7 to 15.3); usual is 10.0. Find out", document.Headlines[0], StringComparison.Ordinal);
        var figure = Figure(document, "watch-sessions-completed");
        var signal = Assert.Single(figure.Marks.OfType<PointsMark>());
        Assert.Equal((SeriesRole.Improvement, "outside the limits"), (signal.Series.Role, Assert.Single(signal.Points).Label));
        Assert.Contains(">Improvement<", SvgRenderer.Render(figure), StringComparison.Ordinal);
        Assert.Equal(Tone.Improvement, document.Blocks.OfType<TilesBlock>().Single().Tiles[0].Tone);
        Assert.Equal(SeriesRole.Concern, Assert.Single(Figure(Of(Sessions(1)), "watch-sessions-completed").Marks.OfType<PointsMark>()).Series.Role);
        Assert.StartsWith("Needs attention: sessions held came to 1 in June 2026", Of(Sessions(1)).Headlines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_clinic_that_has_grown_is_told_so_once_and_not_as_news()
    {
        var document = Of(Sessions(20, 20, 20, 20));
        Assert.Equal("Nothing new this month lies outside the clinic's usual ups and downs.", document.Headlines[0]);
        Assert.Equal("Better than the baseline for some time: sessions held (above its usual level since March 2026).", document.Headlines[1]);
    }

    [Fact]
    public void After_a_year_on_one_side_the_level_is_said_to_have_moved_and_what_to_do_about_it()
    {
        var document = Of(Sessions([.. Enumerable.Repeat(20, 12)]));
        Assert.Contains("(above its usual level since June 2025). Where a level has moved to stay, begin its limits anew", document.Headlines[1], StringComparison.Ordinal);
        var said = Assert.Single(document.Blocks.OfType<TextBlock>(), b => b.Lines[0].StartsWith("Sessions held: the level has moved. Every month since June 2025 lies above the line", StringComparison.Ordinal));
        Assert.Contains("“rebase”", said.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("before the level moved", Figure(document, "watch-sessions-completed").Subtitle, StringComparison.Ordinal); // the limits' months reach into it
        Assert.Contains(", before the level moved", Figure(Of(Sessions([9, .. Enumerable.Repeat(20, 12)])), "watch-sessions-completed").Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Sessions([.. Enumerable.Repeat(20, 10)])).Headlines, h => h.Contains("moved", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_the_marks_of_one_rule_the_latest_is_named()
    {
        var marks = Assert.Single(Figure(Of(Sessions(30, 10, 30, 10, 30)), "watch-sessions-completed").Marks.OfType<PointsMark>()).Points;
        Assert.Equal(3, marks.Count);
        Assert.Equal([null, null, "outside the limits"], marks.Select(p => p.Label));
    }

    [Fact]
    public void An_ordinary_month_is_called_so_and_its_tile_has_no_tone()
    {
        var document = Of(Sessions(9, 11));
        Assert.Equal("Nothing this month lies outside the clinic's usual ups and downs.", document.Headlines[0]);
        var tile = document.Blocks.OfType<TilesBlock>().Single().Tiles[0];
        Assert.Equal((Tone.Neutral, 12), (tile.Tone, tile.Sparkline!.Count));
        Assert.Empty(Figure(document, "watch-sessions-completed").Marks.OfType<PointsMark>());
    }

    [Theory]
    [InlineData(14, "within usual variation")]
    [InlineData(6, "Needs attention: satisfied clients came to 30")]
    public void Is_this_months_dip_in_satisfaction_real(int satisfied, string answer)
    {
        var document = Of(Answers([.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 15 : 17), satisfied]));
        Assert.Single(document.Headlines, h => h.Contains(answer, StringComparison.Ordinal));
        Assert.Equal(satisfied == 14, document.Headlines.Any(h => h.Contains(" In June 2026 it was 70\u202f%, against 85\u202f% the month before", StringComparison.Ordinal)));
    }

    [Fact]
    public void Months_put_together_tell_of_a_fall_that_no_single_month_has_answers_enough_to_signal()
    {
        int[] fallen = [16, 17, 16, 17, 16, 3, 3, 3, 3];
        var told = Of(Answers(fallen)).Headlines[0];
        Assert.StartsWith("Needs attention: 52\u202f%", told, StringComparison.Ordinal);
        Assert.Contains("; usual is 80\u202f%, outside that interval. Look at the answers under Satisfaction", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Answers(16, 17, 16, 17)).Headlines, h => h.Contains("outside that interval", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_twelve_months_a_dip_cannot_be_judged()
    {
        var document = Of(Answers(16, 17, 14));
        Assert.Single(document.Headlines, h => h.Contains("can't be judged yet (no limits yet: 3 of 12 months)", StringComparison.Ordinal));
        Assert.Contains("no limits yet: 3 of 12 months", Figure(document, "watch-satisfied").Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain(Figure(document, "watch-satisfied").Marks.OfType<LineMark>(), l => l.Dashed);
    }

    [Fact]
    public void A_month_without_a_number_is_passed_over_by_the_line_and_a_chart_of_two_points_is_left_out()
    {
        var rows = Answers([.. Enumerable.Repeat(15, 14)]);
        for (var i = 0; i < 17; i++)
            rows.Survey("Q" + Id("T", 200 + i), Id("T", 200 + i), On(June.Add(-3), 2)); // three answers are left
        var line = Figure(Of(rows), "watch-satisfied").Marks.OfType<LineMark>().Single(l => l.Series.Role == SeriesRole.Data);
        Assert.All(line.Points, p => Assert.NotNull(p.Y));
        Assert.DoesNotContain(line.Points, p => p.X == DateAxis.At(June.Add(-3).First));
        Assert.Contains(Of(Answers(16, 17, 14)).Figures, f => string.Equals(f.Id, "watch-satisfied", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(Answers(16, 17)).Figures, f => string.Equals(f.Id, "watch-satisfied", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signal_is_drawn_large_and_what_is_quiet_stands_side_by_side()
    {
        var document = Of(Sessions(30));
        Assert.Contains(document.Blocks.OfType<FigureBlock>(), b => string.Equals(b.Figure.Id, "watch-sessions-completed", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Blocks.OfType<FigureGridBlock>().SelectMany(b => b.Figures), f => string.Equals(f.Id, "watch-sessions-completed", StringComparison.Ordinal));
        Assert.Contains(Of(Sessions(9, 11)).Blocks.OfType<FigureGridBlock>().SelectMany(b => b.Figures), f => string.Equals(f.Id, "watch-sessions-completed", StringComparison.Ordinal));
    }

    [Fact]
    public void Rare_events_that_stay_away_are_no_improvement()
    {
        var rows = Sessions([.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? 9 : 11)]);
        for (var k = 0; k < 5; k++)
            rows.TouchUp(Id("U", k), "T0000", On(June.Add(-35 + (4 * k)), 5), TouchUpReason.Density, warranty: true);
        var published = Published(rows);
        var warranty = published.Watching.Single(w => w.Series.Measure == WatchedMeasures.Warranty);
        Assert.NotEmpty(warranty.Now);
        Assert.True(warranty.IsRare);
        Assert.DoesNotContain(Compose(published).Headlines, h => h.Contains("warranty", StringComparison.Ordinal));
        Assert.Empty(Figure(Compose(published), "watch-touch-ups-under-warranty").Marks.OfType<PointsMark>());
    }

    [Fact]
    public void A_month_with_too_few_clients_has_no_point()
    {
        var rows = Answers([.. Enumerable.Repeat(15, 14)]);
        for (var i = 0; i < 17; i++)
            rows.Survey("Q" + Id("T", 200 + i), Id("T", 200 + i), On(June.Add(-3), 2)); // three answers are left
        var satisfied = Published(rows).Watching.Single(w => w.Series.Measure == WatchedMeasures.Satisfied).Series;
        Assert.Equal([June.Add(-3), June.Add(-2)], satisfied.Months.Where(x => x.Measured.Value is null).Select(x => x.Month)); // put together with the month after
        Assert.All(satisfied.Months.Where(x => x.Measured.Value is null), x => Assert.Equal((0, null), (x.Measured.Whole, x.Upper)));
    }

    [Fact]
    public void A_practitioner_with_few_clients_is_in_no_funnel_and_moves_none()
    {
        var rows = Answers([.. Enumerable.Repeat(15, 12)]);
        var alone = Published(rows).Practitioners;
        for (var i = 0; i < 4; i++)
            rows.Treatment("few" + Id("T", i), "2026-01-01", "2026-02-01", practitioner: "few").Survey("Qfew" + Id("T", i), "few" + Id("T", i), On(June.Add(-i), 3), On(June.Add(-i), 9), 1, 1);
        rows.Treatment("next0", "2026-01-01", "2026-02-01", practitioner: "next");
        for (var i = 0; i < 12; i++)
            rows.Treatment("next" + Id("T", i), "2026-01-01", "2026-02-01", practitioner: "next").Survey("Qnext" + Id("T", i), "next" + Id("T", i), On(June.Add(-i / 2), 3), On(June.Add(-i / 2), 9), 5, 9);
        var published = Published(rows);
        var document = Compose(published);
        Assert.Equal(["A", "B"], published.Practitioners.Funnel!.Members.Select(x => x.Member.Id));
        Assert.Equal(alone.Funnel!.Limits, published.Practitioners.Funnel.Limits);
        Assert.Equal(["120", "120", "<5", "withheld"], Table(document, "satisfaction-by-practitioner").Rows.Select(r => CellText.Of(r[1])));
        Assert.DoesNotContain("few", SvgRenderer.Render(Figure(document, "practitioners-funnel")).Replace("fewer", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Seven_touch_ups_of_twenty_give_no_forecast() => Assert.Contains("No forecast: not enough data yet: 7 of 20 touch-ups for fading.", Page(Of(Touched(60, 7))), StringComparison.Ordinal);

    [Fact]
    public void The_page_shows_twenty_five_to_call_and_the_workbook_everybody()
    {
        var document = Of(Touched(80, 40));
        Assert.Equal(25, Table(document, "recall-list").Rows.Count);
        Assert.Equal((40, true), (Table(document, "recall-list-all").Rows.Count, Table(document, "recall-list-all").IsWorkbookOnly));
        Assert.Contains(document.Headlines, h => h.Contains("touch-ups for fading are to be expected in the next 6 months (80 % interval ", StringComparison.Ordinal) && h.Contains("recall list", StringComparison.Ordinal));
        Assert.Equal(3, Table(document, "forecast-table").Rows.Count);
        Assert.Contains("No paid touch-up is recorded", Table(document, "forecast-table").Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_clients_left_to_come_are_not_counted_out()
    {
        var document = Of(Touched(33, 30));
        Assert.DoesNotContain(document.Tables, t => t.Id is "forecast-table" or "recall-list");
        Assert.DoesNotContain(document.Headlines, h => h.Contains("to be expected", StringComparison.Ordinal));
    }

    public static TheoryData<string> Odd => ["opened last week", "one practitioner", "a month without data", "yen", "long names", "names in Arabic", "names in Chinese", "many practitioners"];

    /// <summary>Every figure of clinics small and odd, at both widths: no text on another, none cut by the edge; the page and the workbook are written.</summary>
    [Theory]
    [MemberData(nameof(Odd))]
    public void No_text_of_an_odd_clinic_lies_on_another(string clinic)
    {
        var data = Clinic(clinic);
        var name = clinic switch { "long names" => string.Concat(Enumerable.Repeat("Praktikerin mit langem Namen ", 12))[..300], "names in Arabic" => "عيادة الرياض للعناية", "names in Chinese" => "东京头皮中心", _ => null };
        if (name is not null)
            data = data with { Clinics = data.Clinics with { Name = [name] }, Practitioners = data.Practitioners with { Name = [.. data.Practitioners.Name.Select(_ => name)] }, Techniques = data.Techniques with { Name = [.. data.Techniques.Name.Select(_ => name)] } };
        var document = Compose(PublishedMonth.Of(MonthlyClinic.Of(data, June), SmallestCell.Default));
        Assert.Contains("report.html", Artefacts.Write(document).Select(a => a.Path));
        foreach (var figure in document.Figures)
            foreach (var size in new[] { SvgSize.Page, SvgSize.Phone })
            {
                var texts = SvgRenderer.Texts(figure, size);
                Assert.All(texts, text => Assert.True(text.Bounds is { Left: >= -0.5 } b && b.Right <= size.Width + 0.5, $"{figure.Id}: '{text.Text}' leaves the drawing"));
                for (var i = 0; i < texts.Count; i++)
                    for (var k = i + 1; k < texts.Count; k++)
                        Assert.False(texts[i].Bounds.Overlaps(texts[k].Bounds), $"{figure.Id}: '{texts[i].Text}' lies on '{texts[k].Text}'");
            }
    }

    private static ClinicData Clinic(string clinic)
    {
        switch (clinic)
        {
            case "opened last week":
                return new ClinicRows().Treatment("T", "2026-06-24", null).Session("T", "2026-06-24").Payment(PaymentKind.Deposit, "2026-06-24", 200).Data();
            case "one practitioner":
                return Touched(80, 40).Session("T0000", "2026-06-01").Data();
            case "a month without data":
                var rows = Sessions([.. Enumerable.Repeat(10, 8), 0]);
                return rows.Data();
            case "yen":
                var yen = Touched(60, 30).Clinic("C", "Asia/Tokyo", "JPY");
                for (var k = 0; k < 30; k++)
                    yen.Payment(PaymentKind.TouchUp, On(June.Add(-k), 4), 38000 + (k % 5 * 1000), 3455, Id("T", k), "U" + Id("T", k));
                return yen.Data();
            default:
                var many = Answers([.. Enumerable.Range(0, 26).Select(i => 12 + (i % 5))]);
                for (var k = 0; k < 9; k++)
                    for (var i = 0; i < 30; i++)
                    {
                        var id = string.Create(CultureInfo.InvariantCulture, $"M{k}-{i}");
                        many.Treatment(id, "2025-01-01", "2025-02-01", practitioner: Id("P", k)).Survey("Q" + id, id, On(June.Add(-(i % 10)), 3), On(June.Add(-(i % 10)), 9), i < 20 + k ? 5 : 1, 9);
                    }

                return many.Data();
        }
    }

    [Fact]
    public void Ten_thousand_treatments()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "Set SMP_BENCH=1 to measure.");
        var (rows, random) = (new ClinicRows(), new Random(1));
        for (var i = 0; i < 10_000; i++)
        {
            var (id, month) = (string.Create(CultureInfo.InvariantCulture, $"T{i:00000}"), new ReportMonth(2022, 1).Add(random.Next(52)));
            var back = month.Add(random.Next(3));
            rows.Treatment(id, On(month.Add(-2), 1), On(month, 1), Id("t", (int)(6 * Math.Pow(random.NextDouble(), 3))), practitioner: Id("p", random.Next(8)));
            rows.Survey("Q" + id, id, On(month, 2), On(back, 20), 1 + random.Next(5), random.Next(11));
            if (random.Next(3) == 0)
                rows.TouchUp("U" + id, id, On(month.Add(6 + random.Next(40)), 3));
        }

        var data = rows.Data();
        var watch = Stopwatch.StartNew();
        var raw = MonthlyClinic.Of(data, June);
        var computed = watch.Elapsed;
        var published = PublishedMonth.Of(raw, SmallestCell.Default);
        var suppressed = watch.Elapsed - computed;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"computed in {computed.TotalSeconds:0.0} s, suppressed in {suppressed.TotalSeconds:0.0} s"));
        Assert.NotEmpty(published.Watching);
    }
}
