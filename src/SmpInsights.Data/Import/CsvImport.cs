using System.Data.Common;

namespace SmpInsights.Data.Import;

/// <summary>Imports a folder of the data contract's CSV files. A file's rows are stored in one transaction: what is interrupted leaves whole files.</summary>
public sealed class CsvImport(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Rejects and warnings are listed in CSV files of the given paths, which are not there afterwards when there is nothing to list.</summary>
    /// <exception cref="SmpDataException">There is no such folder, the database cannot be written, or the lists cannot.</exception>
    public ImportResult Run(string folder, string rejectsPath, string warningsPath, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            var paths = Directory.GetFiles(folder);
            using var run = new ImportRun(db, clock, rejectsPath, warningsPath, progress, ct);
            var folders = Directory.GetDirectories(folder);
            var files = Contract.Tables.ToDictionary(table => table.File, table => Find(paths, table.File) ?? Find(folders, table.File), StringComparer.Ordinal);
            List<FileResult> results;
            try
            {
                results = [.. Contract.Tables.Select(table => new TableImport(run, table).Run(files[table.File]))];
            }
            finally
            {
                run.Changed.Release();
            }

            var warnings = OddityWarnings.List(run);
            string?[] own = [.. files.Values, Path.GetFullPath(rejectsPath), Path.GetFullPath(warningsPath)];
            return new(
                [.. results.Select(file => file with { Warnings = file.Warnings + warnings.GetValueOrDefault(file.File) })],
                run.Rejects,
                run.Warnings,
                [.. paths.Where(path => !own.Contains(path, StringComparer.Ordinal) && !own.Contains(Path.GetFullPath(path), StringComparer.Ordinal))
                    .Select(path => Shown.Value(Path.GetFileName(path))).Order(StringComparer.Ordinal)]);
        }
        catch (DbException e)
        {
            throw new SmpDataException($"The import stopped: {db.Explain(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmpDataException($"The import stopped: {e.Message}", e);
        }
    }

    /// <summary>The file of that name, whatever its case; the exact one where there are several.</summary>
    private static string? Find(string[] paths, string name) => paths
        .Where(path => string.Equals(Path.GetFileName(path), name, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(path => string.Equals(Path.GetFileName(path), name, StringComparison.Ordinal))
        .ThenBy(path => path, StringComparer.Ordinal)
        .FirstOrDefault();
}
