using System.Data.Common;
using Dapper;
using SmpInsights.Data.Adoption;

namespace SmpInsights.Data.Forgetting;

/// <summary>
/// Forgets a client: every row of theirs goes in one transaction, and that it happened is noted without saying who. Nothing that is computed from the rows is stored,
/// so every sum is another at its next reading. Published files are another matter: <see cref="MarkedRevisions"/>.
/// </summary>
public sealed class ClientForgetting(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Children before parents; marks first, which need the rows to be found by.</summary>
    private static readonly string[] Tables = ["inferred_cells", "payments", "adverse_events", "aftercare_checks", "surveys", "assessments", "touch_ups", "sessions", "treatments", "clients"];

    /// <summary>The client's clinic; null where there is no such client.</summary>
    public string? ClinicOf(string client) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.QueryFirstOrDefault<string>(db.Statement("forget/clinic_of_client"), new { client });
    });

    /// <summary>Whether an id that no client has may be that of one forgotten before, whose files are still to be looked for: some client was forgotten, and nothing else stored has the id.</summary>
    public bool MayHaveForgotten(string client) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.QuerySingle<long>(db.Statement("forget/may_have_been_forgotten"), new { client }) > 0;
    });

    /// <returns>What went; null where there is no such client.</returns>
    /// <exception cref="SmpDataException">The database can't be written.</exception>
    public ForgottenClient? Forget(string client)
    {
        try
        {
            using var connection = db.Connect();
            var forgotten = Forget(connection, client);

            // Also where a client is asked for again, in case the first time was stopped here.
            db.Wipe(connection);
            return forgotten;
        }
        catch (DbException e)
        {
            throw new SmpDataException($"The client could not be forgotten to the end: {db.Explain(e)} Ask again when no other program uses it.", e);
        }
    }

    private ForgottenClient? Forget(DbConnection connection, string client)
    {
        using var transaction = db.BeginWrite(connection);
        db.ForgetStaged(connection, client, transaction);
        if (connection.QueryFirstOrDefault<string>(db.Statement("forget/clinic_of_client"), new { client }, transaction) is not { } clinic)
        {
            transaction.Commit();
            return null;
        }

        var untied = Ids(connection, "untied_payments", new { client, clinic }, transaction);
        var ids = Tables.Where(table => table is not "inferred_cells").ToDictionary(
            table => table,
            IReadOnlyList<string> (table) => [.. Ids(connection, table, new { client }, transaction), .. table is "payments" ? untied : []],
            StringComparer.Ordinal);
        List<(string, long)> rows = [.. Tables.Select(table => (table, Remove(connection, table, client, untied, transaction)))];
        AdoptedViews.Doubt(connection, db, table: null, transaction);
        connection.Execute(db.Statement("forget/note"), new { clinic, now = clock.GetUtcNow() }, transaction);
        transaction.Commit();
        return new ForgottenClient(clinic, rows, ids);
    }

    private List<string> Ids(DbConnection connection, string table, object parameters, DbTransaction transaction) =>
        [.. connection.Query<string>(db.Statement($"forget/ids/{table}"), parameters, transaction, buffered: false)];

    private long Remove(DbConnection connection, string table, string client, IEnumerable<string> untied, DbTransaction transaction)
    {
        long rows = connection.Execute(db.Statement($"forget/rows/{table}"), new { client }, transaction);
        var statement = table switch { "inferred_cells" => "untied_payment_marks", "payments" => "untied_payment", _ => null };
        return statement is null ? rows : rows + connection.Execute(db.Statement($"forget/rows/{statement}"), untied.Select(id => new { id }), transaction);
    }
}
