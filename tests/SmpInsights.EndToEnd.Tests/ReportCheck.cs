using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary><c>smp report check</c>: what a definition would make, or everything that is wrong with it.</summary>
public sealed class ReportCheck : IDisposable
{
    private const string Good = """
        {
          "$schema": "./definition.schema.json",
          // a comment, and commas too many
          "id": "mine", "kind": "monthly-clinic", "title": "Mine", "audience": "manager", "period": "month", "scope": "clinic",
          "schedule": { "cron": "30 7 1 * *" },
          "rebase": { "received": "2026-01" },
          "sections": ["overview", "finance",],
        }
        """;

    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(file))!);
        File.WriteAllText(_folder.In(file), text);
    }

    private SmpResult Check(params string[] arguments) => SmpProcess.Run(_folder.Path, ["report", "check", .. arguments]);

    [Fact]
    public void A_good_one_is_said_with_what_it_makes_and_when_and_no_folder_is_made()
    {
        Write("mine.json", Good);
        var result = Check("mine.json");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("mine.json: fine\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("sections: overview, finance", result.Output, StringComparison.Ordinal);
        Assert.Contains("limits of received begin anew with January 2026", result.Output, StringComparison.Ordinal);
        Assert.Matches("next on [A-Z][a-z]+ 1 [A-Z][a-z]+ [0-9]{4} at 07:30 for [A-Z][a-z]+ [0-9]{4}", result.Output);
        Assert.Empty(result.Errors);
        Assert.False(Directory.Exists(_folder.In("smp-data")), "A check made a data folder.");
    }

    [Fact]
    public void With_clinics_the_time_is_their_zone_s()
    {
        Write("mine.json", Good);
        Directory.CreateDirectory(_folder.In("rows"));
        File.WriteAllText(_folder.In("rows", "clinics.csv"), "clinic_id,name,time_zone,currency\nA,North,Asia/Kolkata,INR\nB,South,Asia/Kolkata,INR\n");
        SmpProcess.Run(_folder.Path, "import", "rows");
        var next = Assert.Single(JsonNode.Parse(Check("mine.json", "--json").Output)!["files"]![0]!["report"]!["next"]!.AsArray())!;
        Assert.Equal("Asia/Kolkata A B", $"{next["timeZone"]} {string.Join(' ', next["clinics"]!.AsArray())}");
        Assert.EndsWith("-01T07:30:00+05:30", (string)next["at"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_good_files_beside_it_are_fine()
    {
        Write("mine.json", Good);
        Write("bad.json", Good.Replace("overview", "gossip", StringComparison.Ordinal).Replace("2026-01", "2026-00", StringComparison.Ordinal));
        var result = Check("mine.json", "bad.json");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("mine.json: fine", result.Output, StringComparison.Ordinal);
        Assert.Contains("bad.json, line 6, field \"rebase.received\": \"2026-00\" is not a month", result.Output, StringComparison.Ordinal);
        Assert.Contains("bad.json, line 7, field \"sections\": \"gossip\" is not one of: ", result.Output, StringComparison.Ordinal);
        Assert.Equal("smp: 1 of 2 files can't be used.", result.Errors.Trim());
        var problems = JsonNode.Parse(Check("bad.json", "--json").Output)!["files"]![0]!["problems"]!.AsArray();
        Assert.Equal("rebase.received sections", string.Join(' ', problems.Select(p => p!["field"])));
    }

    [Fact]
    public void A_kind_that_there_is_not_is_said()
    {
        Write("bad.json", Good.Replace("monthly-clinic", "weekly", StringComparison.Ordinal));
        var result = Check("bad.json");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("bad.json, line 4, field \"kind\": \"weekly\" is not one of: ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.json", "There is no file nowhere.json.")]
    [InlineData(".", ". is a folder; say which file in it.")]
    public void A_file_that_there_is_not_is_wrong_usage(string file, string says)
    {
        var result = Check(file);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("smp: " + says, result.Errors.Trim());
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Without_a_file_everything_of_the_data_folder_is_checked_branding_too()
    {
        Assert.Equal(0, Check().ExitCode);
        Write("smp-data/definitions/a.json", Good);
        Write("smp-data/definitions/definition.schema.json", SmpProcess.Run(_folder.Path, "report", "schema").Output);
        Assert.Equal(0, Check().ExitCode);
        Write("smp-data/definitions/b.json", Good);
        Write("smp-data/branding.json", "{ \"default\": { \"band\": \"#ffeeee\" } }");
        var result = Check();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b.json, line 1, field \"id\": \"mine\" is not free: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("branding.json, line 1, field \"default.band\": \"#ffeeee\" is not a colour with a contrast of 4.5 or more", result.Output, StringComparison.Ordinal);
        Assert.Equal("smp: 2 of 3 files can't be used.", result.Errors.Trim());
    }

    [Fact]
    public void The_list_says_where_each_is_defined_and_what_it_holds()
    {
        Write("smp-data/definitions/a.json", Good);
        var reports = JsonNode.Parse(SmpProcess.Run(_folder.Path, "report", "list", "--json").Output)!["reports"]!.AsArray();
        JsonNode One(string id) => reports.Single(r => string.Equals((string?)r!["id"], id, StringComparison.Ordinal))!;
        Assert.Equal(_folder.In("smp-data", "definitions", "a.json"), (string?)One("mine")["file"]);
        Assert.Equal("overview finance", string.Join(' ', One("mine")["sections"]!.AsArray()));
        Assert.Null(One("monthly-clinic")["file"]);
        var text = SmpProcess.Run(_folder.Path, "report", "list").Output;
        Assert.Matches("mine +manager +Mine +.*a\\.json +overview finance", text);
        Assert.Matches("monthly-clinic +manager +.* built in +overview ", text);
    }
}
