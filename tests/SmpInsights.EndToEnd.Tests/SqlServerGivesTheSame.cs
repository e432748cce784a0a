using System.Globalization;
using Microsoft.Data.SqlClient;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>
/// The real program on SQL Server beside the same program on its embedded database: the same rows taken and refused, the same numbers to the last digit,
/// the same bytes of every artefact and export. Runs where <c>SMP_TEST_SQLSERVER</c> holds a connection string; the database is the test's own and dropped after it.
/// </summary>
public sealed class SqlServerGivesTheSame : IDisposable
{
    private const string Variable = "SMP_TEST_SQLSERVER";

    private readonly EmptyFolder folder = new();
    private readonly string name = "smp_test_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private string? connection;

    public void Dispose()
    {
        folder.Dispose();
        if (connection is null)
            return;
        using var master = new SqlConnection(new SqlConnectionStringBuilder(connection) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        master.Open();
        using var drop = new SqlCommand($"DROP DATABASE IF EXISTS [{name}]", master);
        drop.ExecuteNonQuery();
    }

    [Fact]
    public void Imports_metrics_reports_and_exports_are_the_same()
    {
        Migrate();

        Same("import", Repository.Reference("clinic-a"), "--json");
        Same("import", Repository.Reference("clinic-a"), "--json");
        foreach (var by in new[] { "technique", "practitioner", "pigment", "skin-type", "clinic" })
            Same("metrics", "--as-of", "2026-06-30", "--by", by, "--clients", "--json");
        Same("metrics", "--as-of", "2026-06-30", "--clinic", "C0002", "--json");
        foreach (var report in new[] { "monthly-clinic", "finance-ledger", "network" })
            Same("run", report, "--all", "--month", "2026-06", "--json");
        Same("run", "technique-comparison", "--clinic", "C0001", "--month", "2026-06", "--json");
        Same("run", "monthly-clinic", "--clinic", "C0001", "--month", "2026-06", "--json");
        Same("runs", "--json");
        foreach (var format in new[] { "xlsx", "csv" })
            Same("export", "finance", "--from", "2025-01-01", "--to", "2026-06-30", "--out", "DATA/payments." + format, "--json");

        Assert.Contains(Directory.EnumerateFiles(folder.In("server", "reports"), "*.svg", SearchOption.AllDirectories), _ => true);
        Assert.Equal(EmptyFolder.Hashes(folder.In("embedded")).Where(f => !f.StartsWith("smp.db", StringComparison.Ordinal)), EmptyFolder.Hashes(folder.In("server")));
    }

    [Fact]
    public void Exports_of_booking_systems_and_forgetting_are_the_same()
    {
        Migrate();
        Directory.CreateDirectory(folder.In("export"));
        Write("first", "#1,Ivy Ghostley,06/07/2024,10:30,2h,SMP Hairline,Completed", "#2,Ivy Ghostley,20/07/2024,10:30,2h,SMP Hairline,No show", "#3,Rue Hollow,01/08/2024,09:00,2h,SMP Density,Completed");
        string[] import = ["import", "export", "--map", "fresha", "--time-zone", "Europe/London", "--currency", "GBP", "--json"];

        // The ids of clients hang on the folder's key.
        Assert.Equal(0, SmpProcess.Run(folder.Path, [.. import, "--data", "embedded"]).ExitCode);
        var key = Assert.Single(Directory.GetFiles(folder.In("embedded"), "client-key"));
        Directory.CreateDirectory(folder.In("server"));
        File.Copy(key, folder.In("server", Path.GetFileName(key)));
        Assert.Equal(0, SmpProcess.Run(folder.Path, [.. import, "--data", "server", "--connection", connection!]).ExitCode);
        Same(import);
        File.Delete(folder.In("export", "first.csv"));
        Write("next", "#4,Ivy Ghostley,03/08/2024,10:30,2h,SMP Hairline,Completed", "#5,Rue Hollow,02/03/2026,09:00,1h,SMP Touch-up,Completed");
        Same(import);
        Same("metrics", "--as-of", "2026-06-30", "--clients", "--json");
        Same("run", "monthly-clinic", "--all", "--month", "2026-06", "--json");

        var client = Scalar("SELECT MIN(client_id) FROM clients");
        Same("forget", client, "--yes", "--json");
        Same("forget", client, "--yes", "--json");
        Same("forget", "--remake", "--json");
        Same("metrics", "--as-of", "2026-06-30", "--clients", "--json");
        Assert.Equal("1", Scalar("SELECT CAST(COUNT(*) AS varchar(9)) FROM clients"));

        void Write(string file, params string[] rows) => File.WriteAllLines(folder.In("export", file + ".csv"), ["Appointment reference,Client,Scheduled date,Scheduled time,Duration,Services,Status", .. rows]);
    }

    /// <summary>The server holds the clinic's own database; ours is embedded here, and beside the views there.</summary>
    [Fact]
    public void Rows_read_through_views_on_the_server_are_the_same()
    {
        Migrate();
        Assert.Equal(0, SmpProcess.Run(folder.Path, "import", Repository.Reference("clinic-a"), "--data", "server", "--connection", connection!).ExitCode);
        Execute("CREATE SCHEMA smp_source");
        foreach (var table in Directory.GetFiles(Repository.Reference("clinic-a"), "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)))
            Execute($"CREATE VIEW smp_source.{table} AS SELECT * FROM dbo.{table}");

        var check = SmpProcess.Run(folder.Path, "adopt", "--check", "--data", "adopted", "--source", connection!);
        Assert.True(check.ExitCode == 0, check.Errors + check.Output);
        var pull = SmpProcess.Run(folder.Path, "adopt", "--pull", "--data", "adopted", "--source", connection!);
        Assert.True(pull.ExitCode == 0, pull.Errors + pull.Output);
        string[] metrics = ["metrics", "--as-of", "2026-06-30", "--clients", "--json"];
        Assert.Equal(SmpProcess.Run(folder.Path, [.. metrics, "--data", "server", "--connection", connection!]), SmpProcess.Run(folder.Path, [.. metrics, "--data", "adopted", "--source", connection!]));

        var beside = SmpProcess.Run(folder.Path, "adopt", "--data", "beside", "--connection", connection!);
        Assert.Contains("smp_source.treatments*  (there)", beside.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", beside.Output + File.ReadAllText(folder.In("beside", "smp_source.sql")), StringComparison.Ordinal);
    }

    private void Migrate()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(given is { Length: > 0 }, $"{Variable} holds no connection string to a SQL Server.");
        connection = new SqlConnectionStringBuilder(given) { InitialCatalog = name }.ConnectionString;
        var early = SmpProcess.Run(folder.Path, "metrics", "--data", "server", "--connection", connection);
        Assert.Equal(1, early.ExitCode);
        Assert.StartsWith("smp: The database '" + name, early.Errors, StringComparison.Ordinal);
        Assert.Equal(0, SmpProcess.Run(folder.Path, "migrate", "--data", "server", "--connection", connection).ExitCode);
    }

    private string Scalar(string query)
    {
        using var server = new SqlConnection(new SqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        server.Open();
        using var command = new SqlCommand(query, server);
        return (string)command.ExecuteScalar();
    }

    private void Execute(string statement)
    {
        using var server = new SqlConnection(new SqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        server.Open();
        using var command = new SqlCommand(statement, server);
        command.ExecuteNonQuery();
    }

    /// <summary>DATA in an argument is the data folder, whose name is taken out of what is printed.</summary>
    private void Same(params string[] command)
    {
        var embedded = SmpProcess.Run(folder.Path, [.. In("embedded"), "--data", "embedded"]);
        var server = SmpProcess.Run(folder.Path, [.. In("server"), "--data", "server", "--connection", connection!]);

        Assert.True(embedded.ExitCode == 0, embedded.Errors);
        Assert.Equal((embedded.ExitCode, Plain(embedded.Output, "embedded"), embedded.Errors), (server.ExitCode, Plain(server.Output, "server"), server.Errors));

        IEnumerable<string> In(string data) => command.Select(argument => argument.Replace("DATA", data, StringComparison.Ordinal));

        string Plain(string output, string data) => output.Replace(folder.In(data), "DATA", StringComparison.Ordinal).Replace(data + "/payments", "DATA/payments", StringComparison.Ordinal);
    }
}
