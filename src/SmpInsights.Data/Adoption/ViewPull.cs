using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Takes what changed in one view since it was last read.</summary>
internal sealed class ViewPull(ImportRun run, SourceRead read, SourceView view, VanishedRows vanished, PullRequest request)
{
    /// <summary>A view that says what changed is read whole once in so long all the same: that finds changes that nobody noted.</summary>
    private static readonly TimeSpan Whole = TimeSpan.FromDays(1);

    private readonly string columns = view.Signature + Zones(run, view);

    /// <summary>What the fingerprint is of.</summary>
    public string Signature => columns;

    /// <summary>What is to be kept of this reading, once all views are read; null where the view can't be used as it is.</summary>
    public AdoptedView? Next { get; private set; }

    /// <summary>How many rows the view has.</summary>
    public long Count { get; private set; }

    /// <param name="known">How far the view was read before; null for never.</param>
    public FileResult Run(AdoptedView? known)
    {
        List<ulong> rejected = [];
        run.Heard = reject => rejected.Add(RowHash.OfId(reject.Id ?? ""));
        try
        {
            var buckets = request.Whole ? null : Buckets.FromBytes(known?.Buckets, columns);
            if (known is { ChangedTo: not null, Rejected: 0 } && buckets is not null && view.Changed is not null && request.Now - known.WholeAt < Whole)
            {
                var part = TakeChanged(known);
                if (part.Rejected == 0 && Count == Stored())
                {
                    return part;
                }

                return Sum(part with { Rejected = 0 }, TakeWhole(known, buckets, rejected));
            }

            return TakeWhole(known, buckets, rejected);
        }
        finally
        {
            run.Heard = null;
        }
    }

    private FileResult TakeChanged(AdoptedView known)
    {
        // What is taken here is not in the fingerprint, which is of the last whole reading: it is looked at again by the next.
        var buckets = Buckets.FromBytes(known.Buckets, columns)!;
        var since = known.ChangedTo!.Value.AddDays(-1);
        using var source = new ViewSource(view, () => new ViewPass(read, view, since), known.Rows) { Heard = id => buckets.Spoil(Buckets.Of(id)) };
        Doubt();
        var result = Named(new TableImport(run, view.Table).Run(source));
        Count = read.Count(view);
        Next = known with { Rows = Count, Rejected = result.Rejected, ChangedTo = Latest(source.Pass?.ChangedTo ?? known.ChangedTo), Buckets = buckets.ToBytes() };
        return result;
    }

    private FileResult TakeWhole(AdoptedView? known, Buckets? before, List<ulong> rejected)
    {
        rejected.Clear();
        var dirty = before is null ? null : Differing(before, known!.Rows);
        if (dirty is { Count: 0 })
        {
            Next = known! with { Rows = Count, WholeAt = request.Now };
            return Named(new FileResult(view.Table.File, 0, 0, 0, 0, 0, 0, view.Unknown, Missing: false, Unreadable: false));
        }

        bool IsDirty(int bucket) => dirty?.Contains(bucket) ?? true;
        var seen = Stored() > 0 ? new List<ulong>() : null;
        using var source = new ViewSource(view, () => new ViewPass(read, view, since: null, columns), known?.Rows ?? read.Count(view))
        {
            Taken = dirty is null ? null : IsDirty,
            Heard = seen is null ? null : seen.Add,
        };
        Doubt();
        var result = Named(new TableImport(run, view.Table).Run(source));
        if (result.Unreadable || source.Pass is not { } pass)
        {
            return result;
        }

        Count = pass.Count;
        if (seen is not null)
        {
            vanished.Find(view.Table, IsDirty, seen, request.Remove, isNew: known is null || Count == 0);
        }

        Next = new(Count, result.Rejected, Latest(pass.ChangedTo), request.Now, After(before, pass.Buckets, IsDirty, rejected).ToBytes());
        return result;
    }

    /// <summary>Fingerprints the view without storing anything.</summary>
    private HashSet<int> Differing(Buckets before, long rows)
    {
        using var pass = new ViewPass(read, view, since: null, columns);
        while (pass.Next())
        {
            if (pass.Count % 8192 == 0)
            {
                run.Report(view.Table, "comparing", pass.Count, pass.Count, rows);
            }
        }

        Count = pass.Count;
        return [.. Enumerable.Range(0, Buckets.Count).Where(bucket => before.Differs(bucket, pass.Buckets))];
    }

    /// <summary>What was not taken stays as it was known; buckets with a rejected row are taken again the next time, when its parent may be there.</summary>
    private static Buckets After(Buckets? before, Buckets now, Func<int, bool> dirty, List<ulong> rejected)
    {
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            if (before is not null && !dirty(bucket))
            {
                now.Take(bucket, before);
            }
        }

        rejected.ForEach(id => now.Spoil(Buckets.Of(id)));
        return now;
    }

    /// <summary>A slip of the clock in one row must not hide the changes of years.</summary>
    private DateOnly? Latest(DateOnly? changed) => changed > DateOnly.FromDateTime(request.Now.UtcDateTime) ? DateOnly.FromDateTime(request.Now.UtcDateTime) : changed;

    private long Stored() => run.Database.Try(() => run.Store.Connection.ExecuteScalar<long>($"-- adopt\nSELECT COUNT(*) FROM {view.Table.Name}", commandTimeout: run.Store.StatementSeconds), run.Cancellation);

    private void Doubt() => run.Database.Try(() =>
    {
        AdoptedViews.Doubt(run.Store.Connection, run.Database, view.Table.Name);
        return true;
    });

    /// <summary>A time with an offset is another day where its clinic is moved to another zone.</summary>
    private static string Zones(ImportRun run, SourceView view) => view.Table.ClinicThrough is null ? ""
        : string.Concat(run.Database.Try(() => run.Store.Connection.Query<(string Clinic, string Zone)>("SELECT clinic_id, time_zone FROM clinics ORDER BY clinic_id").ToList()).Select(c => $"|{c.Clinic}={c.Zone}"));

    private FileResult Named(FileResult result) => result with { File = view.Name, IgnoredColumns = view.Unknown };

    public static FileResult Sum(FileResult first, FileResult second) => second with
    {
        Read = first.Read + second.Read,
        Inserted = first.Inserted + second.Inserted,
        Updated = first.Updated + second.Updated,
        Rejected = first.Rejected + second.Rejected,
        Warnings = first.Warnings + second.Warnings,
    };
}
