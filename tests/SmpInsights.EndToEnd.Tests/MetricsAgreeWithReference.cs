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
}
