using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Exports of booking systems, workbooks and maps of a clinic's own, by the command line.</summary>
public sealed class ImportOfExports : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public ImportOfExports()
    {
        Directory.CreateDirectory(_folder.In("export"));
        File.WriteAllText(_folder.In("export", "appointments.csv"), "\uFEFFAppointment reference,Client,Scheduled date,Scheduled time,Duration,Services,Status\r\n"
            + "#1,Ivy Ghostley,06/07/2024,10:30,2h,\"SMP Hairline, Consultation\",Completed\r\n#2,Ivy Ghostley,20/07/2024,10:30,2h,SMP Hairline,No show\r\n#3,Ivy Ghostley,31/02/2025,10:30,2h,SMP Hairline,Completed\r\n");
    }

    public void Dispose() => _folder.Dispose();

    private SmpResult Smp(params string[] arguments)
    {
        var result = SmpProcess.Run(_folder.Path, arguments);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", result.Errors, StringComparison.Ordinal);
        return result;
    }

    [Fact]
    public void A_folder_of_an_export_is_imported_and_nobody_is_named_anywhere()
    {
        var result = Smp("import", "export", "--map", "fresha", "--time-zone", "Europe/London", "--currency", "GBP", "--json");

        Assert.Equal(3, result.ExitCode);
        var document = JsonNode.Parse(result.Output)!;
        Assert.Equal("Scheduled date + Scheduled time", document["rejects"]![0]!["column"]!.GetValue<string>());
        Assert.NotEmpty(document["inferred"]!.AsArray());
        Assert.Contains(document["files"]!.AsArray(), f => f!["file"]!.GetValue<string>() is "sessions.csv" && f["inserted"]!.GetValue<long>() == 2);
        Assert.DoesNotContain("Ghostley", result.Output + result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.All(Directory.GetFiles(_folder.In("smp-data")), f => Assert.DoesNotContain("Ghostley", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f)), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, Smp("run", "monthly-clinic", "--all", "--month", "2025-01").ExitCode);
    }

    [Fact]
    public void Every_fault_of_a_map_is_a_line_and_nothing_is_imported()
    {
        File.WriteAllText(_folder.In("own.json"), "{\n  \"extends\": \"fresh\",\n  \"courseGapDays\": -1,\n  \"colour\": 1\n}");

        var result = Smp("import", "export", "--map", "own.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("own.json, line 2, field \"extends\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("own.json, line 3, field \"courseGapDays\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("own.json, line 4, field \"colour\"", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("smp-data")));
    }

    [Theory]
    [InlineData(2, "--map: there is no map", "import", "export", "--map", "vagaro")]
    [InlineData(1, "--currency GBP", "import", "export", "--map", "fresha", "--time-zone", "Europe/London")]
    [InlineData(2, "--time-zone: \"London\"", "import", "export", "--map", "fresha", "--time-zone", "London")]
    [InlineData(2, "--currency: \"£\"", "import", "export", "--map", "fresha", "--currency", "£")]
    [InlineData(2, "go with --map", "import", "export", "--clinic", "C")]
    [InlineData(2, "does not end in .xlsx", "import", "--template", "t.xls")]
    [InlineData(2, "say what to import", "import")]
    [InlineData(1, "a workbook (.xlsx)", "import", "export/appointments.csv")]
    [InlineData(1, "not an Excel workbook", "import", "broken.xlsx")]
    public void What_cannot_be_meant_is_one_sentence(int exitCode, string said, params string[] arguments)
    {
        File.WriteAllText(_folder.In("broken.xlsx"), "no workbook");

        var result = Smp(arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(said, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_workbook_is_written_once_opens_in_LibreOffice_and_imports()
    {
        Assert.Equal(0, Smp("import", "--template", "t.xlsx").ExitCode);
        Assert.Equal(1, Smp("import", "--template", "t.xlsx").ExitCode);
        Assert.Equal(0, Smp("import", "--template", "t.xlsx", "--force", "--json").ExitCode);

        var result = Smp("import", "t.xlsx", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(13, JsonNode.Parse(result.Output)!["files"]!.AsArray().Count);
    }
}
