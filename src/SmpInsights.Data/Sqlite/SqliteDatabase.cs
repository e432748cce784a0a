using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SmpInsights.Data.Import;
using SmpInsights.Data.Import.Sqlite;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.Sqlite;

/// <summary>The embedded database of one data folder.</summary>
internal sealed class SqliteDatabase : SmpDatabase
{
    public const string Name = "sqlite";

    /// <summary>How long a connection waits for another's write to end.</summary>
    private const int BusySeconds = 60;

    /// <summary>32 MB: payments by day lie all over a table that is kept by id, and so do their treatments.</summary>
    private const string LargeCache = "PRAGMA cache_size = -32768";

    private readonly string path;
    private readonly string connectionString;
    private readonly Func<DbConnection, DbConnection>? around;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    private SqliteDatabase(string file, Func<DbConnection, DbConnection>? around)
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

    internal override StoredTypes Types => StoredTypes.Sqlite;

    private protected override string Dialect => Name;

    public static SqliteDatabase Open(string dataFolder, IReadOnlyList<Migration> migrations, Func<DbConnection, DbConnection>? around = null)
    {
        var file = Path.Combine(dataFolder, FileName);
        try
        {
            Directory.CreateDirectory(dataFolder);
            Create(file);
            var database = new SqliteDatabase(file, around);
            using var connection = database.Connect();
            connection.Execute("PRAGMA journal_mode = WAL");
            SqliteMigrator.Migrate(database, connection, migrations);
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

    public override DbConnection Connect() => Connect(_ => { });

    /// <param name="prepare">Given the driver's own connection before it is opened.</param>
    public DbConnection Connect(Action<SqliteConnection> prepare)
    {
        var own = new SqliteConnection(connectionString);
        prepare(own);
        var connection = around?.Invoke(own) ?? own;
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

    public override IReadOnlyList<string> PendingMigrations()
    {
        using var connection = Connect();
        return [.. MigrationJournal.Pending(connection, Migration.Embedded(Name), transaction: null).Select(m => m.Name)];
    }

    /// <summary>A snapshot of the write-ahead log: what is written meanwhile is seen whole the next time, or not at all.</summary>
    /// <remarks>To this provider the level means a deferred transaction, which takes no lock until it writes; SQLite itself knows one level, serializable.</remarks>
    internal override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadUncommitted);

    /// <summary>Takes the write lock at once.</summary>
    internal override DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Serializable);

    internal override void ReadAllOver(DbConnection connection) => connection.Execute(LargeCache);

    /// <summary>Deleted rows stay in the file until their place is needed: it is written anew without them.</summary>
    internal override void Wipe(DbConnection connection) => connection.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)", commandTimeout: 0);

    internal override ImportStore BeginImport(DateTimeOffset now) => new SqliteImportStore(this);

    internal override string Explain(DbException e) => Explain((SqliteException)e, path);

    private static void Create(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
    }

    private static string Explain(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => $"'{file}' is not a database, or it is damaged.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => $"'{file}' cannot be written.",
        SQLitePCL.raw.SQLITE_FULL => $"'{file}' cannot be written: the disk is full.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => $"'{file}' is locked by another program.",
        _ => $"'{file}' cannot be used: {e.Message}",
    };
}
