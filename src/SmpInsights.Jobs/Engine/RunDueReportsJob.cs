using Microsoft.Extensions.Hosting;
using Quartz;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>
/// Queues what is due, at the worker's start and each minute, never twice at once; lanes run it. Quartz waits for its jobs when it shuts down and does not cancel them, so jobs look
/// at the host's own end.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RunDueReportsJob(DueRound round, ReportJob job, IHostApplicationLifetime host, WorkerLog log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        Lane.Queue(round, log, stop.Token);
        return ValueTask.CompletedTask;
    }

    /// <summary>Queues what is due and runs whatever waits, one after the other: a whole round, for an engine without lanes. It throws nothing.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        Lane.Queue(round, log, stop);
        return Lane.DrainAsync(job, log, stop);
    }
}
