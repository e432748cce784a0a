using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>Removes stored rows by id, children before parents; one that is still referred to stays. Their clinics are marked as changed.</summary>
internal static class RowRemoval
{
    private const int AtOnce = 500;

    /// <param name="run">The import.</param>
    /// <param name="gone">Ids, by table.</param>
    /// <returns>How many went, by table; and the ids of those that stay.</returns>
    public static (IReadOnlyDictionary<string, long> Removed, IReadOnlyList<(ContractTable Table, string Id)> Kept) Remove(ImportRun run, IReadOnlyDictionary<string, List<string>> gone) =>
        gone.Values.All(ids => ids.Count == 0) ? (new Dictionary<string, long>(StringComparer.Ordinal), []) : run.Database.Try(() => RemoveOnce(run, gone), run.Cancellation);

    private static (Dictionary<string, long> Removed, List<(ContractTable Table, string Id)> Kept) RemoveOnce(ImportRun run, IReadOnlyDictionary<string, List<string>> gone)
    {
        Dictionary<string, long> removed = new(StringComparer.Ordinal);
        List<(ContractTable, string)> kept = [];
        using var transaction = run.Store.BeginStore();
        foreach (var table in Contract.Tables.Reverse())
        {
            foreach (var ids in gone.GetValueOrDefault(table.Name, []).Chunk(AtOnce))
            {
                run.Cancellation.ThrowIfCancellationRequested();
                var connection = run.Store.Connection;
                run.Changed.Mark([.. connection.Query<string>(ChangedClinics.FindRemoved(table), new { ids }, transaction)], transaction);
                connection.Execute(Delete(table), new { ids }, transaction, run.Store.StatementSeconds);
                var left = connection.Query<string>($"SELECT {table.Id.Name} FROM {table.Name} WHERE {table.Id.Name} IN @ids ORDER BY {table.Id.Name}", new { ids }, transaction).ToList();
                removed[table.Name] = removed.GetValueOrDefault(table.Name) + ids.Length - left.Count;
                kept.AddRange(left.Select(id => (table, id)));
            }
        }

        transaction.Commit();
        return (removed, kept);
    }

    private static string Delete(ContractTable table)
    {
        var references = Contract.Tables.SelectMany(t => t.Columns.Where(c => string.Equals(c.References, table.Name, StringComparison.Ordinal))
            .Select(c => $"AND NOT EXISTS (SELECT 1 FROM {t.Name} AS r WHERE r.{c.Name} = {table.Name}.{table.Id.Name})"));
        return $"-- rows of {table.Name} that are gone\nDELETE FROM {table.Name} WHERE {table.Id.Name} IN @ids {string.Join(' ', references)}";
    }
}
