using System.Globalization;
using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Import and metrics of the real program against values computed with R's survival and lme4 (tests/reference/README.md), key by key.</summary>
public sealed class MetricsAgreeWithReference
{
    [Theory]
    [InlineData("clinic-a", "2026-06-30", 572)]
    [InlineData("lung", "2040-01-01", 152)]
    [InlineData("sleepstudy", "2040-01-01", 80)]
    public void Every_key_printed_agrees_with_R(string name, string asOf, int atLeast)
    {
        using var folder = new EmptyFolder();
        var import = SmpProcess.Run(folder.Path, "import", Repository.Reference(name));
        Assert.True(import.ExitCode == 0, import.Output + import.Errors);
        var metrics = SmpProcess.Run(folder.Path, "metrics", "--as-of", asOf, "--json");
        Assert.True(metrics.ExitCode == 0, metrics.Errors);

        var differences = new List<string>();
        var expected = JsonNode.Parse(File.ReadAllText(Repository.Reference(name + ".json")))!.AsObject();
        var compared = ReferenceComparison.Compare(expected, JsonNode.Parse(metrics.Output)!.AsObject(), differences, extraKeys: false);
        Assert.Empty(differences);
        Assert.True(compared >= atLeast, string.Create(CultureInfo.InvariantCulture, $"only {compared} values were compared"));
    }

    [Fact]
    public void Every_clinic_is_watched_and_funnels_hold_everyone_once()
    {
        using var folder = new EmptyFolder();
        Assert.Equal(0, SmpProcess.Run(folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        var metrics = JsonNode.Parse(SmpProcess.Run(folder.Path, "metrics", "--as-of", "2026-06-30", "--json").Output)!;
        var watching = metrics["watching"]!.AsObject();
        Assert.Equal(3, watching.Count);
        foreach (var (clinic, measures) in watching)
        {
            Assert.Equal(["satisfied", "response_rate", "sessions_not_held", "adverse_events_per_100", "received", "touch_ups_under_warranty", "sessions_completed"], measures!.AsObject().Select(x => x.Key));
            Assert.Equal(Whole(metrics["funnel"]!["satisfied_by_clinic"]!["members"]!.AsArray().Where(m => string.Equals((string?)m!["id"], clinic, StringComparison.Ordinal))), Whole(metrics["funnel"]!["satisfied_by_practitioner"]![clinic]!["members"]!.AsArray()));
            foreach (var month in measures["satisfied"]!["months"]!.AsArray().Where(m => m!["lower"] is not null))
                Assert.InRange((double)month!["centre"]!, (double)month["lower"]!, (double)month["upper"]!);
        }

        // The last month is not over on the day before its end.
        var before = JsonNode.Parse(SmpProcess.Run(folder.Path, "metrics", "--as-of", "2026-06-29", "--json").Output)!;
        Assert.Equal(("2026-06", "2026-05"), ((string)metrics["funnel"]!["month"]!, (string)before["funnel"]!["month"]!));
        Assert.Contains("Signals in the 12 months to 2026-06", SmpProcess.Run(folder.Path, "metrics", "--as-of", "2026-06-30").Output, StringComparison.Ordinal);

        static (int Part, int Whole) Whole(IEnumerable<JsonNode?> members) => (members.Sum(m => (int)m!["part"]!), members.Sum(m => (int)m!["whole"]!));
    }
}
