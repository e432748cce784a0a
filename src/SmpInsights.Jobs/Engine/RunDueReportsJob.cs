using Microsoft.Extensions.Logging;
using Quartz;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>Queues what is due and runs whatever waits. Quartz starts it at the worker's start and each minute, never twice at once.</summary>
[DisallowConcurrentExecution]
public sealed partial class RunDueReportsJob(DefinitionCatalog definitions, OutcomeReader reader, RunLedger ledger, ReportJob job, TimeProvider clock, ILogger<RunDueReportsJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var key in DueRuns.Of(definitions.All, reader.Clinics(), ledger.List(), clock.GetUtcNow()))
            {
                ledger.Queue(key);
                Queued(key.Report, key.Clinic, key.Period);
            }

            foreach (var outcome in await job.DrainAsync(progress: null, cancellationToken).ConfigureAwait(false))
                Log(outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Stopped();
        }
    }

    private void Log(RunOutcome outcome)
    {
        switch (outcome)
        {
            case RunOutcome.Done done:
                Done(done.Key.Report, done.Key.Clinic, done.Key.Period, done.Revision, done.Folder);
                break;
            case RunOutcome.Unchanged same:
                Unchanged(same.Key.Report, same.Key.Clinic, same.Key.Period, same.Revision);
                break;
            case RunOutcome.Failed failed:
                Failed(failed.Key.Report, failed.Key.Clinic, failed.Key.Period, failed.Error);
                break;
            default:
                Lost(outcome.Key.Report, outcome.Key.Clinic, outcome.Key.Period);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "queued {Report} {Clinic} {Period}")]
    private partial void Queued(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "done {Report} {Clinic} {Period} r{Revision}: {Folder}")]
    private partial void Done(string report, string clinic, string period, int revision, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "unchanged {Report} {Clinic} {Period} r{Revision}")]
    private partial void Unchanged(string report, string clinic, string period, int revision);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed {Report} {Clinic} {Period}: {Reason}")]
    private partial void Failed(string report, string clinic, string period, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "another worker took over {Report} {Clinic} {Period}")]
    private partial void Lost(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopping; unfinished runs were handed back")]
    private partial void Stopped();
}
