using System.Data.Common;
using Dapper;
using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Import;

/// <summary>
/// Marks the clinics whose rows an import changes, in the transaction that changes them, so that workers notice late rows without reading any. A mark is held back until the import
/// has ended, lest a report be made of half of it; an import that was killed holds its marks for <see cref="Hold"/>.
/// </summary>
internal sealed class ChangedClinics(DbConnection connection, TimeProvider clock)
{
    public const string Prepare = "CREATE TEMP TABLE changed_clinics (clinic_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID";

    private const string AllTogether = "all";

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Names that any clinic's rows may show; whose they are in is not looked for.</summary>
    private static readonly string[] Everywhere = ["practitioners", "techniques", "pigments"];

    private readonly HashSet<string> marked = new(StringComparer.Ordinal);

    /// <summary>Finds the clinics of staged rows that are new or differ from the stored ones, and the clinics of the rows they replace. To be run before the rows are stored.</summary>
    public static string Find(ContractTable table, string differs)
    {
        var id = table.Id.Name;
        var changed = $"FROM temp.staged AS s LEFT JOIN {table.Name} ON {table.Name}.{id} = s.{id} WHERE {table.Name}.{id} IS NULL OR {differs}";
        if (Everywhere.Contains(table.Name, StringComparer.Ordinal))
        {
            return $"INSERT INTO temp.changed_clinics (clinic_id) SELECT clinic_id FROM clinics WHERE EXISTS (SELECT 1 {changed})";
        }

        var (through, clinics) = Path(table);
        return $"""
            WITH changed (now, before) AS (SELECT s.{through}, {table.Name}.{through} {changed}),
            touched (row_id) AS (SELECT now FROM changed UNION SELECT before FROM changed)
            INSERT OR IGNORE INTO temp.changed_clinics (clinic_id)
            {clinics}
            """;
    }

    /// <summary>Marks what <see cref="Find"/> found; in the transaction that stores the rows.</summary>
    public void Mark(DbTransaction transaction)
    {
        var found = connection.Query<string>("SELECT clinic_id FROM temp.changed_clinics ORDER BY clinic_id", transaction: transaction).ToList();
        connection.Execute("DELETE FROM temp.changed_clinics", transaction: transaction);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var clinic in found.Append(AllTogether))
        {
            var change = new { Clinic = clinic, NotBefore = StoredRun.Text(clock.GetUtcNow() + Hold) };
            if (connection.Execute(SqlFile.Statement("import/changes_mark"), change, transaction) == 0)
            {
                connection.Execute(SqlFile.Statement("import/changes_first"), change, transaction);
            }

            marked.Add(clinic);
        }
    }

    /// <summary>The import has ended: workers may look.</summary>
    public void Release()
    {
        foreach (var clinic in marked)
        {
            connection.Execute(SqlFile.Statement("import/changes_release"), new { Clinic = clinic, Now = StoredRun.Text(clock.GetUtcNow()) });
        }

        marked.Clear();
    }

    /// <summary>The column by which a row belongs to a clinic, and the clinics of the touched rows' values of it.</summary>
    private static (string Through, string Clinics) Path(ContractTable table)
    {
        if (table.Columns.Any(c => c.Name is "clinic_id"))
        {
            return ("clinic_id", "SELECT row_id FROM touched WHERE row_id IS NOT NULL");
        }

        return table.Columns.Any(c => c is { Name: "client_id" })
            ? ("client_id", "SELECT c.clinic_id FROM touched JOIN clients AS c ON c.client_id = row_id")
            : ("treatment_id", "SELECT c.clinic_id FROM touched JOIN treatments AS t ON t.treatment_id = row_id JOIN clients AS c ON c.client_id = t.client_id");
    }
}
