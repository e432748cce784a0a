using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>The marks of inferred cells: rows of <c>inferred_cells</c>, and a list for the person to look through.</summary>
internal static class InferredCellsTable
{
    /// <summary>Rows made again lose the marks they no longer have: what a map says by now is inferred no more. Rows that were rejected get none.</summary>
    public static void Replace(ImportRun run, MapWork work, IReadOnlyDictionary<string, long> untold) => run.Database.Try(() => ReplaceOnce(run, work, untold), run.Cancellation);

    private static bool ReplaceOnce(ImportRun run, MapWork work, IReadOnlyDictionary<string, long> untold)
    {
        using var transaction = run.Store.BeginStore();
        var connection = run.Store.Connection;
        var marks = work.Inferences.ToLookup(i => i.Table, StringComparer.Ordinal);
        foreach (var table in Contract.Tables.Select(t => work[t.Name]).Where(t => t.Rows.Count > 0 || untold.GetValueOrDefault(t.Table.Name) > 0))
        {
            var stored = connection.Query<string>($"-- ids of {table.Table.Name}\nSELECT {table.Table.Id.Name} FROM {table.Table.Name}", transaction: transaction).ToHashSet(StringComparer.Ordinal);
            var now = marks[table.Table.Name].Where(m => stored.Contains(m.Id)).DistinctBy(m => (m.Id, m.Column)).Select(m => (m.Id, m.Column, m.Rule)).ToHashSet();
            var before = connection.Query<(string Id, string Column, string Rule)>(run.Database.Statement("import/inferred/list"), new { table = table.Table.Name }, transaction).Where(m => table.Has(m.Id) || !stored.Contains(m.Id)).ToHashSet();
            connection.Execute(run.Database.Statement("import/inferred/forget"), before.Except(now).Select(m => new { table = table.Table.Name, id = m.Id, column = m.Column }), transaction);
            connection.Execute(run.Database.Statement("import/inferred/mark"), now.Except(before).Select(m => new { table = table.Table.Name, id = m.Id, column = m.Column, rule = m.Rule }), transaction);
        }

        transaction.Commit();
        return true;
    }

    /// <returns>How many, by rule.</returns>
    public static IReadOnlyList<InferredCells> Write(string path, IReadOnlyList<Inference> inferences)
    {
        using var file = new IssueFile(path, ["table", "id", "column", "value", "rule"]);
        foreach (var one in inferences)
        {
            file.Add(one.Table, one.Id, one.Column, one.Value, one.Rule);
        }

        return [.. inferences.GroupBy(i => (i.Table, i.Column, i.Rule)).Select(g => new InferredCells(g.Key.Table, g.Key.Column, g.Key.Rule, g.LongCount(), g.First().Id))];
    }
}
