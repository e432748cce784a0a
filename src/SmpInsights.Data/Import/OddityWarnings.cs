using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>What is kept but should be looked at, among the treatments that an import touched.</summary>
internal static class OddityWarnings
{
    /// <summary>Statements of <c>sql/import/warnings</c>, each with the file whose row it names.</summary>
    private static readonly (string Statement, string File)[] Oddities =
    [
        ("long_open", "treatments.csv"),
        ("many_sessions", "treatments.csv"),
        ("sessions_after_completion", "sessions.csv"),
        ("session_gaps", "sessions.csv"),
        ("contrast_rises", "assessments.csv"),
    ];

    /// <returns>How many, by file.</returns>
    public static IReadOnlyDictionary<string, long> List(ImportRun run)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (var (statement, file) in Oddities)
        {
            counts[file] = counts.GetValueOrDefault(file) + List(run, statement, file);
        }

        return counts;
    }

    /// <summary>Of the rows just stored, each by itself.</summary>
    /// <returns>How many.</returns>
    public static long OfRows(ImportRun run, ContractTable table) => table.RowWarnings.Sum(statement => List(run, statement, table.File));

    private static long List(ImportRun run, string statement, string file)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        var rows = run.Connection.Query<(string Id, string Column, string Value, string Message)>(
            SqlFile.Statement($"import/warnings/{statement}"), new { yearAgo = CellParser.Iso(run.UtcToday.AddYears(-1)) }, buffered: false, commandTimeout: 0);
        var count = 0L;
        foreach (var (id, column, value, message) in rows)
        {
            run.Add(new ImportWarning(file, id, column, value, message));
            count++;
        }

        return count;
    }
}
