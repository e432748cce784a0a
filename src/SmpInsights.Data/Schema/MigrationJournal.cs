using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Schema;

/// <summary>What was applied to a database, against what this program has.</summary>
internal static class MigrationJournal
{
    /// <returns>What is still to be applied, in order.</returns>
    /// <exception cref="SmpDataException">The database has a migration that this program does not know, or knows with another text.</exception>
    public static IReadOnlyList<Migration> Pending(DbConnection connection, IReadOnlyList<Migration> migrations, DbTransaction? transaction)
    {
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

    public static void Apply(DbConnection connection, Migration migration, DbTransaction transaction)
    {
        connection.Execute($"-- {migration.Name}\n{migration.Sql}", transaction: transaction);
        connection.Execute(SqlFile.Statement("schema/journal_insert"), new { migration.Name, migration.Checksum }, transaction);
    }
}
