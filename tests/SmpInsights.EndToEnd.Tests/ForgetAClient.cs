using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>A client of the recall list is forgotten: rows, published files, and nothing else.</summary>
public sealed partial class ForgetAClient : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_and_published_files_go_and_the_report_is_made_anew()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2025-12").ExitCode);
        var client = Client().Match(File.ReadAllText(_folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2025-12", "r1", "report.html"))).Groups["id"].Value;
        Assert.NotEmpty(client);
        Assert.NotEmpty(FilesWith(client));

        Assert.Equal(2, SmpProcess.Run(_folder.Path, "forget", client).ExitCode);
        Assert.Equal(2, SmpProcess.Run(_folder.Path, "forget", client, "--clinic", "C0002", "--yes").ExitCode);
        Assert.Equal(2, SmpProcess.Run(_folder.Path, "forget").ExitCode);
        var first = SmpProcess.Run(_folder.Path, "forget", client, "--clinic", "C0001", "--yes", "--json");
        Assert.Equal(0, first.ExitCode);
        var listed = JsonNode.Parse(first.Output)!;
        Assert.True(listed["forgotten"]!.GetValue<bool>());
        Assert.Equal(1, listed["rows"]!["clients"]!.GetValue<long>());
        Assert.Equal(1, Assert.Single(listed["revisions_to_remove"]!.AsArray())!["revision"]!.GetValue<int>());

        var second = SmpProcess.Run(_folder.Path, "forget", client, "--remake", "--json");
        Assert.Equal(0, second.ExitCode);
        Assert.False(JsonNode.Parse(second.Output)!["forgotten"]!.GetValue<bool>());
        Assert.Single(JsonNode.Parse(second.Output)!["revisions_removed"]!.AsArray());
        Assert.Empty(FilesWith(client));
        Assert.Equal([_folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2025-12", "r2")], Directory.GetDirectories(_folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2025-12")));
    }

    [Fact]
    public void An_id_that_no_client_has_or_had_changes_nothing()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2025-12").ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "technique-comparison", "--clinic", "C0001", "--month", "2025-12").ExitCode);
        string assessment;
        using (var warnings = File.OpenText(_folder.In("smp-data", "warnings.csv")))
        {
            warnings.ReadLine();
            assessment = warnings.ReadLine()!.Split(',')[1];
        }

        var list = File.ReadAllText(_folder.In("smp-data", "warnings.csv"));
        Assert.Equal(2, SmpProcess.Run(_folder.Path, "forget", "", "--yes").ExitCode);
        Assert.Equal(2, SmpProcess.Run(_folder.Path, "forget", " ", "--yes", "--remake").ExitCode);
        NothingChanges("12", "P00002", assessment, "C0001", "December", "Hairline");

        var client = Client().Match(File.ReadAllText(_folder.In("smp-data", "reports", "monthly-clinic", "C0001", "2025-12", "r1", "report.html"))).Groups["id"].Value;
        var marked = Marked(SmpProcess.Run(_folder.Path, "forget", client, "--yes", "--json"));
        Assert.NotEmpty(marked);
        File.WriteAllText(_folder.In("smp-data", "warnings.csv"), list);
        NothingChanges("12", "P00002", assessment, "C0001", "December", client);

        // Files that a first asking, stopped half way, has not come to.
        foreach (var page in Directory.EnumerateFiles(_folder.In("smp-data", "reports", "technique-comparison"), "report.html", SearchOption.AllDirectories))
            File.AppendAllText(page, $"<td>{client}</td>");
        Assert.Equal(5, Marked(SmpProcess.Run(_folder.Path, "forget", client, "--json")).Count);

        void NothingChanges(params string[] ids)
        {
            var before = SmpProcess.Run(_folder.Path, "forget", "NOBODY", "--yes", "--json");
            Assert.All(ids, id =>
            {
                var asked = SmpProcess.Run(_folder.Path, "forget", id, "--yes", "--json");
                Assert.Equal(0, asked.ExitCode);
                Assert.False(JsonNode.Parse(asked.Output)!["forgotten"]!.GetValue<bool>());
                Assert.Empty(JsonNode.Parse(asked.Output)!["lists_removed"]!.AsArray());
                Assert.Equal(Marked(before), Marked(asked));
            });
        }
    }

    [Fact]
    public void Lists_that_name_a_row_of_the_client_by_its_own_id_go()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        var assessment = File.ReadLines(_folder.In("smp-data", "warnings.csv")).ElementAt(1).Split(',')[1];
        var treatment = File.ReadLines(Path.Combine(Repository.Reference("clinic-a"), "assessments.csv")).First(l => l.StartsWith(assessment + ",", StringComparison.Ordinal)).Split(',')[1];
        var client = File.ReadLines(Path.Combine(Repository.Reference("clinic-a"), "treatments.csv")).First(l => l.StartsWith(treatment + ",", StringComparison.Ordinal)).Split(',')[1];

        var forgotten = SmpProcess.Run(_folder.Path, "forget", client, "--yes", "--json");

        Assert.Equal(0, forgotten.ExitCode);
        Assert.Equal("warnings.csv", Assert.Single(JsonNode.Parse(forgotten.Output)!["lists_removed"]!.AsArray())!.GetValue<string>());
        Assert.Empty(FilesWith(assessment));
    }

    private static List<string> Marked(SmpResult result) => [.. JsonNode.Parse(result.Output)!["revisions_to_remove"]!.AsArray().Select(r => r!.ToJsonString())];

    /// <summary>Files of the data folder in which an id stands, workbooks unpacked.</summary>
    private List<string> FilesWith(string id) => [.. Directory.EnumerateFiles(_folder.In("smp-data"), "*", SearchOption.AllDirectories).Where(f => Holds(f, id))];

    private static bool Holds(string file, string id)
    {
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
            return Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(id, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.Any(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd().Contains(id, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(">(?<id>CL[0-9]{7})<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Client();
}
