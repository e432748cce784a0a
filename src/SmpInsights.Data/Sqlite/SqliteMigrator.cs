using System.Data.Common;
using Dapper;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.Sqlite;

/// <summary>Applies what the journal does not list yet: each migration in a transaction of its own that holds the write lock from its start.</summary>
internal static class SqliteMigrator
{
    public static void Migrate(SqliteDatabase database, DbConnection connection, IReadOnlyList<Migration> migrations)
    {
        if (Pending(connection, migrations, transaction: null) is [])
        {
            return;
        }

        foreach (var migration in migrations)
        {
            using var transaction = database.BeginWrite(connection);

            // Looked up again under the lock: another process may have come first.
            if (Pending(connection, migrations, transaction).Contains(migration))
            {
                MigrationJournal.Apply(connection, migration, transaction);
            }

            transaction.Commit();
        }
    }

    private static IReadOnlyList<Migration> Pending(DbConnection connection, IReadOnlyList<Migration> migrations, DbTransaction? transaction)
    {
        connection.Execute(SqlFile.Text("sql/schema/sqlite/journal.sql"), transaction: transaction);
        return MigrationJournal.Pending(connection, migrations, transaction);
    }
}
