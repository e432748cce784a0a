using Dapper;

namespace SmpInsights.Data.Runs;

/// <summary>
/// Which clinics' rows an import changed since their reported months were compared with them: what tells a worker of late rows without its reading any. A mark that is not
/// looked at to the end is looked at again; one that is looked at twice does no harm.
/// </summary>
public sealed class ClinicChanges(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Clinics to be compared now; <c>all</c> stands for all of them together.</summary>
    public IReadOnlyList<ClinicChange> Waiting() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<(string Clinic, long Changes)>(db.Statement("queries/changes/waiting"), new { Now = clock.GetUtcNow() }).Select(c => new ClinicChange(c.Clinic, c.Changes)).ToList();
    });

    /// <summary>Takes a comparison for so long; false when another worker was first.</summary>
    public bool Claim(ClinicChange change, TimeSpan hold) => Change("claim", new { change.Clinic, Now = clock.GetUtcNow(), Until = clock.GetUtcNow() + hold });

    /// <summary>The reported months were compared with the clinic's rows as of this change.</summary>
    public void Compared(ClinicChange change) => Change("compared", new { change.Clinic, change.Changes });

    private bool Change(string statement, object parameters) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement($"queries/changes/{statement}"), parameters) == 1;
    });
}
