using Dapper;
using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Workers;

/// <summary>Which workers are at work, by their signs of life.</summary>
public sealed class WorkerRegister(SmpDatabase db, TimeProvider clock)
{
    /// <summary>How long the row of a worker that ended without a word is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>A sign of life; the first one enters the worker.</summary>
    public void Beat(string worker)
    {
        using var connection = db.Connect();
        var now = new { Worker = worker, Now = StoredRun.Text(clock.GetUtcNow()) };
        if (connection.Execute(SqlFile.Statement("queries/workers/beat"), now) == 0)
        {
            connection.Execute(SqlFile.Statement("queries/workers/start"), now);
        }
    }

    /// <summary>The worker ends.</summary>
    public void Leave(string worker)
    {
        using var connection = db.Connect();
        connection.Execute(SqlFile.Statement("queries/workers/leave"), new { Worker = worker, SilentSince = StoredRun.Text(clock.GetUtcNow() - Kept) });
    }

    /// <summary>How long ago any worker gave its latest sign of life; null where none is at work.</summary>
    public TimeSpan? Silence()
    {
        using var connection = db.Connect();
        return StoredRun.Time(connection.ExecuteScalar<string?>(SqlFile.Statement("queries/workers/newest_beat"))) is { } beat ? clock.GetUtcNow() - beat : null;
    }
}
