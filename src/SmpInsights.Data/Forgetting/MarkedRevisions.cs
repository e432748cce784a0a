using Dapper;
using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Forgetting;

/// <summary>Published revisions that showed a forgotten client, until their files are gone. Which client is not kept.</summary>
public sealed class MarkedRevisions(SmpDatabase db)
{
    public void Mark(long runId) => Execute("mark_revision", runId);

    public IReadOnlyList<RunRow> All() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<StoredRun>(db.Statement("forget/marked_revisions")).Select(run => run.ToRow()).ToList();
    });

    /// <summary>The files showed no one after all.</summary>
    public void Unmark(long runId) => Execute("unmark_revision", runId);

    /// <summary>The files are gone.</summary>
    public void Removed(long runId)
    {
        Execute("note_removed", runId);
        Execute("unmark_revision", runId);
    }

    private void Execute(string statement, long runId) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement($"forget/{statement}"), new { runId });
    });
}
