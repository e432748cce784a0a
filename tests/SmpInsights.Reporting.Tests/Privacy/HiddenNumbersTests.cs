using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Tests.Privacy;

/// <summary>A hidden number is in no artefact: not in a hover title, a text alternative, a figure's data sheet or a headline.</summary>
public sealed class HiddenNumbersTests
{
    private static readonly ReportMonth June = new(2026, 6);

    /// <summary>
    /// Clients with a great many treatments, each with a survey, so that every hidden count is a number that stands nowhere else: four of scar with 1,237 treatments, 811 of them satisfied and 613
    /// touched up; nine of hairline beside them with 2,347, 1,879 and 1,423; twenty of density with 3,001. One finished alone in April after 877 sessions, of 927 there were.
    /// </summary>
    private static ClinicRows Unmistakable()
    {
        var rows = new ClinicRows();
        foreach (var (technique, clients, treatments, satisfied, touched) in new[] { ("scar", 4, 1237, 811, 613), ("hairline", 9, 2347, 1879, 1423), ("density", 20, 3001, 2000, 1500) })
        {
            for (var i = 0; i < treatments; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{technique}-{i:0000}");
                rows.Treatment(id, "2025-01-01", "2025-03-01", technique, string.Create(CultureInfo.InvariantCulture, $"{technique}-client-{i % clients}"));
                rows.Survey("Q" + id, id, "2026-06-01", "2026-06-10", i < satisfied ? 5 : 2, i < satisfied ? 10 : 3);
                if (i < touched)
                    rows.TouchUp("U" + id, id, string.Create(CultureInfo.InvariantCulture, $"2026-{1 + (i % 5):00}-{1 + (i % 28):00}"));
            }
        }

        rows.Treatment("alone", "2026-03-01", "2026-04-10", "density", "density-client-0");
        for (var i = 0; i < 877; i++)
            rows.Session("alone", i < 400 ? "2026-03-15" : "2026-04-01");
        for (var i = 0; i < 50; i++)
            rows.Session("density-0000", "2025-02-01");
        return rows;
    }

    /// <summary>Everything a reader could open: pages and charts as they are, workbooks part by part.</summary>
    private static IEnumerable<(string Path, string Text)> Texts(PublishedMonth published)
    {
        foreach (var artefact in Artefacts.Write(MonthlyClinicLayout.Compose(published, "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0")))
        {
            if (!artefact.Path.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                yield return (artefact.Path, Encoding.UTF8.GetString(artefact.Bytes));
                continue;
            }

            using var zip = new ZipArchive(new MemoryStream(artefact.Bytes));
            foreach (var entry in zip.Entries)
            {
                using var part = new StreamReader(entry.Open());
                yield return (artefact.Path + "/" + entry.FullName, entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal) ? WithoutPlaces(part.ReadToEnd()) : part.ReadToEnd());
            }
        }
    }

    /// <summary>Rows have numbers, and texts are numbered: a long recall list has row 1,237 whatever is hidden.</summary>
    private static string WithoutPlaces(string sheet) => Regex.Replace(sheet, "(?<= r=\")[A-Z]*\\d+(?=\")|(?<= t=\"s\"[^>]*><(?:x:)?v>)\\d+(?=</)|(?<=ref=\")[A-Z0-9:]+(?=\")", string.Empty, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));

    private static bool Holds(string text, string number) => Regex.IsMatch(text, $@"(?<![\d.,]){Regex.Escape(number)}(?![\d,]|\.\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));

    [Fact]
    public void A_hidden_number_is_in_no_artefact()
    {
        var texts = Texts(PublishedMonth.Of(MonthlyClinic.Of(Unmistakable().Data(), June), SmallestCell.Default)).ToList();
        Assert.True(texts.Count > 12);
        Assert.Contains(texts, t => Holds(t.Text, "3001") || Holds(t.Text, "3,001")); // what is printed is found by the same search
        Assert.Contains(texts, t => Holds(t.Text, "6,585"));
        foreach (var number in new[] { "1237", "2347", "613", "1423", "811", "1879", "877" })
            foreach (var (path, text) in texts.Where(t => number.Length > 3 || !t.Path.EndsWith(".svg", StringComparison.Ordinal))) // three figures are also coordinates
                Assert.False(Holds(path.EndsWith(".html", StringComparison.Ordinal) && number.Length < 4 ? Regex.Replace(text, "<svg.*?</svg>", string.Empty, RegexOptions.Singleline, TimeSpan.FromSeconds(20)) : text, number) || (number.Length > 3 && Holds(text, number.Insert(1, ","))), $"{number} stands in {path}.");
        foreach (var share in new[] { "0.65561", "0.80059" }) // 811 of 1,237 and 1,879 of 2,347, as a workbook stores them
            Assert.All(texts, t => Assert.DoesNotContain(share, t.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_numbers_are_found_once_the_groups_are_large_enough()
    {
        var rows = Unmistakable().Treatment("fifth", "2025-01-01", "2025-03-01", "scar", "scar-client-4").Survey("Qfifth", "fifth", "2026-06-01", "2026-06-10", 2, 3);
        var texts = Texts(PublishedMonth.Of(MonthlyClinic.Of(rows.Data(), June), SmallestCell.Default)).ToList();
        Assert.Contains(texts, t => Holds(t.Text, "1,238"));
        Assert.Contains(texts, t => Holds(t.Text, "2,347"));
    }

    [Fact]
    public void Asked_for_ten_clients_a_report_hides_nine_and_says_so()
    {
        var texts = Texts(PublishedMonth.Of(MonthlyClinic.Of(Unmistakable().Data(), June), new SmallestCell(10))).ToList();
        var page = texts.Single(t => string.Equals(t.Path, "report.html", StringComparison.Ordinal)).Text;
        Assert.Contains("&lt;10", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;5<", page, StringComparison.Ordinal);
        Assert.Contains("fewer than 10 clients", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_computed_is_open_to_the_step_that_suppresses_and_to_nothing_else()
    {
        Assert.Empty(typeof(MonthlyClinic).GetProperties(BindingFlags.Public | BindingFlags.Instance));
        Assert.Empty(typeof(MonthlyClinic).GetFields(BindingFlags.Public | BindingFlags.Instance));
        var takes = typeof(MonthlyClinicLayout).GetMethods(BindingFlags.Public | BindingFlags.Static).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType).ToList();
        Assert.Contains(typeof(PublishedMonth), takes);
        Assert.DoesNotContain(typeof(MonthlyClinic), takes);
        var layouts = typeof(MonthlyClinicLayout).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType);
        Assert.DoesNotContain(layouts, t => t == typeof(MonthlyClinic) || t == typeof(Suppression) || t == typeof(GrowingGroups) || t == typeof(ClosedPeriods));
    }
}
