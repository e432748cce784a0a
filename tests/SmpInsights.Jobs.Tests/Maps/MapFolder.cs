using System.Text;
using Microsoft.Data.Sqlite;
using SmpInsights.Data;
using SmpInsights.Data.Import;
using SmpInsights.Data.Maps;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Maps;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>A data folder and a folder of an export; it is noon of 2026-07-15.</summary>
public sealed class MapFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("smp-map-").FullName;

    public MapFolder()
    {
        Data = new DataFolder(Path.Combine(_root, "data"));
        Database = SmpDatabase.Open(Data.Root);
        Directory.CreateDirectory(Export);
    }

    public DataFolder Data { get; }

    public SmpDatabase Database { get; }

    public string Export => Path.Combine(_root, "export");

    public void Write(string file, string text, bool byteOrderMark = false) => File.WriteAllText(Path.Combine(Export, file), text, new UTF8Encoding(byteOrderMark));

    public ImportResult Import(string map, string? zone = "Europe/London", string? currency = "GBP", string? clinic = null, bool mayRemove = false) => Import(MapReader.BuiltIn(map)!, zone, currency, clinic, mayRemove);

    public ImportResult Import(ColumnMap map, string? zone = "Europe/London", string? currency = "GBP", string? clinic = null, bool mayRemove = false) =>
        new MapImport(Database, new StoppedClock(), map, new ClinicChoice(clinic, zone, currency) { MayRemove = mayRemove }, Data.Root).Run(Export, Data.Lists, progress: null, TestContext.Current.CancellationToken);

    /// <summary>Rows of a query, cells with | between.</summary>
    public IReadOnlyList<string> Stored(string sql)
    {
        using var connection = Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    /// <summary>Every table's rows.</summary>
    public IReadOnlyList<string> Everything() =>
        [.. new[] { "clinics", "practitioners", "clients", "techniques", "treatments", "sessions", "touch_ups", "payments", "inferred_cells" }.SelectMany(t => Stored($"SELECT '{t}', * FROM {t} ORDER BY 2, 3"))];

    /// <summary>The files of the data folder, but for the key, in which a text stands, whatever its case.</summary>
    public IReadOnlyList<string> FilesWith(string text)
    {
        SqliteConnection.ClearAllPools();
        return [.. Directory.EnumerateFiles(Data.Root, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(ClientKey.FileName, StringComparison.Ordinal))
            .Where(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)).Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
