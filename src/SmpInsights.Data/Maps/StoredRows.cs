using System.Data.Common;
using System.Globalization;
using Dapper;
using SmpInsights.Data.Import;
using SmpInsights.Data.Reading;

namespace SmpInsights.Data.Maps;

/// <summary>What is stored already and a map must not write over: ids of parents, names of practitioners, and details that no export knows.</summary>
internal sealed class StoredRows
{
    private static readonly string[] Parents = ["clients", "practitioners", "techniques"];

    private readonly ImportRun run;
    private readonly Dictionary<string, HashSet<string>> ids;
    private readonly Dictionary<(string Clinic, string Name), string> practitioners;

    public StoredRows(ImportRun run)
    {
        this.run = run;
        ids = Parents.ToDictionary(table => table, table => run.Store.Connection.Query<string>(run.Database.Statement($"import/ids_of_{table}")).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        practitioners = run.Store.Connection.Query<(string Id, string Clinic, string Name)>(run.Database.Statement("import/names_of_practitioners"))
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
        using var reader = Rows.Read(run.Store.Connection, new CommandDefinition(
            $"-- details of {table.Name}\nSELECT {table.Id.Name}, {string.Join(", ", kept.Select(i => table.Columns[i].Name))} FROM {table.Name}",
            commandTimeout: run.Store.StatementSeconds,
            cancellationToken: run.Cancellation));
        while (reader.Read())
        {
            if (!byId.TryGetValue(reader.GetString(0), out var cells))
            {
                continue;
            }

            foreach (var (place, column) in kept.Index())
            {
                cells[column] = reader.IsDBNull(place + 1) ? "" : Text(table.Columns[column].Kind, reader, place + 1);
            }
        }
    }

    /// <summary>A stored cell as a file would have it.</summary>
    private string Text(CellKind kind, DbDataReader reader, int column) => kind switch
    {
        CellKind.Money => run.Database.Types.Money(reader, column).ToString(CultureInfo.InvariantCulture),
        CellKind.Flag => run.Database.Types.Flag(reader, column) ? "1" : "0",
        CellKind.Date => CellParser.Iso(run.Database.Types.Day(reader, column)),
        CellKind.Real or CellKind.PositiveReal => reader.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!,
    };
}
