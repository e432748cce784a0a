using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Runs;

/// <summary>
/// The runs of reports. Two workers never hold one run: each change is a single conditional UPDATE whose row count decides, and what a
/// worker writes is fenced by its name, so one that lost its lease changes nothing.
/// </summary>
public sealed class RunLedger(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Which clinics' rows changed since their reported months were compared with them.</summary>
    public ClinicChanges Changes { get; } = new(db, clock);

    /// <summary>The key's open run (queued or running); else its newest revision again if that failed, or its next revision, queued now. It may be claimed from <c>notBefore</c> on.</summary>
    public RunRow Queue(RunKey key, DateTimeOffset? notBefore = null) => db.Try(() => QueueOnce(key, notBefore));

    private RunRow QueueOnce(RunKey key, DateTimeOffset? notBefore)
    {
        using var connection = db.Connect();
        while (true)
        {
            var asked = new
            {
                key.Report,
                key.Clinic,
                key.Practitioner,
                key.Period,
                Now = Now(),
                NotBefore = notBefore,
            };
            if (connection.QueryFirstOrDefault<long?>(db.Statement("queries/runs/newest_failed"), key) is { } failed)
            {
                connection.Execute(db.Statement("queries/runs/requeue"), new { RunId = failed, asked.Now, asked.NotBefore });
            }
            else
            {
                connection.Execute(db.Statement("queries/runs/queue"), asked);
            }

            var open = connection.QueryFirstOrDefault<StoredRun>(db.Statement("queries/runs/open"), key);
            if (open is not null)
            {
                return open.ToRow();
            }

            // It was finished between the two statements: what is asked for now is the revision after it.
        }
    }

    /// <summary>Takes the run that waited longest, or the one named: queued and due, or running under a lease that has expired. Null when there is none.</summary>
    public RunRow? Claim(string owner, TimeSpan lease, long? onlyRunId = null) => db.Try(() => ClaimOnce(owner, lease, onlyRunId));

    private RunRow? ClaimOnce(string owner, TimeSpan lease, long? onlyRunId)
    {
        using var connection = db.Connect();
        while (connection.QueryFirstOrDefault<long?>(db.Statement("queries/runs/claimable"), new { Now = Now(), RunId = onlyRunId }) is { } runId)
        {
            if (connection.Execute(db.Statement("queries/runs/claim"), new { RunId = runId, Owner = owner, Now = Now(), Until = Now(lease) }) == 1)
            {
                return connection.QuerySingle<StoredRun>(db.Statement("queries/runs/by_id"), new { RunId = runId }).ToRow();
            }
        }

        return null;
    }

    /// <summary>Extends the lease; false when the run is no longer the owner's.</summary>
    public bool Heartbeat(long runId, string owner, TimeSpan lease) =>
        Change("heartbeat", new { RunId = runId, Owner = owner, Now = Now(), Until = Now(lease) });

    /// <summary>Notes how far the run is; progress is a share of the stage from 0 to 1, null where it cannot be said.</summary>
    public bool Stage(long runId, string owner, string stage, double? progress = null) =>
        Change("stage", new { RunId = runId, Owner = owner, Stage = stage, Progress = progress });

    /// <summary>
    /// Publishes and ends the run in one step under the database's write lock: no one can take the run over between the check and the last move.
    /// False, and nothing is moved, when the run is no longer the owner's.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="owner">Who claimed it.</param>
    /// <param name="fingerprint">Of the rows it was made from.</param>
    /// <param name="definitionHash">Of the definition.</param>
    /// <param name="version">The product's.</param>
    /// <param name="move">Puts the run's files in place. Short: every other writer waits for it. What it throws leaves the run as it was.</param>
    /// <param name="alongside">Writes what has to stand if, and only if, the revision does.</param>
    public bool Publish(long runId, string owner, string fingerprint, string definitionHash, string version, Action move, Action<DbTransaction>? alongside = null) => db.Once(() =>
    {
        using var connection = db.Connect();
        using var transaction = db.BeginWrite(connection);
        var parameters = new { RunId = runId, Owner = owner, Now = Now(), Fingerprint = fingerprint, DefinitionHash = definitionHash, Version = version };
        if (connection.Execute(db.Statement("queries/runs/done"), parameters, transaction) != 1)
        {
            return false;
        }

        alongside?.Invoke(transaction);
        move();
        transaction.Commit();
        return true;
    });

    /// <summary>The run ends as failed, or is queued for another attempt after a while.</summary>
    public bool Fail(long runId, string owner, string error, TimeSpan? retryAfter = null) =>
        Change("fail", new { RunId = runId, Owner = owner, Now = Now(), Error = error, RetryAt = retryAfter is { } wait ? Now(wait) : (DateTimeOffset?)null });

    /// <summary>Puts a run that was stopped on purpose back in the queue; that is no attempt.</summary>
    public bool HandBack(long runId, string owner) => Change("hand_back", new { RunId = runId, Owner = owner });

    /// <summary>Removes a run that turned out to have nothing new to say, so that its revision is never seen.</summary>
    public bool Discard(long runId, string owner) => Change("discard", new { RunId = runId, Owner = owner });

    /// <summary>Every run, the oldest first.</summary>
    public IReadOnlyList<RunRow> List() => Rows("list");

    /// <summary>Runs that wait or are in hand, and those that ended since, the oldest first.</summary>
    public IReadOnlyList<RunRow> Active(DateTimeOffset since) => Rows("active", new { Since = since });

    /// <summary>Which reports of months from this one on the ledger has, whatever became of them.</summary>
    /// <param name="since">A month, <c>yyyy-MM</c>.</param>
    public IReadOnlySet<RunKey> Known(string since) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<(string Report, string Clinic, string Practitioner, string Period)>(db.Statement("queries/runs/known"), new { Since = since })
            .Select(k => new RunKey(k.Report, k.Clinic, k.Practitioner, k.Period)).ToHashSet();
    });

    /// <summary>The newest revision of each report of a clinic, of months from this one on.</summary>
    /// <param name="clinic">As in <see cref="RunKey"/>.</param>
    /// <param name="since">A month, <c>yyyy-MM</c>.</param>
    public IReadOnlyList<RunRow> Newest(string clinic, string since) => Rows("newest", new { Clinic = clinic, Since = since });

    /// <summary>Runs in hand, with their owners.</summary>
    public IReadOnlyList<(long RunId, string Owner)> Running() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<(long, string)>(db.Statement("queries/runs/running")).ToList();
    });

    /// <summary>One run; null when it was discarded.</summary>
    public RunRow? Find(long runId) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.QueryFirstOrDefault<StoredRun>(db.Statement("queries/runs/by_id"), new { RunId = runId })?.ToRow();
    });

    /// <summary>The key's highest revision that is done.</summary>
    public RunRow? LatestDone(RunKey key) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.QueryFirstOrDefault<StoredRun>(db.Statement("queries/runs/latest_done"), key)?.ToRow();
    });

    private List<RunRow> Rows(string statement, object? parameters = null) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<StoredRun>(db.Statement($"queries/runs/{statement}"), parameters).Select(run => run.ToRow()).ToList();
    });

    private bool Change(string statement, object parameters) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement($"queries/runs/{statement}"), parameters) == 1;
    });

    private DateTimeOffset Now(TimeSpan ahead = default) => clock.GetUtcNow() + ahead;
}
