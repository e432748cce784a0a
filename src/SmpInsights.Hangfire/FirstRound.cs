using global::Hangfire;
using Microsoft.Extensions.Hosting;
using SmpInsights.Data.Reading;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Hangfire;

/// <summary>Enters the recurring jobs and looks at once after what waits: a worker that was off catches up when it starts, not a minute later.</summary>
internal sealed class FirstRound(Schedules schedules, OutcomeReader reader, IBackgroundJobClient client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        schedules.Keep(reader.Clinics().Where(DueRuns.HasKnownTimeZone));
        client.Enqueue<ReportJobs>(j => j.LookAfter(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
