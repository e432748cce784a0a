using SmpInsights.Data;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Import;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Adoption;

/// <summary>Keeps the stored rows what the clinic's own database shows, where one was adopted: before reports, and whenever else numbers are asked for.</summary>
/// <param name="db">Where the rows are.</param>
/// <param name="source">The clinic's own database; gives null where none is named.</param>
/// <param name="folder">Where what can't be used is listed.</param>
/// <param name="clock">Says what today is.</param>
public sealed class SourceRows(SmpDatabase db, Func<ClinicSource?> source, DataFolder folder, TimeProvider clock)
{
    /// <summary>How old rows may be for a worker.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private readonly AdoptionRecord _record = new(db);

    /// <summary>Null where nothing is adopted.</summary>
    public AdoptionState? State() => _record.Find();

    /// <summary>Reads what changed.</summary>
    /// <param name="ifOlderThan">Only where the last reading is that long ago.</param>
    /// <param name="progress">Hears of it.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Null where nothing is adopted, or the rows are not that old.</returns>
    /// <exception cref="SmpDataException">It can't be read, or lacks what is needed.</exception>
    public PullResult? Refresh(TimeSpan ifOlderThan, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        if (State() is not { } state || (state.Error is null && clock.GetUtcNow() - state.ReadAt < ifOlderThan))
            return null;
        var from = source() ?? throw new SmpDataException($"Rows are read from {state.Source}: say how to reach it with --source or SMP_SOURCE, or end that with: smp adopt --end");
        var pulled = Pull(from, whole: false, remove: false, progress, stop);
        return pulled.Broken is { } broken ? throw new SmpDataException($"{pulled.Source} was not read to its end: {broken}") : pulled;
    }

    /// <exception cref="SmpDataException">It can't be read, or too many rows would go.</exception>
    public PullResult Pull(ClinicSource from, bool whole, bool remove, IProgress<ImportProgress>? progress, CancellationToken stop) =>
        new AdoptionPull(db, from, clock, folder.SourceLock).Run(folder.SourceLists, whole, remove, progress, stop);
}
