using System.Data.Common;
using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>The marks of inferred cells: rows of <c>inferred_cells</c>, and a list for the person to look through.</summary>
internal static class InferredCellsTable
{
    /// <summary>Rows made again lose their old marks: what a map says by now is inferred no more. Rows that were rejected get none.</summary>
    public static void Replace(DbConnection connection, MapWork work)
    {
        using var transaction = SmpDatabase.BeginWrite(connection);
        var marks = work.Inferences.ToLookup(i => i.Table, StringComparer.Ordinal);
        foreach (var table in Contract.Tables.Select(t => work[t.Name]).Where(t => t.Rows.Count > 0))
        {
            var stored = connection.Query<string>($"-- ids of {table.Table.Name}\nSELECT {table.Table.Id.Name} FROM {table.Table.Name}", transaction: transaction).ToHashSet(StringComparer.Ordinal);
            connection.Execute(SqlFile.Statement("import/inferred/forget"), table.Rows.Select(r => new { table = table.Table.Name, id = r.Cells[0] }), transaction);
            connection.Execute(SqlFile.Statement("import/inferred/mark"), marks[table.Table.Name].Where(m => stored.Contains(m.Id)).DistinctBy(m => (m.Id, m.Column))
                .Select(m => new { table = m.Table, id = m.Id, column = m.Column, rule = m.Rule }), transaction);
        }

        transaction.Commit();
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
