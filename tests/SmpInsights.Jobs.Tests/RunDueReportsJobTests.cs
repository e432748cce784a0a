using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.Jobs.Tests;

/// <summary>One round of the worker: what fails is a sentence, and the rest goes on.</summary>
public sealed class RunDueReportsJobTests : IDisposable
{
    private readonly JobFolder _folder = new();
    private readonly List<string> _lines = [];
    private readonly JobHost _host = new();

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    private RunDueReportsJob Round() => new(new DueRound(_folder.Definitions, _folder.Source, _folder.Reader, _folder.Ledger, _folder.Job, _folder.Clock, Log), _folder.Job, _host, Log);

    private WorkerLog Log => new(_folder.Errors, new LineLogger(_lines));

    [Fact]
    public async Task A_clinic_in_an_unknown_time_zone_does_not_stop_the_others()
    {
        _folder.Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('A', 'Atlantis', 'Ocean/Atlantis', 'EUR')");
        await Round().RunAsync(CancellationToken.None);
        _folder.Sql("INSERT INTO practitioners (practitioner_id, clinic_id, name) VALUES ('P', 'C', 'Practitioner')");
        var owed = 3 * _folder.Definitions.All.Count(d => !string.Equals(d.Kind.Scope, ReportScope.Practitioner, StringComparison.Ordinal)); // nobody treats there yet
        Assert.Equal([.. Enumerable.Repeat("C", owed - 3), .. Enumerable.Repeat("all", 3)], _folder.Ledger.List().Select(r => r.Key.Clinic).OrderBy(c => c.Length));
        Assert.All(_folder.Ledger.List(), r => Assert.Equal(RunState.Done, r.State));
        Assert.Contains(_lines, l => l.Contains("Ocean/Atlantis", StringComparison.Ordinal));
        Assert.Equal(owed, _lines.Count(l => l.StartsWith("done ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_database_that_fails_is_a_sentence_and_the_details_are_in_the_error_log()
    {
        _folder.Sql("DROP TABLE report_runs");
        await Round().RunAsync(CancellationToken.None);
        Assert.NotEmpty(_lines);
        Assert.All(_lines, l => Assert.DoesNotContain("\n", l, StringComparison.Ordinal));
        Assert.Contains("   at ", _folder.ErrorText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_s_end_stops_the_round_though_the_engine_cancels_nothing()
    {
        await _host.Stopping.CancelAsync();
        await Round().Execute(null!, CancellationToken.None);
        Assert.All(_folder.Ledger.List(), r => Assert.Equal(RunState.Queued, r.State));
    }
}
