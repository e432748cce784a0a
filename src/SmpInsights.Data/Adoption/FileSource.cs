using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SmpInsights.Data.Sqlite;

namespace SmpInsights.Data.Adoption;

/// <summary>Views in an SQLite file.</summary>
internal sealed class FileSource : ClinicSource
{
    private readonly string path;

    public FileSource(string path)
    {
        this.path = Path.GetFullPath(path);
        if (!File.Exists(this.path))
        {
            throw new SmpDataException($"\"{path}\" is no file, and no connection string (Server=HOST;Database=NAME;...).");
        }
    }

    public override string Name => path;

    internal override ViewDialect Dialect => ViewDialect.Sqlite;

    internal override DbConnection Connect() =>
        new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString()).Opened();

    /// <summary>Only where readers hold up no writer: with a rollback journal a view is read by itself, and its lock ends with it.</summary>
    internal override DbTransaction? BeginRead(DbConnection connection) =>
        connection.ExecuteScalar<string>("PRAGMA journal_mode") is "wal" ? connection.BeginTransaction(System.Data.IsolationLevel.ReadUncommitted) : null;

    internal override IReadOnlyList<SourceTable> Tables(DbConnection connection, DbTransaction? transaction) =>
        [.. connection.Query<string>(SqlFile.Statement("adopt/tables", SqliteDatabase.Name), transaction: transaction).Select(name => Table(connection, name, transaction)).OfType<SourceTable>()];

    /// <summary>Of what can't be read, a view of ours is said; the clinic's own is passed over.</summary>
    private static SourceTable? Table(DbConnection connection, string name, DbTransaction? transaction)
    {
        try
        {
            return new("", name, [.. connection.Query<(string Name, string Type)>("SELECT name, type FROM pragma_table_info(@name) ORDER BY cid", new { name }, transaction).Select(c => new SourceColumn(c.Name, c.Type))]);
        }
        catch (SqliteException) when (!name.StartsWith(Schema, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        catch (SqliteException e)
        {
            throw new SmpDataException($"{name} can't be read: {e.Message}", e);
        }
    }

    internal override string Explain(DbException e) => ((SqliteException)e).SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"'{path}' is not an SQLite database, or it is damaged.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => $"'{path}' cannot be read.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"'{path}' is locked by another program.",
        _ => $"'{path}' cannot be read: {e.Message}",
    };
}
