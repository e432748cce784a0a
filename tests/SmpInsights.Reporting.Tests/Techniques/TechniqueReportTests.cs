using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Techniques;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Techniques;

public sealed class TechniqueReportTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static ReportDocument Of(ClinicRows rows, string who, string? name = null) => TechniqueLayout.Compose(
        PublishedTechniques.Of(TechniqueMonth.Of(rows.Data(), new PractitionerFacts(who, name ?? "Practitioner " + who), June), SmallestCell.Default), "Technique comparison", TechniqueLayout.Sections, "0.0.0");

    private static string Text(ReportDocument document) => string.Join('\n', document.Headlines.Concat(document.Blocks.OfType<TextBlock>().SelectMany(b => b.Lines)));

    /// <summary>Names by which nobody can be confused with a word of the report.</summary>
    private static RandomClinic Clinic(int seed) => new(seed) { Name = n => n.StartsWith("who", StringComparison.Ordinal) ? "zqx" + n : n };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_other_practitioner_and_no_other_s_client_is_in_any_artefact(int seed)
    {
        var courses = Clinic(seed).Courses();
        var clients = courses.All.ToLookup(c => courses.Data.Practitioners.Id[c.Practitioner], c => courses.Data.Clients.Id[c.Client]);
        var texts = ArtefactTexts.Of(Of(Clinic(seed).Rows(), "zqxwho1")).ToList();
        Assert.True(texts.Count > 20);
        Assert.Contains(texts, t => t.Text.Contains("Practitioner zqxwho1", StringComparison.Ordinal)); // what is there is found by the same search
        Assert.All(clients["zqxwho1"], c => Assert.Contains(texts, t => t.Text.Contains(c, StringComparison.Ordinal)));
        foreach (var other in new[] { "zqxwho0", "zqxwho2", "zqxwho3" })
        {
            Assert.NotEmpty(clients[other]);
            Assert.All(texts, t => Assert.False(t.Text.Contains(other, StringComparison.Ordinal), $"{other} stands in {t.Path}."));
            Assert.All(clients[other], c => Assert.All(texts, t => Assert.False(t.Text.Contains(c, StringComparison.Ordinal), $"{c} of {other} stands in {t.Path}.")));
        }
    }

    [Fact]
    public void Own_results_stand_against_the_rest_in_titles_and_rows_and_hidden_answers_are_not_said_to_be_none()
    {
        var document = Of(new RandomClinic(2).Rows(), "who1");
        Assert.Equal(["Your clients against the rest of the clinic"], Assert.IsType<Figures.CategoryAxis>(document.Figures.Single(f => string.Equals(f.Id, "own-fade-differences", StringComparison.Ordinal)).Y).Categories);
        Assert.DoesNotContain(document.Figures, f => f.Title.Contains("against Rest", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Figures, f => f.Footnote.Count.StartsWith("0 answers", StringComparison.Ordinal));
    }

    [Fact]
    public void How_soon_own_clients_come_back_is_told_at_the_top_and_what_a_comparison_lacks_is_said()
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 36; i++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2022-01-01", "2022-03-01", i < 30 ? "density" : "hairline", practitioner: "P" + (i % 3));
            if (i % 2 == 0)
                rows.TouchUp("U" + id, id, new DateOnly(2023, 1, 1).AddDays(17 * i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), TouchUpReason.Fade);
        }

        var document = Of(rows, "P0");
        Assert.Contains("how soon touch-ups come can be shown between your work and the rest of the clinic's work (12 and 24 clients)", document.Headlines[^1], StringComparison.Ordinal);
        Assert.Contains("can't be compared in time to touch-up yet: hairline needs 10 treatments and has 6.", Text(document), StringComparison.Ordinal);
        Assert.Equal("Rate of touch-ups for fading, by technique", document.Figures.Single(f => string.Equals(f.Id, "techniques-touch-up-rates", StringComparison.Ordinal)).Title); // nothing to hold against anything
    }

    [Fact]
    public void The_top_tells_the_largest_differences_of_techniques_and_one_each_of_touch_ups_and_pigments()
    {
        var published = PublishedTechniques.Of(TechniqueMonth.Of(new RandomClinic(1).Rows().Data(), new PractitionerFacts("who0", "Practitioner"), June), SmallestCell.Default);
        string[] techniques = [.. published.Techniques.Fade.Keys];
        var brands = published.Brands.Fade.Keys.ToList();
        FadeDifference Fades(string a, string b, double points) => new(a, b, 20, 20, null, new FadePoints(points, points - 0.001, points + 0.001, 0.001), new FadePoints(points, points - 0.001, points + 0.001, 0.001));
        HazardDifference Rates(string group, double ratio) => new(group, techniques[0], 20, 20, null, new RateRatio(ratio, 0.9 * ratio, 1.1 * ratio, 0.001), new RateRatio(ratio, 0.9 * ratio, 1.1 * ratio, 0.001));
        var document = TechniqueLayout.Compose(
            published with
            {
                Techniques = published.Techniques with
                {
                    FadeDifferences = [Fades(techniques[0], techniques[1], 0.02), Fades(techniques[0], techniques[2], -0.05), Fades(techniques[1], techniques[2], 0.03), Fades(techniques[2], techniques[1], 0.01)],
                    HazardDifferences = [Rates(techniques[1], 3), Rates(techniques[2], 0.25)],
                },
                Brands = published.Brands with { FadeDifferences = [Fades(brands[0], brands[1], 0.02)], HazardDifferences = [] },
            },
            "Technique comparison", TechniqueLayout.Sections, "0.0.0");
        Assert.Equal(["5.0 points", "3.0 points", "2.0 points", "1 more pair", "0.25 times", "2.0 points"], document.Headlines.Take(6).Select(h => new[] { "1 more pair", "5.0 points", "3.0 points", "2.0 points", "0.25 times", "3.00 times" }.FirstOrDefault(x => h.Contains(x, StringComparison.Ordinal)) ?? h));
        Assert.StartsWith("Touch-ups for fading come 0.25 times (0.23 to 0.28) as often after ", document.Headlines[4], StringComparison.Ordinal);
        Assert.EndsWith(" 1 more such difference is shown: see Techniques compared.", document.Headlines[4], StringComparison.Ordinal);
        Assert.StartsWith("Work with ", document.Headlines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_withheld_to_protect_others_are_not_said_to_be_too_few_and_nobody_dissatisfied_keeps_its_place()
    {
        var published = PublishedTechniques.Of(TechniqueMonth.Of(new RandomClinic(1).Rows().Data(), new PractitionerFacts("who0", "Practitioner"), June), SmallestCell.Default);
        SatisfactionAnswers Of(int three, int five) => new(4, [0, 0, three, 0, five], new TopTwoBox(three + five, five, three + five));
        ReportDocument With(Published<SatisfactionAnswers> own, Published<SatisfactionAnswers> rest) => TechniqueLayout.Compose(
            published with { IsRestAnonymous = true, OwnTreatments = 9, Satisfaction = new OwnSatisfaction(new MonthSpan(June, June), own, rest, null) }, "Technique comparison", TechniqueLayout.Sections, "0.0.0");
        var hidden = With(Published<SatisfactionAnswers>.As(Disclosure.Withheld, Of(2, 8)), Published<SatisfactionAnswers>.As(Disclosure.Withheld, Of(2, 8)));
        Assert.Contains("they would give away those of a few, so they are withheld", Text(hidden), StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.Figures, f => string.Equals(f.Id, "own-satisfaction", StringComparison.Ordinal));
        Assert.Contains("is not tested: on one side fewer than 10 have answered", Text(With(Published<SatisfactionAnswers>.As(Disclosure.Small, Of(1, 2)), Published<SatisfactionAnswers>.As(Disclosure.Withheld, Of(2, 8)))), StringComparison.Ordinal);
        var shown = With(Published<SatisfactionAnswers>.As(Disclosure.Shown, Of(2, 8)), Published<SatisfactionAnswers>.As(Disclosure.Shown, Of(3, 9)));
        var svg = SvgRenderer.Render(shown.Figures.Single(f => string.Equals(f.Id, "own-satisfaction", StringComparison.Ordinal)));
        Assert.InRange(svg.IndexOf(">1 or 2<", StringComparison.Ordinal), 0, svg.IndexOf(">3<", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sole_practitioner_is_told_that_there_is_no_rest()
    {
        var document = Of(new RandomClinic(3) { Name = n => n.StartsWith("who", StringComparison.Ordinal) ? "sole" : n }.Rows(), "sole");
        Assert.Contains("a colleague by another name", document.Headlines[^1], StringComparison.Ordinal);
        Assert.Contains(document.Tables, t => string.Equals(t.Id, "own-alone", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Figures, f => f.Id.StartsWith("own-fade", StringComparison.Ordinal));
        Assert.Contains(document.Tables, t => string.Equals(t.Id, "own-clients-table", StringComparison.Ordinal) && t.Rows.Count == RandomClinic.Size);
    }

    [Fact]
    public void One_technique_no_readings_and_nothing_at_all_are_said()
    {
        var one = Of(new RandomClinic(3) { Name = n => n.StartsWith("technique", StringComparison.Ordinal) ? "density" : n }.Rows(), "who0");
        Assert.DoesNotContain(one.Tables, t => string.Equals(t.Id, "techniques-fade-pairs", StringComparison.Ordinal));
        Assert.Contains("can't be compared", one.Headlines[0], StringComparison.Ordinal);
        var rows = new ClinicRows();
        for (var i = 0; i < 12; i++)
            rows.Treatment("T" + (char)('a' + i), "2024-01-01", "2024-03-01", i % 2 == 0 ? "density" : "scar", practitioner: "P" + (i % 3));
        Assert.Contains("No client of yours has readings", Text(Of(rows, "P0")), StringComparison.Ordinal);
        Assert.Contains("No treatment of yours was completed by the end of June 2026", Text(Of(new ClinicRows().Clinic(), "P0")), StringComparison.Ordinal);
        _ = ArtefactTexts.Of(Of(new ClinicRows().Clinic(), "P0")).Count();
    }

    [Fact]
    public void Names_of_any_script_and_length_are_laid_out()
    {
        var longest = new string('ن', 300);
        var rows = new RandomClinic(4) { Name = n => n switch { "technique0" => "محمد بن عبد الله", "technique1" => "王小明 <&>", "brand0" => longest, _ => n } }.Rows();
        var texts = ArtefactTexts.Of(Of(rows, "who0", longest)).ToList();
        Assert.Contains(texts, t => string.Equals(t.Path, "report.html", StringComparison.Ordinal) && t.Text.Contains("王小明 &lt;&amp;&gt;", StringComparison.Ordinal) && t.Text.Contains(longest, StringComparison.Ordinal));
    }

    /// <summary>Two in five by a technique that loses about 26 % a year, the others by one that loses about 10 %, clients alike in sun. The faster is named first, with its own clients.</summary>
    [Fact]
    public void A_difference_is_told_with_its_size_its_interval_what_it_is_not_and_whom_it_is_about()
    {
        var rows = new ClinicRows();
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2022-01-01", "2022-03-01", i % 5 < 3 ? "density" : "hairline", practitioner: "P" + (i % 4)).SunExposure("client-" + id, i % 3 == 0 ? "high" : "low");
            for (var j = 0; j < 5; j++)
                rows.Reading(id + "-" + (char)('a' + j), id, new DateOnly(2022, 5, 1).AddDays(150 * j).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 20 * Math.Exp((i % 5 < 3 ? -0.1 : -0.3) * j * 150 / 365.25 + (0.02 * random.NextDouble())));
        }

        var document = Of(rows, "P0");
        var said = document.Headlines[0];
        var pair = Assert.Single(document.Tables.Single(t => string.Equals(t.Id, "techniques-fade-pairs", StringComparison.Ordinal)).Rows);
        Assert.Equal("hairline", CellText.Of(pair[0]), ignoreCase: true);
        Assert.All(new[] { pair[2], pair[4] }.Cast<EstimateCell>(), e => Assert.True(e.Lower > 10 && e.Value < e.Upper && e.Upper < 20));
        Assert.Matches("^hairline fades about 1[56]\\.\\d points a year faster than density \\(1\\d\\.\\d to 1\\d\\.\\d\\); this is not explained by sun exposure; 16 and 24 clients\\.$", said.Length > 0 ? char.ToLowerInvariant(said[0]) + said[1..] : said);
    }
}
