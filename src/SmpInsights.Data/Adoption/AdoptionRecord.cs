using Dapper;

namespace SmpInsights.Data.Adoption;

/// <summary>Whether rows are read from the clinic's own database, and when they last were.</summary>
public sealed class AdoptionRecord(SmpDatabase db)
{
    /// <summary>Null where nothing is adopted.</summary>
    public AdoptionState? Find() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<(string Source, DateTimeOffset? ReadAt, string? Error)>(db.Statement("adopt/find")).Select(a => new AdoptionState(a.Source, a.ReadAt, a.Error)).SingleOrDefault();
    });

    /// <summary>Ends it: the rows stay as they are, and files may change them again.</summary>
    /// <returns>Whether there was anything to end.</returns>
    public bool End() => db.Try(() =>
    {
        using var connection = db.Connect();
        using var transaction = db.BeginWrite(connection);
        AdoptedViews.Forget(connection, db, table: null, transaction);
        var ended = connection.Execute(db.Statement("adopt/end"), transaction: transaction) > 0;
        transaction.Commit();
        return ended;
    });

    internal void Begin(string source) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement("adopt/begin"), new { source });
    });

    /// <summary>A reading has ended; the error is null where it was whole.</summary>
    internal void Read(DateTimeOffset? readAt, string? error) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement("adopt/read"), new { readAt, error });
    });

    /// <summary>What was read, once all of it was.</summary>
    internal void Keep(IReadOnlyDictionary<string, AdoptedView> views) => db.Try(() =>
    {
        using var connection = db.Connect();
        using var transaction = db.BeginWrite(connection);
        foreach (var (table, view) in views)
        {
            AdoptedViews.Keep(connection, db, table, view, transaction);
        }

        transaction.Commit();
        return views.Count;
    });
}
