using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.SqlServer;

/// <summary>Creates a database, and applies what its journal does not list yet: each migration in a transaction of its own, one program at a time.</summary>
internal static class SqlServerMigrator
{
    /// <summary>Creates the database where it is missing and the login may.</summary>
    public static void CreateDatabase(ServerConnection to)
    {
        if (WhyNotOpen(to) is null)
        {
            return;
        }

        // The number for a missing database is not the same on every server, so the server is asked.
        if (IsMissing(to))
        {
            Create(to);
        }
        else if (WhyNotOpen(to) is { } still)
        {
            // Not that another program created it between the two questions.
            throw new SmpDataException(ServerErrors.Explain(still, to), still);
        }
    }

    /// <returns>What is still to be applied; all of it where there is no journal yet.</returns>
    public static IReadOnlyList<Migration> Pending(DbConnection connection, IReadOnlyList<Migration> migrations, DbTransaction? transaction = null) =>
        connection.QuerySingle<bool>(Text("has_journal"), transaction: transaction) ? MigrationJournal.Pending(connection, migrations, transaction) : migrations;

    public static void Migrate(DbConnection connection, IReadOnlyList<Migration> migrations)
    {
        if (Pending(connection, migrations) is [])
        {
            return;
        }

        connection.Execute(Text("allow_snapshots"));
        foreach (var migration in migrations)
        {
            using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
            ServerLock.Take(connection, transaction, "migrate");
            connection.Execute(Text("journal"), transaction: transaction);

            // Looked up under the lock: another program may have come first.
            if (Pending(connection, migrations, transaction).Contains(migration))
            {
                MigrationJournal.Apply(connection, migration, transaction);
            }

            transaction.Commit();
        }
    }

    private static SqlException? WhyNotOpen(ServerConnection to)
    {
        try
        {
            using var there = new SqlConnection(new SqlConnectionStringBuilder(to.Text) { Pooling = false }.ConnectionString);
            there.Open();
            return null;
        }
        catch (SqlException e)
        {
            return e;
        }
    }

    private static bool IsMissing(ServerConnection to)
    {
        try
        {
            using var master = new SqlConnection(to.In("master").Text);
            return master.QuerySingle<int?>("SELECT DB_ID(@name)", new { name = to.Database }) is null;
        }
        catch (SqlException)
        {
            // What kept the login out of its own database is what is said.
            return false;
        }
    }

    private static void Create(ServerConnection to)
    {
        try
        {
            using var master = new SqlConnection(to.In("master").Text);
            master.Execute(Text("create_database"), new { name = to.Database });
        }
        catch (SqlException e) when (IsMissing(to))
        {
            throw new SmpDataException($"There is no database '{to.Database}' on '{to.Server}', and the login may not create it ({e.Errors[0].Message})", e);
        }
        catch (SqlException)
        {
            // Another program came first.
        }
    }

    private static string Text(string file) => SqlFile.Text($"sql/schema/sqlserver/{file}.sql");
}
