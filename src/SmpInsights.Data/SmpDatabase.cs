using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data;

/// <summary>The embedded database of one data folder, migrated to this version.</summary>
public sealed class SmpDatabase
{
    public const string FileName = "smp.db";

    /// <summary>How long a connection waits for another's write to end.</summary>
    private const int BusySeconds = 60;

    private readonly string path;
    private readonly string connectionString;
    private readonly Func<DbConnection, DbConnection>? around;

    static SmpDatabase() => SQLitePCL.Batteries_V2.Init();

    private SmpDatabase(string file, Func<DbConnection, DbConnection>? around)
    {
        path = file;
        this.around = around;

        // No pool: a command's end leaves one plain file behind, without a write-ahead log beside it.
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    /// <summary>Opens <c>smp.db</c> in the folder; creates both where missing, and brings the tables to this version.</summary>
    /// <exception cref="SmpDataException">The folder cannot be written, the file is not a database of ours, or a migration is refused.</exception>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="around">Put around each connection that is opened: whoever wants to hear of, or to fail, its statements.</param>
    public static SmpDatabase Open(string dataFolder, Func<DbConnection, DbConnection>? around = null) => Open(dataFolder, Migration.Embedded("sqlite"), around);

    internal static SmpDatabase Open(string dataFolder, IReadOnlyList<Migration> migrations, Func<DbConnection, DbConnection>? around = null)
    {
        var file = Path.Combine(dataFolder, FileName);
        try
        {
            Directory.CreateDirectory(dataFolder);
            Create(file);
            var database = new SmpDatabase(file, around);
            using var connection = database.Connect();
            connection.Execute("PRAGMA journal_mode = WAL");
            SqliteMigrator.Migrate(connection, migrations);
            return database;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmpDataException($"The data folder '{dataFolder}' cannot be used: {e.Message}", e);
        }
        catch (SqliteException e)
        {
            throw new SmpDataException(Explain(e, file), e);
        }
    }

    /// <summary>A new open connection; the caller disposes it. A database that is gone is an error: it is not made anew, empty, behind the back of whoever took it away.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = new SqliteConnection(connectionString);
        connection = around?.Invoke(connection) ?? connection;
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds}000; PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Migrations this version knows and the database has not had, the first first.</summary>
    public IReadOnlyList<string> PendingMigrations()
    {
        using var connection = Connect();
        var applied = connection.Query<(string Name, string Checksum)>(SqlFile.Statement("schema/journal_list")).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Migration.Embedded("sqlite").Select(m => m.Name).Where(name => !applied.Contains(name))];
    }

    /// <summary>One consistent moment for several reads; holds up no writer.</summary>
    /// <remarks>To this provider the level means a deferred transaction, which takes no lock until it writes; SQLite itself knows one level, serializable.</remarks>
    internal static DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadUncommitted);

    /// <summary>Takes the write lock at once, so that what is checked inside still holds at the commit.</summary>
    internal static DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Serializable);

    private static void Create(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
    }

    /// <summary>A database error in words for the person.</summary>
    internal string Explain(SqliteException e) => Explain(e, path);

    private static string Explain(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"'{file}' is not a database, or it is damaged.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => $"'{file}' cannot be written.",
        SQLitePCL.raw.SQLITE_FULL => $"'{file}' cannot be written: the disk is full.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"'{file}' is locked by another program.",
        _ => $"'{file}' cannot be used: {e.Message}",
    };
}
