using System.Data.Common;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>Imports one Excel workbook that has a sheet for each table of the contract, by the same rules as a folder of CSV files.</summary>
public sealed class WorkbookImport(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Sheets of the template that hold no rows.</summary>
    internal const string ReadMe = "Read me";

    /// <exception cref="SmpDataException">The file is no workbook, or the database or the lists can't be written.</exception>
    public ImportResult Run(string file, string rejectsPath, string warningsPath, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            using var book = WorkbookFile.Open(file);
            using var run = new ImportRun(db, clock, rejectsPath, warningsPath, progress, ct);
            var sheets = Contract.Tables.ToDictionary(t => t.Name, t => book.Sheets.FirstOrDefault(s => Same(s.Name, t.Name)), StringComparer.Ordinal);
            List<FileResult> results;
            try
            {
                results = [.. Contract.Tables.Select(table =>
                {
                    var (name, part, _) = sheets[table.Name];
                    return part is null
                        ? new TableImport(run, table).Missing(SheetSource.NameOf(book.Name, table.Name), "sheet")
                        : Import(run, table, new SheetSource(book, name, part));
                })];
            }
            finally
            {
                run.Changed.Release();
            }

            var warnings = OddityWarnings.List(run);
            return new(
                [.. results.Zip(Contract.Tables, (result, table) => result with { File = SheetSource.NameOf(book.Name, sheets[table.Name].Name ?? table.Name), Warnings = result.Warnings + warnings.GetValueOrDefault(table.File) })],
                run.Rejects,
                run.Warnings,
                [.. book.Sheets.Where(s => s.Visible && !Same(s.Name, ReadMe) && sheets.Values.All(taken => taken.Part != s.Part)).Select(s => SheetSource.NameOf(book.Name, s.Name)).Order(StringComparer.Ordinal)]);
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

    /// <summary>A sheet with nothing but its header is a table without rows, as the template has them.</summary>
    private static FileResult Import(ImportRun run, ContractTable table, SheetSource source)
    {
        using (source)
        {
            return new TableImport(run, table).Run(source);
        }
    }

    private static bool Same(string a, string b) => string.Equals(Key(a), Key(b), StringComparison.Ordinal);

    private static string Key(string name) => string.Concat(name.Where(letter => letter != '_' && !char.IsWhiteSpace(letter))).ToLowerInvariant();
}
