using SmpInsights.Data.Import;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Engine;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests;

/// <summary>Rows that come after their month was reported; today is 15 July 2026, and April to June are reported for both clinics.</summary>
public sealed class LateRowsTests : IDisposable
{
    private const string Payments = "payment_id,clinic_id,kind,paid_on,amount,tax,currency";

    private readonly JobFolder _folder = new();
    private readonly JobHost _host = new();
    private readonly List<string> _lines = [];

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Months_that_a_late_row_changes_are_made_again_and_no_others()
    {
        await ReportedAsync();
        Import("1,C,product,2026-05-20,1000.00,0,GBP");
        await RoundAsync();
        Assert.Equal(
            ["finance-ledger C 2026-05 r2", "finance-ledger C 2026-06 r2", "monthly-clinic C 2026-05 r2", "monthly-clinic C 2026-06 r2", "network all 2026-05 r2", "network all 2026-06 r2"],
            Revisions(2));
        Assert.Equal(6, _lines.Count(l => l.EndsWith(" again: rows of it changed", StringComparison.Ordinal)));
        await RoundAsync();
        Assert.Equal(6, Revisions(2).Count);
        Assert.Empty(Revisions(3));
        Assert.All(_folder.Ledger.List(), r => Assert.Equal(RunState.Done, r.State));
    }

    [Fact]
    public async Task A_row_of_this_month_and_one_older_than_what_is_caught_up_with_make_nothing_again_but_are_looked_at_once()
    {
        await ReportedAsync();
        Import("1,C,product,2026-07-10,1000.00,0,GBP");
        Assert.Equal(["C", "all"], _folder.Ledger.Changes.Waiting().Select(c => c.Clinic));
        await RoundAsync();
        Assert.Empty(_folder.Ledger.Changes.Waiting());
        Assert.Empty(Revisions(2));
        Assert.DoesNotContain(_lines, l => l.EndsWith(" again: rows of it changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_failed_waits_for_someone_to_ask_and_what_is_queued_is_not_queued_twice()
    {
        await ReportedAsync();
        _folder.Sql("UPDATE report_runs SET state = 'failed', error = 'no' WHERE report = 'finance-ledger' AND clinic = 'C' AND period = '2026-06'");
        var asked = _folder.Ledger.Queue(JobFolder.June);
        Import("1,C,product,2026-06-20,1000.00,0,GBP");
        Queue();
        Assert.Equal(RunState.Failed, _folder.Ledger.List().Single(r => r.Key == JobFolder.June with { Report = "finance-ledger" }).State);
        Assert.Equal(asked.RunId, Assert.Single(_folder.Ledger.List(), r => r.Key == JobFolder.June && r.Revision == 2).RunId);
    }

    [Fact]
    public async Task The_second_revision_says_what_changed_and_the_first_stands()
    {
        await ReportedAsync();
        var before = await File.ReadAllBytesAsync(Path.Combine(_folder.Target(1), "report.html"), TestContext.Current.CancellationToken);
        Import("1,C,product,2026-06-20,1000.00,0,GBP");
        await RoundAsync();
        var page = await PageAsync(JobFolder.June with { Report = "finance-ledger" }, 2);
        Assert.Contains("This is a revision: rows came late or were corrected after the report was made.", page, StringComparison.Ordinal);
        Assert.Contains("More rows of payments.", page, StringComparison.Ordinal);
        Assert.Matches("(?s)revised-figures.*Gross.*£0\\.00.*£1,000\\.00", page);
        Assert.DoesNotContain("What changed since", await PageAsync(JobFolder.June with { Report = "finance-ledger" }, 1), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_folder.Target(1), "report.html"), TestContext.Current.CancellationToken));
        Assert.True(ArtefactStore.IsWhole(_folder.Target(2)));

        Import("1,C,product,2026-06-20,1100.00,0,GBP");
        await RoundAsync();
        page = await PageAsync(JobFolder.June with { Report = "finance-ledger" }, 3);
        Assert.Contains("What changed since r2", page, StringComparison.Ordinal);
        Assert.Contains("Corrected rows of payments.", page, StringComparison.Ordinal);
        Assert.Matches("(?s)revised-figures.*Gross.*£1,000\\.00.*£1,100\\.00", page);
    }

    [Fact]
    public async Task A_stop_in_the_middle_leaves_the_clinic_to_be_compared_later()
    {
        await ReportedAsync();
        Import("1,C,product,2026-06-20,1000.00,0,GBP");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => Due().Queue(stop.Token));
        Assert.Empty(Revisions(2));
        await RoundAsync();
        Assert.Equal(3, Revisions(2).Count);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => _folder.Reader.Read("C", stop.Token));
    }

    /// <summary>Two clinics, all their months reported and compared.</summary>
    private async Task ReportedAsync()
    {
        _folder.Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('D', 'Other', 'Europe/London', 'GBP')");
        await RoundAsync();
        Assert.Equal(15, Revisions(1).Count);
    }

    private async Task RoundAsync() => await new RunDueReportsJob(Due(), _folder.Job, _host, Log()).RunAsync(CancellationToken.None);

    private void Queue() => Due().Queue(CancellationToken.None);

    private DueRound Due() => new(_folder.Definitions, _folder.Source, _folder.Reader, _folder.Ledger, _folder.Job, _folder.Clock, Log());

    private WorkerLog Log() => new(_folder.Errors, new LineLogger(_lines));

    private List<string> Revisions(int revision) =>
        [.. _folder.Ledger.List().Where(r => r.Revision == revision).Select(r => FormattableString.Invariant($"{r.Key.Report} {r.Key.Whom} {r.Key.Period} r{r.Revision}")).Order(StringComparer.Ordinal)];

    private async Task<string> PageAsync(RunKey key, int revision) =>
        await File.ReadAllTextAsync(Path.Combine(_folder.Folder.Revision(key.Report, key.Clinic, key.Practitioner, key.Period, revision), "report.html"), TestContext.Current.CancellationToken);

    private void Import(params string[] payments)
    {
        var csv = Directory.CreateDirectory(Path.Combine(_folder.Folder.Root, "csv")).FullName;
        File.WriteAllLines(Path.Combine(csv, "payments.csv"), payments.Prepend(Payments));
        var result = new CsvImport(_folder.Database, _folder.Clock).Run(csv, _folder.Folder.Rejects, _folder.Folder.Warnings, null, CancellationToken.None);
        Assert.DoesNotContain(result.Rejects, r => r.File is "payments.csv");
    }
}
