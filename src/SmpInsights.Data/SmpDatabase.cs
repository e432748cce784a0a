using System.Data.Common;
using SmpInsights.Data.Import;
using SmpInsights.Data.Schema;
using SmpInsights.Data.Sqlite;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data;

/// <summary>A database whose tables are this version's: the embedded one of a data folder, or one on SQL Server. What differs between the two is here and below here.</summary>
public abstract class SmpDatabase
{
    /// <summary>The embedded database's file in its data folder.</summary>
    public const string FileName = "smp.db";

    static SmpDatabase() => StoredTypes.TeachDapper();

    private protected SmpDatabase()
    {
    }

    /// <summary>For a library that keeps tables of its own beside ours on the server: holds the password where there is one. Null for the embedded database.</summary>
    public virtual string? ServerConnectionString => null;

    /// <summary>How columns and parameters are written there.</summary>
    internal abstract StoredTypes Types { get; }

    /// <summary>How long the first row of a large read may take; null for the connection's own limit.</summary>
    internal virtual int? ReadSeconds => null;

    /// <summary>The folder of <c>sql/schema</c>, and what the name of a statement's own variant ends with.</summary>
    private protected abstract string Dialect { get; }

    /// <summary>Opens <c>smp.db</c> in the folder; creates both where missing, and brings the tables to this version.</summary>
    /// <exception cref="SmpDataException">The folder cannot be written, the file is not a database of ours, or a migration is refused.</exception>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="around">Put around each connection that is opened: whoever wants to hear of, or to fail, its statements.</param>
    public static SmpDatabase Open(string dataFolder, Func<DbConnection, DbConnection>? around = null) =>
        SqliteDatabase.Open(dataFolder, Migration.Embedded(SqliteDatabase.Name), around);

    /// <summary>A database on SQL Server, as it is: only <see cref="Migrate"/> changes its tables.</summary>
    /// <exception cref="SmpDataException">The server or the database cannot be used, or its tables are not this version's.</exception>
    public static SmpDatabase OnServer(string connectionString) => SqlServerDatabase.Open(connectionString, Migration.Embedded(SqlServerDatabase.Name));

    /// <summary>Brings a database on SQL Server to this version; creates it where the login may.</summary>
    /// <exception cref="SmpDataException">The server or the database cannot be used, or a migration is refused.</exception>
    public static SmpDatabase Migrate(string connectionString) => SqlServerDatabase.Migrate(connectionString, Migration.Embedded(SqlServerDatabase.Name));

    /// <summary>A new open connection; the caller disposes it. A database that is gone is an error: it is not made anew, empty, behind the back of whoever took it away.</summary>
    public abstract DbConnection Connect();

    /// <summary>Migrations this version knows and the database has not had, the first first.</summary>
    /// <exception cref="SmpDataException">The database has a migration that this version does not know, or knows with another text.</exception>
    public abstract IReadOnlyList<string> PendingMigrations();

    /// <summary>The statement of <c>sql/{path}.sql</c>, or of this database's own variant beside it.</summary>
    internal string Statement(string path) => SqlFile.Statement(path, Dialect);

    /// <summary>A new open connection for <see cref="BeginRead"/>.</summary>
    internal virtual DbConnection ConnectToRead() => Connect();

    /// <summary>One consistent moment for several reads; where the database can, it holds up no writer.</summary>
    internal abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>For a write whose checks must still hold at its commit.</summary>
    internal abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Tells the connection that many rows will be fetched by id from all over their tables.</summary>
    internal virtual void ReadAllOver(DbConnection connection)
    {
    }

    /// <summary>Leaves nothing of deleted rows in the database's own files, as far as that is in our hands.</summary>
    internal virtual void Wipe(DbConnection connection)
    {
    }

    /// <summary>Leaves nothing of a client in tables that imports share; while the client's treatments are still stored.</summary>
    internal virtual void ForgetStaged(DbConnection connection, string client, DbTransaction transaction)
    {
    }

    /// <summary>A connection with staging tables for one import.</summary>
    internal abstract ImportStore BeginImport(DateTimeOffset now);

    /// <summary>Does it, again where the database says that another try may succeed. It must be whole in itself: nothing of a failed try may remain.</summary>
    internal virtual T Try<T>(Func<T> work, CancellationToken ct = default) => work();

    /// <summary>Does it once: what must not be done twice.</summary>
    internal virtual T Once<T>(Func<T> work) => work();

    /// <summary>A database error in words for the person.</summary>
    internal abstract string Explain(DbException e);
}
