using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>What a worker says: a line for each thing that happens, with the details of failures in the error log. A trouble that lasts is said once.</summary>
public sealed partial class WorkerLog(ErrorLog errors, ILogger<WorkerLog> logger)
{
    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private int _stopped;

    /// <summary>Does a step of the work; what fails is said, and is tried again by the next round.</summary>
    /// <returns>Whether it went well.</returns>
    public bool Attempt(string otherwise, Action step)
    {
        try
        {
            step();
            _troubles.TryRemove(otherwise, out _);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Say(otherwise, e);
            return false;
        }
    }

    public void Say(string what, Exception e)
    {
        var reason = RunFault.Sentence(e).ReplaceLineEndings(" ");
        if (_troubles.TryGetValue(what, out var said) && string.Equals(said, reason, StringComparison.Ordinal))
            return;
        _troubles[what] = reason;
        errors.Write("worker: " + what, e);
        Trouble(what, reason);
    }

    public void Pulled(PullResult pulled)
    {
        if (pulled.Changed > 0)
            Pulled(pulled.Source, pulled.Changed);
        if (pulled.Rejected > 0)
            Refused(pulled.Source, pulled.Rejected);
    }

    public void Queued(RunKey key) => Queued(key.Report, key.Whom, key.Period);

    public void Late(RunKey key) => Late(key.Report, key.Whom, key.Period);

    public void Ended(RunOutcome outcome)
    {
        using var scope = logger.BeginScope("run {RunId}", outcome.RunId);
        switch (outcome)
        {
            case RunOutcome.Done done:
                Done(done.Key.Report, done.Key.Whom, done.Key.Period, done.Revision, done.Folder);
                break;
            case RunOutcome.Unchanged same:
                Unchanged(same.Key.Report, same.Key.Whom, same.Key.Period, same.Revision);
                break;
            case RunOutcome.Failed failed:
                Failed(failed.Key.Report, failed.Key.Whom, failed.Key.Period, failed.Error);
                break;
            case RunOutcome.Postponed later:
                Postponed(later.Key.Report, later.Key.Whom, later.Key.Period, later.Error);
                break;
            default:
                Lost(outcome.Key.Report, outcome.Key.Whom, outcome.Key.Period);
                break;
        }
    }

    /// <summary>Lanes stop together; it is said once.</summary>
    public void Stopped()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
            Stopping();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "clinic {Clinic} gets no reports: this machine knows no time zone \"{TimeZone}\"")]
    public partial void UnknownTimeZone(string clinic, string timeZone);

    [LoggerMessage(Level = LogLevel.Information, Message = "read {Source}: {Changed} rows changed")]
    private partial void Pulled(string source, long changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Rejected} rows of {Source} can't be used: see source-rejects.csv")]
    private partial void Refused(string source, long rejected);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopping; unfinished runs were handed back")]
    private partial void Stopping();

    [LoggerMessage(Level = LogLevel.Information, Message = "queued {Report} {Clinic} {Period}")]
    private partial void Queued(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "queued {Report} {Clinic} {Period} again: rows of it changed")]
    private partial void Late(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "done {Report} {Clinic} {Period} r{Revision}: {Folder}")]
    private partial void Done(string report, string clinic, string period, int revision, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "unchanged {Report} {Clinic} {Period} r{Revision}")]
    private partial void Unchanged(string report, string clinic, string period, int revision);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed {Report} {Clinic} {Period}: {Reason}")]
    private partial void Failed(string report, string clinic, string period, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "tried again later {Report} {Clinic} {Period}: {Reason}")]
    private partial void Postponed(string report, string clinic, string period, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "another worker took over {Report} {Clinic} {Period}")]
    private partial void Lost(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}, tried again by itself: {Reason}")]
    private partial void Trouble(string what, string reason);
}
