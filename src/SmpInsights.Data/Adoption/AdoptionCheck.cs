using System.Data.Common;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>
/// Holds the views of the clinic's own database against the contract, without storing anything: every row goes through the very import that would take it, into a database that is thrown away.
/// </summary>
/// <param name="source">Where the views are.</param>
/// <param name="clock">Says what today is.</param>
/// <param name="folder">Made for the check, and removed after it.</param>
/// <param name="lockFile">As for <see cref="AdoptionPull"/>: two checks would share the folder.</param>
public sealed class AdoptionCheck(ClinicSource source, TimeProvider clock, string folder, string lockFile)
{
    /// <returns>Every table of the contract, in its order.</returns>
    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public IReadOnlyList<CheckedView> Run(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        using var alone = SourceLock.Take(lockFile, ct);
        Remove();
        try
        {
            using var read = new SourceRead(source, ct);
            return Run(SmpDatabase.Open(folder), read, progress, ct);
        }
        catch (DbException e)
        {
            throw new SmpDataException($"The check stopped: {DatabaseFault.Explain(e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SmpDataException($"The check stopped: {e.Message}", e);
        }
        finally
        {
            Remove();
        }
    }

    private List<CheckedView> Run(SmpDatabase scratch, SourceRead read, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var views = read.Views();
        var faults = new FaultCounts();
        using var run = new ImportRun(scratch, clock, Path.Combine(folder, "rejects.csv"), Path.Combine(folder, "warnings.csv"), progress, ct, source.ViewOf)
        {
            Heard = r => faults.Add(r.File, r.Column, r.Reason, r.Id ?? "", r.Value, isReject: true),
            HeardWarning = w => faults.Add(w.File, w.Column, w.Message, w.Id, w.Value, isReject: false),
        };
        List<(ContractTable Table, SourceView? View, (FileResult File, long[] Filled)? Read)> results = [];
        foreach (var table in Contract.Tables)
        {
            var view = views.TryGetValue(table.Name, out var found) ? new SourceView(source, table, found) : null;
            results.Add((table, view, view is null ? null : Import(run, read, view)));
        }

        run.Changed.Release();
        OddityWarnings.List(run);
        return [.. results.Select(r => Checked(r.Table, r.View, r.Read?.File, r.Read?.Filled, faults))];
    }

    private static (FileResult File, long[] Filled) Import(ImportRun run, SourceRead read, SourceView view)
    {
        using var rows = new ViewSource(view, () => new ViewPass(read, view), read.Count(view));
        var file = new TableImport(run, view.Table).Run(rows);
        return (file, rows.Pass!.Filled);
    }

    private CheckedView Checked(ContractTable table, SourceView? view, FileResult? file, long[]? filled, FaultCounts faults)
    {
        var name = source.ViewOf(table);
        var columns = table.Columns.Select(c =>
        {
            var (at, own) = view?.Columns.Index().Select(v => (v.Index, v.Item)).FirstOrDefault(v => ReferenceEquals(v.Item.Contract, c)) ?? default;
            return own.Source is { } source ? new CheckedColumn(c.Name, c.Required, Shown.Value(source.Type), filled![at] == 0 ? null : ColumnType.Wrong(c, source.Type), filled[at], faults.Of(name, c.Name)) : new CheckedColumn(c.Name, c.Required, Type: null, WrongType: null, Filled: 0, []);
        });
        return new(name, table.Needed, view is not null, view?.Changed is not null, file?.Read ?? 0, file is null ? 0 : file.Inserted + file.Updated + file.Unchanged, [.. columns], faults.Of(name, ""), view?.Unknown ?? []);
    }

    private void Remove()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
