using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>
/// Marks the clinics whose rows an import changes, in the transaction that changes them, so that workers notice late rows without reading any. A mark is held back until the import
/// has ended, lest a report be made of half of it; an import that was killed holds its marks for <see cref="Hold"/>.
/// </summary>
internal sealed class ChangedClinics(ImportRun run, TimeProvider clock)
{
    private const string AllTogether = "all";

    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Names that any clinic's rows may show; whose they are in is not looked for.</summary>
    private static readonly string[] Everywhere = ["practitioners", "techniques", "pigments"];

    private readonly HashSet<string> marked = new(StringComparer.Ordinal);

    /// <summary>Asks for the clinics, by id, of rows of <c>staged</c> that are new or differ from the stored ones, and of the rows they replace.</summary>
    public static string Find(ContractTable table, string differs)
    {
        var id = table.Id.Name;
        var changed = $"FROM staged AS s LEFT JOIN {table.Name} AS t ON t.{id} = s.{id} WHERE t.{id} IS NULL OR {differs}";
        if (Everywhere.Contains(table.Name, StringComparer.Ordinal))
        {
            return $"SELECT clinic_id FROM clinics WHERE EXISTS (SELECT 1 {changed}) ORDER BY clinic_id";
        }

        var (through, clinics) = Path(table);
        return $"""
            WITH changed (new_value, old_value) AS (SELECT s.{through}, t.{through} {changed}),
            moved (value) AS (SELECT new_value FROM changed UNION SELECT old_value FROM changed)
            SELECT DISTINCT {clinics}
            ORDER BY 1
            """;
    }

    /// <summary>Asks for the clinics, by id, of stored rows that are to be removed: parameter <c>@ids</c>.</summary>
    public static string FindRemoved(ContractTable table)
    {
        var removed = $"FROM {table.Name} AS t WHERE t.{table.Id.Name} IN @ids";
        if (Everywhere.Contains(table.Name, StringComparer.Ordinal))
        {
            return $"SELECT clinic_id FROM clinics WHERE EXISTS (SELECT 1 {removed}) ORDER BY clinic_id";
        }

        var (through, clinics) = Path(table);
        return $"WITH moved (value) AS (SELECT DISTINCT t.{through} {removed}) SELECT DISTINCT {clinics} ORDER BY 1";
    }

    /// <summary>Whether this import has marked every stored clinic: whose further rows are then need not be looked for.</summary>
    public bool AreAll(DbTransaction transaction) => marked.Count > 0 && marked.IsSupersetOf(Clinics(transaction));

    /// <summary>Marks every stored clinic; in the transaction that stores the rows, after it has.</summary>
    public void MarkAll(DbTransaction transaction) => Mark(Clinics(transaction), transaction);

    /// <summary>Marks what <see cref="Find"/> found; in the transaction that stores the rows.</summary>
    public void Mark(IReadOnlyList<string> clinics, DbTransaction transaction)
    {
        if (clinics.Count == 0)
        {
            return;
        }

        var connection = run.Store.Connection;
        foreach (var clinic in clinics.Append(AllTogether))
        {
            var change = new { Clinic = clinic, NotBefore = clock.GetUtcNow() + Hold };
            if (connection.Execute(run.Database.Statement("import/changes_mark"), change, transaction) == 0)
            {
                connection.Execute(run.Database.Statement("import/changes_first"), change, transaction);
            }

            marked.Add(clinic);
        }
    }

    /// <summary>The import has ended: workers may look.</summary>
    public void Release()
    {
        foreach (var clinic in marked)
        {
            run.Database.Try(() => run.Store.Connection.Execute(run.Database.Statement("import/changes_release"), new { Clinic = clinic, Now = clock.GetUtcNow() }));
        }

        marked.Clear();
    }

    /// <summary>The column by which a row belongs to a clinic, and the clinics of the moved rows' values of it.</summary>
    private static (string Through, string Clinics) Path(ContractTable table)
    {
        if (table.Columns.Any(c => c.Name is "clinic_id"))
        {
            return ("clinic_id", "value FROM moved WHERE value IS NOT NULL");
        }

        return table.Columns.Any(c => c is { Name: "client_id" })
            ? ("client_id", "c.clinic_id FROM moved JOIN clients AS c ON c.client_id = value")
            : ("treatment_id", "c.clinic_id FROM moved JOIN treatments AS t ON t.treatment_id = value JOIN clients AS c ON c.client_id = t.client_id");
    }

    private List<string> Clinics(DbTransaction transaction) =>
        [.. run.Store.Connection.Query<string>("SELECT clinic_id FROM clinics ORDER BY clinic_id", transaction: transaction, commandTimeout: run.Store.StatementSeconds)];
}
