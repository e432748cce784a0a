using System.Data.Common;
using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>What is stored already and a map must not write over: ids of parents, names of practitioners, and details that no export knows.</summary>
internal sealed class StoredRows
{
    private static readonly string[] Parents = ["clients", "practitioners", "techniques"];

    private readonly DbConnection connection;
    private readonly Dictionary<string, HashSet<string>> ids;
    private readonly Dictionary<(string Clinic, string Name), string> practitioners;

    public StoredRows(DbConnection connection)
    {
        this.connection = connection;
        ids = Parents.ToDictionary(table => table, table => connection.Query<string>(SqlFile.Statement($"import/ids_of_{table}")).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        practitioners = connection.Query<(string Id, string Clinic, string Name)>(SqlFile.Statement("import/names_of_practitioners"))
            .GroupBy(p => (p.Clinic, MapText.Key(p.Name))).ToDictionary(g => g.Key, g => g.First().Id);
    }

    public bool Has(string table, string id) => ids[table].Contains(id);

    public string? Practitioner(string clinic, string name) => practitioners.GetValueOrDefault((clinic, MapText.Key(name)));

    /// <summary>Gives rows that are stored already the values of those columns that the map does not fill: needle, pigment, zones and the like outlive the next import.</summary>
    public void KeepDetails(MappedTable mapped)
    {
        var table = mapped.Table;
        List<int> kept = [.. table.Columns.Index().Where(c => !mapped.Mapped.Contains(c.Item.Name) && !c.Item.Required).Select(c => c.Index)];
        if (kept.Count == 0 || mapped.Rows.Count == 0)
        {
            return;
        }

        var byId = mapped.Rows.ToDictionary(r => r.Cells[0], r => r.Cells, StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = $"-- details of {table.Name}\nSELECT {table.Id.Name}, {string.Join(", ", kept.Select(i => table.Columns[i].Name))} FROM {table.Name}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (!byId.TryGetValue(reader.GetString(0), out var cells))
            {
                continue;
            }

            foreach (var (place, column) in kept.Index())
            {
                cells[column] = reader.IsDBNull(place + 1) ? "" : Text(table.Columns[column].Kind, reader.GetValue(place + 1));
            }
        }
    }

    private static string Text(CellKind kind, object value) => (kind, value) switch
    {
        (CellKind.Money, long stored) => StoredMoney.Read(stored).ToString(System.Globalization.CultureInfo.InvariantCulture),
        (CellKind.Flag, bool flag) => flag ? "1" : "0",
        (_, double real) => real.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        (_, DateTime date) => CellParser.Iso(DateOnly.FromDateTime(date)),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
