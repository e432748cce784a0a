using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>The boundary between an engine and the work: what fails is a line in the log, and the engine goes on.</summary>
internal static class Lane
{
    /// <summary>Runs whatever waits, one after the other, and clears up after workers whose runs were taken over.</summary>
    public static async Task DrainAsync(ReportJob job, WorkerLog log, CancellationToken stop)
    {
        try
        {
            await foreach (var outcome in job.DrainAsync(progress: null, stop).ConfigureAwait(false))
                log.Ended(outcome);
            log.Attempt("staging was not swept", job.Sweep);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Stopped();
        }
        catch (Exception e)
        {
            log.Say("no more reports were made for now", e);
        }
    }

    /// <summary>Queues what there is to do.</summary>
    public static void Queue(DueRound round, WorkerLog log, CancellationToken stop)
    {
        try
        {
            round.Queue(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Stopped();
        }
    }
}
