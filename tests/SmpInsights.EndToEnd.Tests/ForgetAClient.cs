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
