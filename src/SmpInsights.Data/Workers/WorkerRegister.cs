using Dapper;

namespace SmpInsights.Data.Workers;

/// <summary>Which workers are at work, by their signs of life.</summary>
public sealed class WorkerRegister(SmpDatabase db, TimeProvider clock)
{
    /// <summary>How long the row of a worker that ended without a word is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>A sign of life; the first one enters the worker.</summary>
    public void Beat(string worker) => db.Try(() =>
    {
        using var connection = db.Connect();
        var now = new { Worker = worker, Now = clock.GetUtcNow() };
        return connection.Execute(db.Statement("queries/workers/beat"), now) == 1 || connection.Execute(db.Statement("queries/workers/start"), now) == 1;
    });

    /// <summary>The worker ends.</summary>
    public void Leave(string worker) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement("queries/workers/leave"), new { Worker = worker, SilentSince = clock.GetUtcNow() - Kept });
    });

    /// <summary>How long ago any worker gave its latest sign of life; null where none is at work.</summary>
    public TimeSpan? Silence() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.QuerySingle<DateTimeOffset?>(db.Statement("queries/workers/newest_beat")) is { } beat ? clock.GetUtcNow() - beat : (TimeSpan?)null;
    });
}
