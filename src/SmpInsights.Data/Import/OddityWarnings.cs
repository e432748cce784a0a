using System.Globalization;
using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>What is kept but should be looked at, among the treatments that an import touched.</summary>
internal static class OddityWarnings
{
    /// <summary>Statements of <c>sql/import/warnings</c>, each with the table whose row it names.</summary>
    private static readonly (string Statement, string Table)[] Oddities =
    [
        ("long_open", "treatments"),
        ("many_sessions", "treatments"),
        ("sessions_after_completion", "sessions"),
        ("session_gaps", "sessions"),
        ("contrast_rises", "assessments"),
    ];

    /// <returns>How many, by file.</returns>
    public static IReadOnlyDictionary<string, long> List(ImportRun run)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var (statement, name) in Oddities)
        {
            var table = Contract.Tables.First(t => string.Equals(t.Name, name, StringComparison.Ordinal));
            counts[table.File] = counts.GetValueOrDefault(table.File) + List(run, statement, table);
        }

        return counts;
    }

    /// <summary>Of the rows just stored, each by itself.</summary>
    /// <returns>How many.</returns>
    public static long OfRows(ImportRun run, ContractTable table) => table.RowWarnings.Sum(statement => List(run, statement, table));

    private static long List(ImportRun run, string statement, ContractTable table)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var rows = run.Store.Connection.Query<(string Id, string Column, object Value, string Message, object? Detail)>(
            run.Store.Sql(table).Over(run.Database.Statement($"import/warnings/{statement}")),
            new { yearAgo = run.UtcToday.AddYears(-1), import = run.Store.Import },
            buffered: false,
            commandTimeout: run.Store.StatementSeconds);
        var count = 0L;
        foreach (var (id, column, value, message, detail) in rows)
        {
            run.Add(new ImportWarning(run.NameOf(table), id, column, Text(value), message.Replace("{0}", Text(detail), StringComparison.Ordinal)));
            count++;
        }

        return count;
    }

    /// <summary>As files write it, whatever the database keeps it as.</summary>
    private static string Text(object? value) => value switch
    {
        DateTime day => day.ToString(StoredDate.Format, CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value as string ?? "",
    };
}
