using Microsoft.Extensions.Hosting;
using Quartz;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>A lane: takes whatever waits, one run after the other, whoever queued it. A worker has as many as it may run reports at once.</summary>
[DisallowConcurrentExecution]
public sealed class RunQueuedReportsJob(ReportJob job, IHostApplicationLifetime host, WorkerLog log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        await Lane.DrainAsync(job, log, stop.Token).ConfigureAwait(false);
    }
}
