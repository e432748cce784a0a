using System.Globalization;
using System.Text;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Tests.Monthly;

/// <summary>The monthly report of clinics small, new and odd: what it says, and what it does not.</summary>
public sealed class MonthlyReportTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static ReportDocument Of(ClinicRows rows, ReportMonth? month = null) =>
        MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(rows.Data(), month ?? June), SmallestCell.Default), "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0");

    private static IReadOnlyList<string> Column(ReportDocument document, string table, int column) =>
        [.. document.Tables.Single(t => string.Equals(t.Id, table, StringComparison.Ordinal)).Rows.Select(r => CellText.Of(r[column]))];

    private static string Page(ReportDocument document) => Encoding.UTF8.GetString(Artefacts.Write(document).Single(a => string.Equals(a.Path, "report.html", StringComparison.Ordinal)).Bytes);

    /// <summary>Clients with a survey each, the last <paramref name="rare"/> of them by another technique.</summary>
    private static ClinicRows Surveyed(int clients, int rare)
    {
        var rows = new ClinicRows();
        for (var i = 0; i < clients; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2026-01-01", "2026-04-01", i >= clients - rare ? "scar-camouflage" : i % 2 == 0 ? "density" : "hairline").Survey("Q" + id, id, "2026-06-01", "2026-06-10", 4 + (i % 2), 9);
        }

        return rows;
    }

    [Fact]
    public void A_clinic_without_any_rows_gets_a_report_that_says_so()
    {
        var document = Of(new ClinicRows().Clinic());
        Assert.Contains("Nothing is recorded", document.Headlines[0], StringComparison.Ordinal);
        Assert.Contains("No payments are recorded", Page(document), StringComparison.Ordinal);
        Assert.Contains("No rows in assessments", Page(document), StringComparison.Ordinal);
        Assert.Equal(3, Artefacts.Write(document).Count(a => a.Path is "report.html" or "workbook.xlsx" || a.Path.StartsWith("charts/sessions", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_month_before_the_first_treatment_is_as_empty_as_it_was() =>
        Assert.Contains("Nothing is recorded", Of(Surveyed(20, 0), new ReportMonth(2025, 12)).Headlines[0], StringComparison.Ordinal);

    [Fact]
    public void A_technique_with_four_clients_is_hidden_and_so_is_the_next_smallest()
    {
        var document = Of(Surveyed(24, 4));
        Assert.Equal(["density", "hairline", "scar-camouflage"], Column(document, "satisfaction-by-technique", 0));
        Assert.Equal(["withheld", "10", "<5"], Column(document, "satisfaction-by-technique", 1));
        Assert.Equal(["withheld", "100\u202f% (72 to 100)", "<5"], Column(document, "satisfaction-by-technique", 3));
    }

    [Fact]
    public void Six_clients_of_a_technique_are_printed_with_their_interval() =>
        Assert.DoesNotContain("<5", Column(Of(Surveyed(24, 6)), "satisfaction-by-technique", 3), StringComparer.Ordinal);

    [Fact]
    public void Four_answers_in_a_month_are_not_printed_as_a_rate()
    {
        var document = Of(Surveyed(4, 0));
        Assert.All(Enumerable.Range(4, 3), column => Assert.Equal("<5", Column(document, "satisfaction-table", column)[0]));
        Assert.True(document.Figures.Single(f => string.Equals(f.Id, "satisfaction-distribution", StringComparison.Ordinal)).IsEmpty);
        Assert.Contains(document.Headlines, h => h.StartsWith("Satisfaction can't be said yet", StringComparison.Ordinal));
    }

    /// <summary>Clients with treatments and three readings each, the given number of clients a technique, several treatments a client.</summary>
    private static ClinicRows Faded(int treatmentsEach, params (string Technique, int Clients)[] groups)
    {
        var rows = new ClinicRows();
        foreach (var (technique, clients) in groups)
        {
            for (var i = 0; i < clients * treatmentsEach; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{technique}{i:00}");
                rows.Treatment(id, "2023-01-01", "2023-02-01", technique, string.Create(CultureInfo.InvariantCulture, $"client-{technique}{i / treatmentsEach:00}"));
                rows.Reading(id + "a", id, "2023-05-01", 10 + (i % 3)).Reading(id + "b", id, "2024-05-01", 8 + (0.1 * (i % 4))).Reading(id + "c", id, "2025-05-01", 7 + (0.1 * (i % 5)));
                if (i % 2 == 0)
                    rows.TouchUp("U" + id, id, string.Create(CultureInfo.InvariantCulture, $"2025-06-{1 + (i % 28):00}"));
            }
        }

        return rows;
    }

    [Fact]
    public void Four_clients_with_many_treatments_are_still_four_clients()
    {
        var document = Of(Faded(3, ("density", 4)));
        var page = Page(document);
        Assert.Contains(document.Headlines, h => h.StartsWith("How fast pigment fades can't be said yet", StringComparison.Ordinal));
        Assert.DoesNotContain("Pigment loses", page, StringComparison.Ordinal);
        Assert.DoesNotContain("contrast must change by more than", page, StringComparison.Ordinal);
        Assert.DoesNotContain("all: ", page, StringComparison.Ordinal);
        Assert.Contains("fewer than 5 clients have finished a treatment", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_technique_withheld_in_a_table_is_in_no_figure()
    {
        var document = Of(Faded(1, ("aa", 3), ("bb", 12), ("cc", 30)));
        Assert.Equal(["<5", "withheld"], Column(document, "fade-by-technique", 1).Skip(1).Take(2));
        Assert.Equal(["<5", "withheld"], Column(document, "time-to-touch-up-table", 6).Skip(1).Take(2));
        var drawn = document.Figures.Where(f => f.Id is "fade-curves" or "fade-rates" or "time-to-touch-up-by-technique").ToList();
        Assert.Equal(3, drawn.Count);
        foreach (var figure in drawn)
        {
            var svg = SmpInsights.Reporting.Svg.SvgRenderer.Render(figure);
            Assert.Contains("cc", svg, StringComparison.Ordinal);
            Assert.DoesNotContain(">aa<", svg, StringComparison.Ordinal);
            Assert.DoesNotContain(">bb<", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_question_that_nobody_was_asked_has_no_rows()
    {
        var data = Surveyed(12, 0).Data();
        Assert.DoesNotContain(Of(Surveyed(12, 0)).Tables, t => string.Equals(t.Id, "satisfaction-aspects", StringComparison.Ordinal));
        var asked = data with { Surveys = data.Surveys with { NaturalLook = [.. Enumerable.Repeat((int?)5, 12)] } };
        var document = MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(asked, June), SmallestCell.Default), "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0");
        Assert.All(Column(document, "satisfaction-aspects", 0), question => Assert.Equal("Natural look", question));
        Assert.Equal("100\u202f% (76 to 100)", Column(document, "satisfaction-aspects", 2)[0]);
    }

    [Fact]
    public void Clients_who_left_a_question_blank_do_not_make_its_answers_enough()
    {
        var rows = Surveyed(12, 0);
        for (var i = 0; i < 9; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Survey("Q" + id, id, "2026-06-01", "2026-06-10", null, 9);
        }

        var document = Of(rows);
        Assert.Equal("<5", Column(document, "satisfaction-table", 5)[0]);
        Assert.NotEqual("<5", Column(document, "satisfaction-table", 6)[0]);
        Assert.Contains(document.Headlines, h => h.StartsWith("Satisfaction can't be said yet", StringComparison.Ordinal));
        Assert.True(document.Figures.Single(f => string.Equals(f.Id, "satisfaction-distribution", StringComparison.Ordinal)).IsEmpty);
    }

    [Fact]
    public void A_rate_that_is_hidden_does_not_stand_beside_its_numerator_and_denominator()
    {
        var rows = new ClinicRows().Treatment("T", "2026-05-01", "2026-06-01").Session("T", "2026-05-01").AdverseEvent("T", "2026-05-02");
        var document = Of(rows);
        Assert.Equal(["1", "<5", "<5"], [Column(document, "safety", 1)[0], Column(document, "safety", 2)[0], Column(document, "safety", 3)[0]]);
        var surveys = Of(Surveyed(3, 0));
        Assert.Equal(["3", "<5", "<5"], [Column(surveys, "satisfaction-table", 1)[0], Column(surveys, "satisfaction-table", 2)[0], Column(surveys, "satisfaction-table", 3)[0]]);
    }

    [Fact]
    public void Rows_of_long_ago_and_contrast_out_of_this_world_break_no_report()
    {
        var rows = Faded(1, ("density", 12)).Session("density00", "1871-05-01").Payment(PaymentKind.Product, "0202-05-01", 5m);
        for (var i = 0; i < 12; i++)
            rows.Reading(string.Create(CultureInfo.InvariantCulture, $"density{i:00}a"), string.Create(CultureInfo.InvariantCulture, $"density{i:00}"), "2023-05-01", 1e-300).Reading(string.Create(CultureInfo.InvariantCulture, $"density{i:00}b"), string.Create(CultureInfo.InvariantCulture, $"density{i:00}"), "2023-05-03", 1e300);
        Assert.NotEmpty(Page(Of(rows)));
    }

    [Fact]
    public void Three_units_of_ten_are_said_and_no_fade_is_printed()
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 6; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i}");
            rows.Treatment(id, "2024-01-01", "2024-02-01").Reading(id + "a", id, "2024-05-01", 10).Reading(id + "b", id, "2025-05-01", 8).Reading(id + "c", id, "2026-05-01", 7);
        }

        var document = Of(rows);
        Assert.Equal("not enough data yet: 6 of 10", Column(document, "fade-by-technique", 1)[0]);
        Assert.Contains(document.Headlines, h => h.Contains("6 treatments of the 10 needed", StringComparison.Ordinal));
    }

    [Fact]
    public void Months_compare_with_last_month_and_the_same_month_last_year()
    {
        var rows = new ClinicRows().Treatment("T", "2025-01-01", null);
        foreach (var day in new[] { "2026-06-01", "2026-06-30", "2026-05-31", "2025-06-01", "2025-06-15", "2025-06-30" })
            rows.Session("T", day);
        rows.Session("T", "2026-06-02", SessionStatus.NoShow);
        var tile = Of(rows).Blocks.OfType<TilesBlock>().Single().Tiles[0];
        Assert.Equal(("2", "1", "3"), (CellText.Of(tile.Value), CellText.Of(tile.Comparisons[0].Value), CellText.Of(tile.Comparisons[1].Value)));
    }

    [Fact]
    public void Revenue_tables_carry_the_clinic_s_currency_and_their_total()
    {
        var rows = new ClinicRows().Clinic("C", "Asia/Tokyo", "JPY").Treatment("T", "2026-01-01", "2026-02-01").Payment(PaymentKind.Session, "2026-06-01", 12000, 1091, "T").Payment(PaymentKind.Refund, "2026-06-02", -2000, -182, "T");
        var kinds = Of(rows).Tables.Single(t => string.Equals(t.Id, "revenue-by-kind", StringComparison.Ordinal));
        Assert.Equal("¥10,000", CellText.Of(kinds.Total![4]));
        Assert.All(kinds.Rows.SelectMany(r => r).OfType<MoneyCell>(), c => Assert.Equal("JPY", c.Currency));
    }

    [Theory]
    [InlineData("عيادة الرياض", "عيادة الرياض")]
    [InlineData("东京头皮中心", "东京头皮中心")]
    [InlineData("<script>alert(1)</script> & Söhne", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne")]
    public void Names_of_any_script_are_shown_as_they_are(string name, string shown)
    {
        var data = Surveyed(12, 0).Data();
        var named = data with { Clinics = data.Clinics with { Name = [name] }, Techniques = data.Techniques with { Name = [.. data.Techniques.Name.Select(_ => name)] } };
        var page = Page(MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(named, June), SmallestCell.Default), "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0"));
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Only_the_sections_asked_for_are_laid_out_in_their_order()
    {
        var document = MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(Surveyed(12, 0).Data(), June), SmallestCell.Default), "Mine", ["finance", "overview"], "0.0.0");
        Assert.Equal(["finance", "overview"], document.Sections.Select(s => s.Id));
        Assert.Empty(document.Definitions);
        Assert.Throws<ArgumentException>(() => MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(Surveyed(12, 0).Data(), June), SmallestCell.Default), "Mine", ["gossip"], "0.0.0"));
    }

    [Fact]
    public void No_client_id_is_printed_anywhere() => Assert.DoesNotContain("client-T", Page(Of(Surveyed(24, 4))), StringComparison.Ordinal);
}
