using System.Globalization;
using global::Hangfire;
using global::Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmpInsights.Data.Runs;

namespace SmpInsights.Hangfire.Tests;

/// <summary>Reports made by a real Hangfire server, jobs in memory, the ledger in a database.</summary>
public sealed class HangfireWorkerTests : IDisposable
{
    private readonly HangfireFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static IMonitoringApi Monitor(IHost host) => host.Services.GetRequiredService<JobStorage>().GetMonitoringApi();

    private static IEnumerable<string> Names(IEnumerable<global::Hangfire.Common.Job> jobs) => jobs.Where(j => string.Equals(j.Method.Name, nameof(ReportJobs.RunAsync), StringComparison.Ordinal)).Select(Name);

    private static string Name(global::Hangfire.Common.Job job)
    {
        var attribute = (JobDisplayNameAttribute)Attribute.GetCustomAttribute(job.Method, typeof(JobDisplayNameAttribute))!;
        return string.Format(CultureInfo.InvariantCulture, attribute.DisplayName, [.. job.Args]);
    }

    [Fact]
    public async Task What_is_due_is_made_once_one_job_a_run_in_the_queue_of_reports()
    {
        _folder.OnlyMonthly();
        using var host = _folder.Host();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await HangfireFolder.UntilAsync(() => _folder.Runs.Count(r => r.State == RunState.Done) == 2, "The reports were not made.");
        await HangfireFolder.UntilAsync(() => Names(Monitor(host).SucceededJobs(0, 100).Select(j => j.Value.Job)).Count() == 2, "The jobs did not end.");

        Assert.Equal(["monthly-clinic A 2026-06 r1", "monthly-clinic B 2026-06 r1"], Names(Monitor(host).SucceededJobs(0, 100).Select(j => j.Value.Job)).Order(StringComparer.Ordinal));
        Assert.Equal(0, Monitor(host).FailedCount());
        Assert.Equal(["exports", "reports"], Monitor(host).Servers().Single().Queues.Order(StringComparer.Ordinal));
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, _folder.Runs.Count);
        Assert.All(_folder.Runs, r => Assert.Equal(1, r.Attempt));
    }

    [Fact]
    public async Task Each_definition_has_a_recurring_job_for_each_time_zone_at_its_own_time_there()
    {
        using var host = _folder.Host();
        var schedules = host.Services.GetRequiredService<Schedules>();
        var reader = host.Services.GetRequiredService<Data.Reading.OutcomeReader>();
        schedules.Keep(reader.Clinics());
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        List<RecurringJobDto> Recurring() => connection.GetRecurringJobs();

        Assert.Equal((4 * 2) + 1, Recurring().Count);
        var auckland = Recurring().Single(r => string.Equals(r.Id, "monthly-clinic Pacific/Auckland", StringComparison.Ordinal));
        Assert.Equal(("0 6 2 * *", "Pacific/Auckland", "reports"), (auckland.Cron, auckland.TimeZoneId, auckland.Job.Queue));
        Assert.Equal("Queue monthly-clinic where it is due in Pacific/Auckland", Name(auckland.Job));
        var local = TimeZoneInfo.ConvertTimeFromUtc(auckland.NextExecution!.Value, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        Assert.Equal((2, 6, 0), (local.Day, local.Hour, local.Minute));

        _folder.Sql("UPDATE clinics SET time_zone = 'Europe/Paris' WHERE clinic_id = 'B'");
        schedules.Keep(reader.Clinics());
        Assert.Equal(["Europe/London", "Europe/Paris"], Recurring().Where(r => r.Id.StartsWith("monthly-clinic ", StringComparison.Ordinal)).Select(r => r.TimeZoneId).Order(StringComparer.Ordinal));
        Assert.Equal((4 * 2) + 1, Recurring().Count);
    }

    [Fact]
    public async Task A_recurring_job_that_is_triggered_goes_through_the_queue_of_reports()
    {
        _folder.OnlyMonthly();
        using var host = _folder.Host();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await HangfireFolder.UntilAsync(() => _folder.Runs.Count(r => r.State == RunState.Done) == 2, "The reports were not made.");
        host.Services.GetRequiredService<IRecurringJobManager>().Trigger("monthly-clinic Europe/London");
        await HangfireFolder.UntilAsync(() => Monitor(host).SucceededJobs(0, 100).Any(j => string.Equals(j.Value.Job.Method.Name, nameof(ReportJobs.QueueDue), StringComparison.Ordinal)), "It did not run.");
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, _folder.Runs.Count);
    }

    [Fact]
    public void A_recurring_job_queues_its_own_report_in_its_own_time_zone_alone()
    {
        using var host = _folder.Host();
        host.Services.GetRequiredService<ReportJobs>().QueueDue("finance-ledger", "Pacific/Auckland", CancellationToken.None);
        Assert.All(_folder.Runs, r => Assert.Equal(("finance-ledger", "B"), (r.Key.Report, r.Key.Clinic)));
        Assert.Equal(3, _folder.Runs.Count);
        Assert.Equal(3, Monitor(host).EnqueuedCount(ReportQueue.Reports));

        host.Services.GetRequiredService<ReportJobs>().QueueDue("finance-ledger", "Pacific/Auckland", CancellationToken.None);
        Assert.Equal(3, Monitor(host).EnqueuedCount(ReportQueue.Reports));
    }

    [Fact]
    public async Task A_run_that_fails_is_a_failed_job_that_Hangfire_does_not_try_again()
    {
        _folder.OnlyMonthly();
        File.WriteAllText(_folder.Folder.Branding, "{ \"default\": { \"band\": \"nonsense\" } }");
        using var host = _folder.Host();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await HangfireFolder.UntilAsync(() => Monitor(host).FailedCount() >= 2, "No job failed.");
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, Monitor(host).ScheduledCount());
        Assert.All(Monitor(host).FailedJobs(0, 10), j =>
        {
            Assert.Equal(typeof(ReportRunFailedException).FullName, j.Value.ExceptionType);
            Assert.Contains("branding.json", j.Value.ExceptionMessage, StringComparison.Ordinal);
        });
        Assert.All(_folder.Runs, r => Assert.Contains("branding.json", r.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_database_that_fails_is_in_the_error_log_and_the_job_shows_it()
    {
        using var host = _folder.Host();
        _folder.Sql("ALTER TABLE clinics RENAME TO gone");
        Assert.ThrowsAny<System.Data.Common.DbException>(() => host.Services.GetRequiredService<ReportJobs>().LookAfter(CancellationToken.None));
        Assert.Contains("recurring jobs were not kept", File.ReadAllText(_folder.Folder.ErrorLog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_hands_its_run_back()
    {
        using var host = _folder.Host();
        var run = _folder.Ledger.Queue(new RunKey("monthly-clinic", "A", string.Empty, "2026-06"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Services.GetRequiredService<ReportJobs>().RunAsync("x", run.RunId, new CancellationToken(canceled: true)));
        Assert.Equal((RunState.Queued, 0, null), _folder.Runs.Single() is var r ? (r.State, r.Attempt, r.LeaseOwner) : default);
    }

    [Fact]
    public async Task A_second_job_for_a_run_finds_nothing_to_do()
    {
        using var host = _folder.Host();
        var run = _folder.Ledger.Queue(new RunKey("monthly-clinic", "A", string.Empty, "2026-06"));
        var jobs = host.Services.GetRequiredService<ReportJobs>();
        Assert.Equal("done r1", await jobs.RunAsync("x", run.RunId, CancellationToken.None));
        Assert.StartsWith("another worker", await jobs.RunAsync("x", run.RunId, CancellationToken.None), StringComparison.Ordinal);
        Assert.Single(_folder.Runs);
    }

    [Fact]
    public void What_waits_for_its_time_or_is_in_another_s_hand_gets_no_job_until_it_may_be_claimed()
    {
        using var host = _folder.Host();
        var enqueued = host.Services.GetRequiredService<EnqueuedRuns>();
        _folder.Ledger.Queue(new RunKey("monthly-clinic", "A", string.Empty, "2026-05"), _folder.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        var held = _folder.Ledger.Queue(new RunKey("monthly-clinic", "A", string.Empty, "2026-06"));
        Assert.NotNull(_folder.Ledger.Claim("other", TimeSpan.FromSeconds(30), held.RunId));
        enqueued.Catch(_folder.Runs);
        Assert.Equal(0, Monitor(host).EnqueuedCount(ReportQueue.Reports));

        _folder.Clock.Move(TimeSpan.FromMinutes(5));
        enqueued.Catch(_folder.Runs);
        enqueued.Catch(_folder.Runs);
        Assert.Equal(2, Monitor(host).EnqueuedCount(ReportQueue.Reports));
    }

    [Fact]
    public async Task Two_servers_with_a_storage_each_make_each_report_once()
    {
        using var one = _folder.Host();
        await one.StartAsync(TestContext.Current.CancellationToken);
        using var two = _folder.Host();
        await two.StartAsync(TestContext.Current.CancellationToken);
        var owed = 3 * (2 + 2 + 1); // monthly-clinic and finance-ledger of two clinics, network of both
        await HangfireFolder.UntilAsync(() => _folder.Runs.Count(r => r.State == RunState.Done) == owed, "The reports were not made.");
        await one.StopAsync(TestContext.Current.CancellationToken);
        await two.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(owed, _folder.Runs.Count);
        Assert.All(_folder.Runs, r => Assert.Equal((RunState.Done, 1, 1), (r.State, r.Revision, r.Attempt)));
        Assert.Equal(owed, Made(one) + Made(two));
    }

    private static int Made(IHost host) => Monitor(host).SucceededJobs(0, 1000).Count(j => j.Value.Result?.ToString()?.Contains("done r1", StringComparison.Ordinal) is true);
}
