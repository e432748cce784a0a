using Dapper;

namespace SmpInsights.Data.Runs;

/// <summary>
/// Which clinics' rows an import changed since their reported months were compared with them: what tells a worker of late rows without its reading any. A mark that is not
/// looked at to the end is looked at again; one that is looked at twice does no harm.
/// </summary>
public sealed class ClinicChanges(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Clinics to be compared now; <c>all</c> stands for all of them together.</summary>
    public IReadOnlyList<ClinicChange> Waiting()
    {
        using var connection = db.Connect();
        return [.. connection.Query<(string Clinic, long Changes)>(SqlFile.Statement("queries/changes/waiting"), new { Now = Text(TimeSpan.Zero) }).Select(c => new ClinicChange(c.Clinic, c.Changes))];
    }

    /// <summary>Takes a comparison for so long; false when another worker was first.</summary>
    public bool Claim(ClinicChange change, TimeSpan hold)
    {
        using var connection = db.Connect();
        return connection.Execute(SqlFile.Statement("queries/changes/claim"), new { change.Clinic, Now = Text(TimeSpan.Zero), Until = Text(hold) }) == 1;
    }

    /// <summary>The reported months were compared with the clinic's rows as of this change.</summary>
    public void Compared(ClinicChange change)
    {
        using var connection = db.Connect();
        connection.Execute(SqlFile.Statement("queries/changes/compared"), new { change.Clinic, change.Changes });
    }

    private string Text(TimeSpan ahead) => StoredRun.Text(clock.GetUtcNow() + ahead);
}
