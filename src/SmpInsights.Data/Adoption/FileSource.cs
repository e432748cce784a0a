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

    /// <summary>Deferred: it takes no lock but to read.</summary>
    internal override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.ReadUncommitted);

    internal override IReadOnlyList<SourceTable> Tables(DbConnection connection, DbTransaction? transaction) =>
        Grouped(connection.Query<(string, string, string, string)>(SqlFile.Statement("adopt/tables", SqliteDatabase.Name), transaction: transaction));

    internal override string Explain(DbException e) => ((SqliteException)e).SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"'{path}' is not an SQLite database, or it is damaged.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => $"'{path}' cannot be read.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"'{path}' is locked by another program.",
        _ => $"'{path}' cannot be read: {e.Message}",
    };
}
