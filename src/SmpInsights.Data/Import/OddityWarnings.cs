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
        var yearAgo = CellParser.Iso(run.UtcToday.AddYears(-1));
        foreach (var (statement, file) in Oddities)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var rows = run.Connection.Query<(string Id, string Column, string Value, string Message)>(
                SqlFile.Statement($"import/warnings/{statement}"), new { yearAgo }, buffered: false, commandTimeout: 0);
            foreach (var (id, column, value, message) in rows)
            {
                run.Add(new ImportWarning(file, id, column, value, message));
                counts[file] = counts.GetValueOrDefault(file) + 1;
            }
        }

        return counts;
    }
}
