using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Adoption;

/// <summary>A clinic's own database, in words of its own, with the views that show it; and ours beside it or elsewhere.</summary>
public sealed class ForeignClinic : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore store;
    private readonly Func<DbConnection> connect;

    public ForeignClinic(TestStore store)
    {
        this.store = store;
        Database = store.Empty();
        if (store is ServerStore server)
        {
            // A name of its own for each test: the server's databases are dropped in the end.
            var own = server.Fresh();
            using (var master = new SqlConnection(new SqlConnectionStringBuilder(own) { InitialCatalog = "master" }.ConnectionString))
            {
                master.Open();
                master.Execute($"CREATE DATABASE [{new SqlConnectionStringBuilder(own).InitialCatalog}]");
            }

            connect = () => Opened(new SqlConnection(own));
            Source = ClinicSource.Of(own);
            Do("CREATE SCHEMA smp_source");
        }
        else
        {
            connect = () => Opened(new SqliteConnection($"Data Source={folder["clinic.db"]};Pooling=False"));
            Do("CREATE TABLE unused (a int)");
            Source = ClinicSource.Of(folder["clinic.db"]);
        }

        Do("CREATE TABLE places (id int, title varchar(100), zone varchar(40), money varchar(3))");
        Do("CREATE TABLE staff (id int, place int, title varchar(100))");
        Do("CREATE TABLE people (id int, place int, touched varchar(30))");
        Do("CREATE TABLE services (code varchar(20), title varchar(100))");
        Do("CREATE TABLE courses (id int, person int, staff int, service varchar(20), begun varchar(40), done varchar(40))");
        Do("CREATE TABLE visits (id int, course int, no int, day varchar(40), staff int, state varchar(20))");
        Do("INSERT INTO places VALUES (1, 'London', 'Europe/London', 'GBP')");
        Do("INSERT INTO staff VALUES (7, 1, 'Ann')");
        Do("INSERT INTO services VALUES ('hair', 'Hairline')");
        View("clinics", "SELECT id AS clinic_id, title AS name, zone AS time_zone, money AS currency FROM places");
        View("practitioners", "SELECT id AS practitioner_id, place AS clinic_id, title AS name FROM staff");
        View("clients", "SELECT id AS client_id, place AS clinic_id FROM people");
        View("techniques", "SELECT code AS technique_id, title AS name FROM services");
        View("treatments", "SELECT id AS treatment_id, person AS client_id, staff AS practitioner_id, service AS technique_id, begun AS started_on, done AS completed_on FROM courses");
        View("sessions", "SELECT id AS session_id, course AS treatment_id, no AS session_no, day AS performed_on, staff AS practitioner_id, state AS status FROM visits");
    }

    public SmpDatabase Database { get; }

    public ClinicSource Source { get; }

    public StoppedClock Clock { get; } = new();

    public string Folder => folder.Path;

    public string Rejects => File.Exists(folder["rejects.csv"]) ? File.ReadAllText(folder["rejects.csv"]) : "";

    public void Dispose()
    {
        folder.Dispose();
        TestStore.End(store);
    }

    /// <summary>So many people, each with a treatment of one session.</summary>
    public ForeignClinic With(int people)
    {
        using var connection = connect();
        using var transaction = connection.BeginTransaction();
        foreach (var i in Enumerable.Range(1, people))
        {
            var ids = new { i, course = 100 + i, visit = 1000 + i };
            connection.Execute("INSERT INTO people VALUES (@i, 1, '2026-07-01 10:00:00')", ids, transaction);
            connection.Execute("INSERT INTO courses VALUES (@course, @i, 7, 'hair', '2026-01-10', '2026-02-10')", ids, transaction);
            connection.Execute("INSERT INTO visits VALUES (@visit, @course, 1, '2026-01-10', 7, 'completed')", ids, transaction);
        }

        transaction.Commit();
        return this;
    }

    /// <summary>Does something in the clinic's own database.</summary>
    public void Do(string statement)
    {
        using var connection = connect();
        connection.Execute(statement);
    }

    public void View(string table, string select) => Do($"CREATE VIEW {Source.Dialect.View(table)} AS {select}");

    public void Drop(string table) => Do($"DROP VIEW {Source.Dialect.View(table)}");

    public void Replace(string table, string select)
    {
        Drop(table);
        View(table, select);
    }

    public string ViewOf(string table) => Source.Dialect.View(table);

    public PullResult Pull(bool whole = false, bool remove = false) =>
        new AdoptionPull(Database, Source, Clock, folder["source.lock"]).Run((folder["rejects.csv"], folder["warnings.csv"]), whole, remove, progress: null, TestContext.Current.CancellationToken);

    public IReadOnlyList<CheckedView> Check() => new AdoptionCheck(Source, Clock, folder["check"], folder["source.lock"]).Run(progress: null, TestContext.Current.CancellationToken);

    /// <summary>The rows of a query of our database as text, cells parted by |.</summary>
    public List<string> Stored(string sql)
    {
        using var connection = Database.Connect();
        return [.. connection.Query(sql).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(v => v is DateTime day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(v, CultureInfo.InvariantCulture))))];
    }

    private static DbConnection Opened(DbConnection connection)
    {
        connection.Open();
        return connection;
    }
}
