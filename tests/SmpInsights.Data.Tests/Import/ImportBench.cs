using System.Globalization;
using Dapper;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>A database and a folder of CSV files of a test's own: one clinic in London, where it is noon of 2026-07-15 unless told otherwise.</summary>
public sealed class ImportBench : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore store;

    public ImportBench(TestStore store)
        : this(store, StoppedClock.Noon)
    {
    }

    public ImportBench(TestStore store, DateTimeOffset now)
    {
        this.store = store;
        Clock = new StoppedClock(now);
        Database = store.Empty();
        Directory.CreateDirectory(Csv);
    }

    public SmpDatabase Database { get; }

    public StoppedClock Clock { get; }

    public string Csv => folder["csv"];

    public string RejectsPath => folder["rejects.csv"];

    public string WarningsPath => folder["warnings.csv"];

    public void Dispose()
    {
        folder.Dispose();
        TestStore.End(store);
    }

    public ImportResult Import(string? path = null, IProgress<ImportProgress>? progress = null, CancellationToken ct = default) =>
        new CsvImport(Database, Clock).Run(path ?? Csv, RejectsPath, WarningsPath, progress, ct);

    /// <summary>Stores a clinic with a practitioner, a client, a technique, and the treatments T1 (2026-01-10 to 2026-02-10) and T2 (begun 2026-06-01).</summary>
    public ImportBench WithClinic()
    {
        Write("clinics", "clinic_id,name,time_zone,currency", "C1,London,Europe/London,GBP");
        Write("practitioners", "practitioner_id,clinic_id,name", "P1,C1,Ann");
        Write("clients", "client_id,clinic_id", "K1,C1");
        Write("techniques", "technique_id,name", "hair,Hairline");
        Write("pigments", "pigment_id,brand,shade", "G1,Noir,1");
        Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on", "T1,K1,P1,hair,2026-01-10,2026-02-10", "T2,K1,P1,hair,2026-06-01,");
        Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "S1,T1,1,2026-01-10,P1,completed");
        Assert.Empty(Import().Rejects);
        foreach (var file in Directory.GetFiles(Csv))
        {
            File.Delete(file);
        }

        return this;
    }

    public void Write(string table, params string[] lines) => WriteText(table, string.Join('\n', lines) + "\n");

    public void WriteLines(string table, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(Csv, table + ".csv"), lines);

    public void WriteText(string table, string text) => File.WriteAllText(Path.Combine(Csv, table + ".csv"), text);

    public void WriteBytes(string table, byte[] bytes) => File.WriteAllBytes(Path.Combine(Csv, table + ".csv"), bytes);

    /// <summary>Imports one table's file alone.</summary>
    public FileResult ImportTable(string table, params string[] lines)
    {
        Write(table, lines);
        return Result(table);
    }

    /// <summary>Imports what was written, and gives one table's result.</summary>
    public FileResult Result(string table) => Import().Files.Single(file => string.Equals(file.File, table + ".csv", StringComparison.Ordinal));

    /// <summary>Every cell of every table as text, with where it is: of tables that come later too.</summary>
    public List<(string Place, string Text)> Cells()
    {
        using var connection = Database.Connect();
        List<(string, string)> cells = [];
        foreach (var table in store.Tables(connection))
        {
            foreach (var row in connection.Query($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>())
            {
                cells.AddRange(row.Where(cell => cell.Value is not null).Select(cell => ($"{table}.{cell.Key}", Convert.ToString(cell.Value, CultureInfo.InvariantCulture)!)));
            }
        }

        return cells;
    }

    /// <summary>The rows of a query as text, cells parted by |.</summary>
    public List<string?> Stored(string sql)
    {
        using var connection = Database.Connect();
        return [.. connection.Query(sql).Select(row => Text(((IDictionary<string, object?>)row).Values))];
    }

    private static string? Text(ICollection<object?> cells) => cells.All(cell => cell is null)
        ? null
        : string.Join('|', cells.Select(cell => cell is DateTime day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
