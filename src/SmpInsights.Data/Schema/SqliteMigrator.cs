using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Schema;

/// <summary>Applies what the journal does not list yet: each migration in a transaction of its own that holds the write lock from its start.</summary>
internal static class SqliteMigrator
{
    public static void Migrate(DbConnection connection, IReadOnlyList<Migration> migrations)
    {
        if (Pending(connection, migrations, transaction: null) is [])
        {
            return;
        }

        foreach (var migration in migrations)
        {
            using var transaction = SmpDatabase.BeginWrite(connection);

            // Looked up again under the lock: another process may have come first.
            if (Pending(connection, migrations, transaction).Contains(migration))
            {
                connection.Execute($"-- {migration.Name}\n{migration.Sql}", transaction: transaction);
                connection.Execute(SqlFile.Statement("schema/journal_insert"), new { migration.Name, migration.Checksum }, transaction);
            }

            transaction.Commit();
        }
    }

    private static List<Migration> Pending(DbConnection connection, IReadOnlyList<Migration> migrations, DbTransaction? transaction)
    {
        connection.Execute(SqlFile.Text("sql/schema/sqlite/journal.sql"), transaction: transaction);
        var applied = connection.Query<(string Name, string Checksum)>(SqlFile.Statement("schema/journal_list"), transaction: transaction).ToList();
        foreach (var (name, checksum) in applied)
        {
            var known = migrations.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal))
                ?? throw new SmpDataException($"The database is newer than this program: it has migration '{name}', which this version does not know. Use the newer version.");
            if (!string.Equals(known.Checksum, checksum, StringComparison.Ordinal))
            {
                throw new SmpDataException($"Migration '{name}' was changed after it was applied to this database. Applied migrations are never edited; add a new one.");
            }
        }

        return [.. migrations.Where(m => !applied.Exists(a => string.Equals(a.Name, m.Name, StringComparison.Ordinal)))];
    }
}
