namespace SmpInsights.EndToEnd.Tests;

/// <summary>What is asked wrongly is answered with one sentence and exit code 2; what can't be done with one sentence and 1.</summary>
public sealed class WrongUsage : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run monthly-clinic --month 2026-06", "either --clinic ID or --all")]
    [InlineData("run monthly-clinic --month 2026-06 --all --clinic C0001", "either --clinic ID or --all")]
    [InlineData("run monthly-clinic --all --month 2026-13", "2026-13")]
    [InlineData("run monthly-clinic --all --month June", "June")]
    [InlineData("run monthly-clinic --all --month 2999-01", "not over yet")]
    [InlineData("run nonsense --all --month 2026-06", "nonsense")]
    [InlineData("run monthly-clinic --clinic nobody --month 2026-06", "nobody")]
    [InlineData("run monthly-clinic --all", "--month")]
    [InlineData("run network --clinic S1 --month 2026-06", "all clinics together")]
    [InlineData("run network --all --practitioner P1 --month 2026-06", "not about single practitioners")]
    [InlineData("run technique-comparison --all --practitioner P1 --month 2026-06", "--clinic ID")]
    [InlineData("metrics --as-of 2026-02-30", "2026-02-30")]
    [InlineData("metrics --clinic nobody", "nobody")]
    [InlineData("metrics --by eye-colour", "eye-colour")]
    [InlineData("metrics --by", "--by")]
    [InlineData("backtest --from 2024-01", "--to")]
    [InlineData("backtest --from January --to 2024-02", "January")]
    [InlineData("backtest --from 2024-03 --to 2024-02", "after --to")]
    [InlineData("backtest --from 2024-02-02 --to 2024-02-20", "No month ends")]
    [InlineData("backtest --from 2024-01 --to 2999-01", "not over yet")]
    [InlineData("backtest --from 2024-01 --to 2024-02 --clinic nobody", "nobody")]
    [InlineData("demo --clinics 0", "--clinics")]
    [InlineData("demo --clinics many", "many")]
    [InlineData("worker --parallel 0", "--parallel: 0 is not between 1 and 64")]
    [InlineData("worker --parallel many", "many")]
    [InlineData("runs --follow --json", "leave out --json")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("import", "DIR")]
    public void Is_said_in_one_sentence_with_exit_code_2(string arguments, string says)
    {
        SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy"));
        var result = SmpProcess.Run(_folder.Path, arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("run monthly-clinic --all --month 2026-06")]
    [InlineData("import not-there")]
    public void An_empty_folder_is_said_with_exit_code_1(string arguments)
    {
        var result = SmpProcess.Run(_folder.Path, arguments.Split(' '));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("smp: ", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Trim().Split('\n'));
        Assert.False(Directory.Exists(_folder.In("smp-data")), "A command that only looks made a data folder.");
    }

    [Theory]
    [InlineData("runs", "--data", "")]
    [InlineData("import", "somewhere", "--data", " ")]
    [InlineData("run", "monthly-clinic", "--all", "--month", "2999-01")]
    public void Wrong_usage_comes_before_what_a_folder_holds_and_writes_nothing(params string[] arguments)
    {
        var result = SmpProcess.Run(_folder.Path, arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("smp: --", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_definition_that_is_wrong_is_named_with_file_line_and_field()
    {
        Directory.CreateDirectory(_folder.In("smp-data", "definitions"));
        File.WriteAllText(_folder.In("smp-data", "definitions", "mine.json"), """
            {
              "id": "mine", "kind": "monthly-clinic", "title": "Mine", "audience": "manager", "period": "month", "scope": "clinic",
              "schedule": { "cron": "0 6 2 * *" },
              "sections": ["overview", "gossip"]
            }
            """);
        var result = SmpProcess.Run(_folder.Path, "report", "list");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("mine.json, line 4, field \"sections\": \"gossip\"", result.Errors, StringComparison.Ordinal);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy")).ExitCode);
    }

    [Fact]
    public void A_data_folder_that_is_a_file_is_said()
    {
        File.WriteAllText(_folder.In("taken"), "x");
        var result = SmpProcess.Run(_folder.Path, "runs", "--data", "taken");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("smp: ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_none_is_said()
    {
        Directory.CreateDirectory(_folder.In("smp-data"));
        File.WriteAllText(_folder.In("smp-data", "smp.db"), new string('x', 5000));
        var result = SmpProcess.Run(_folder.Path, "runs");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("smp.db", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Trim().Split('\n'));
    }
}
