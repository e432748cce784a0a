using System.Data.Common;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>
/// Brings the stored rows to what the views of the clinic's own database show: rows are added, replaced and removed, by the rules of any import, and what breaks a rule is listed. One reading at a
/// time on a data folder, whichever process asks for it.
/// </summary>
/// <param name="db">Where the rows go.</param>
/// <param name="source">Where they come from.</param>
/// <param name="clock">Says what today is.</param>
/// <param name="lockFile">In the data folder: see <see cref="SourceLock"/>.</param>
public sealed class AdoptionPull(SmpDatabase db, ClinicSource source, TimeProvider clock, string lockFile)
{
    private const string Unfinished = "a reading was begun and has not come to its end";

    private readonly AdoptionRecord adoption = new(db);

    /// <param name="lists">Where rejects and warnings are listed.</param>
    /// <param name="whole">Views that say what changed are read whole all the same.</param>
    /// <param name="remove">Any number of rows may go.</param>
    /// <param name="progress">Hears of it.</param>
    /// <param name="ct">Stops it; what was stored by then stays, and is known to be unfinished.</param>
    /// <exception cref="SmpDataException">One of the databases can't be used, rows come from another one already, a view is gone, or too many rows would go.</exception>
    public PullResult Run((string Rejects, string Warnings) lists, bool whole, bool remove, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        using var alone = SourceLock.Take(lockFile, ct);
        if (adoption.Find() is { } known && !string.Equals(known.Source, source.Name, StringComparison.Ordinal))
        {
            throw new SmpDataException($"Rows are read from {known.Source}, not from {source.Name}; to change that, first: smp adopt --end");
        }

        try
        {
            var result = Read(lists, new PullRequest(clock.GetUtcNow(), whole, remove), progress, ct);
            adoption.Read(result.Broken is null ? clock.GetUtcNow() : null, result.Broken);
            return result;
        }
        catch (DbException e)
        {
            throw Noted(new SmpDataException($"{source.Name} was not read to its end: {db.Explain(e)}", e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Noted(new SmpDataException($"{source.Name} was not read to its end: {e.Message}", e));
        }
        catch (SmpDataException e)
        {
            throw Noted(e);
        }
    }

    /// <summary>What changed in one view can make good what another had rejected: then both are looked at once more.</summary>
    private PullResult Read((string Rejects, string Warnings) lists, PullRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        using var read = new SourceRead(source, ct);
        var views = read.Views();
        if (views.Count == 0)
        {
            throw new SmpDataException($"{source.Name} has none of the views {source.ViewOf(Contract.Tables[0])}, ...; see: smp adopt");
        }

        RequireKnown(views);
        adoption.Begin(source.Name);
        adoption.Read(readAt: null, Unfinished);
        var first = Round(lists, read, views, request, progress);
        adoption.Keep(first.Next);
        if (first.Result.Rejected == 0 || first.Result.Changed == 0)
        {
            return first.Result;
        }

        var second = Round(lists, read, views, request, progress);
        adoption.Keep(second.Next);
        return second.Result with { Views = [.. first.Result.Views.Zip(second.Result.Views, Added)] };
    }

    private (PullResult Result, Dictionary<string, AdoptedView> Next) Round((string Rejects, string Warnings) lists, SourceRead read, IReadOnlyDictionary<string, SourceTable> views, PullRequest request, IProgress<ImportProgress>? progress)
    {
        using var run = new ImportRun(db, clock, lists.Rejects, lists.Warnings, progress, read.Cancellation, source.ViewOf);
        var vanished = new VanishedRows(run, source);
        var known = db.Try(() => AdoptedViews.Of(run.Store.Connection, db), read.Cancellation);
        List<PulledView> pulled = [];
        Dictionary<string, AdoptedView> next = new(StringComparer.Ordinal);
        Dictionary<string, string> signatures = new(StringComparer.Ordinal);
        IReadOnlyDictionary<string, long> removed;
        IReadOnlyList<(ContractTable Table, string Id)> kept;
        try
        {
            foreach (var table in Contract.Tables)
            {
                if (!views.TryGetValue(table.Name, out var found))
                {
                    var missing = new TableImport(run, table).Missing(source.ViewOf(table), "view");
                    if (missing.Rejected > 0)
                    {
                        pulled.Add(new(table.Name, source.ViewOf(table), 0, missing, 0));
                    }

                    continue;
                }

                var pull = new ViewPull(run, read, new SourceView(source, table, found), vanished, request);
                var file = pull.Run(known.GetValueOrDefault(table.Name));
                signatures[table.Name] = pull.Signature;
                pulled.Add(new(table.Name, file.File, pull.Count, file, 0));
                if (pull.Next is { } now)
                {
                    next[table.Name] = now;
                }
                else if (known.GetValueOrDefault(table.Name) is { } before)
                {
                    next[table.Name] = before with { Buckets = null };
                }
            }

            (removed, kept) = vanished.Remove();
        }
        finally
        {
            run.Changed.Release();
        }

        var warnings = OddityWarnings.List(run);
        foreach (var table in kept.GroupBy(k => k.Table.Name, k => k.Id, StringComparer.Ordinal))
        {
            next[table.Key] = next[table.Key] with { Buckets = Buckets.Spoiling(next[table.Key].Buckets, signatures[table.Key], table) };
        }

        return (new(source.Name, [.. pulled.Select(v => With(v, removed, warnings, kept.Count(k => string.Equals(k.Table.Name, v.Table, StringComparison.Ordinal))))], run.Rejects, run.Warnings), next);
    }

    private static PulledView With(PulledView view, IReadOnlyDictionary<string, long> removed, IReadOnlyDictionary<string, long> warnings, int kept) => view with
    {
        Removed = removed.GetValueOrDefault(view.Table),
        File = view.File with { Warnings = view.File.Warnings + warnings.GetValueOrDefault(view.Table + ".csv") + kept },
    };

    /// <summary>Rejects and warnings are those of the second look, which are all that are left.</summary>
    private static PulledView Added(PulledView first, PulledView second) => second with
    {
        Removed = first.Removed + second.Removed,
        File = ViewPull.Sum(first.File with { Rejected = 0, Read = 0, Warnings = 0 }, second.File),
    };

    private void RequireKnown(IReadOnlyDictionary<string, SourceTable> views)
    {
        using var connection = db.Connect();
        if (AdoptedViews.Of(connection, db).Keys.FirstOrDefault(table => !views.ContainsKey(table)) is { } gone)
        {
            throw new SmpDataException($"{source.Dialect.View(gone)}, which rows were read from, is no longer there; make it again, or end the reading with: smp adopt --end");
        }
    }

    private SmpDataException Noted(SmpDataException e)
    {
        adoption.Read(readAt: null, e.Message);
        return e;
    }
}
