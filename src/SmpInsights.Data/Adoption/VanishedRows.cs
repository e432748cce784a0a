using System.Globalization;
using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Stored rows that a view no longer has. They go too, children before parents; one that is still referred to stays and is said.</summary>
internal sealed class VanishedRows(ImportRun run, ClinicSource source)
{
    /// <summary>More of a table's rows than this go only where a person has said so: a view that lost them by mistake must not empty the table.</summary>
    public const double LargestShare = 0.1;

    /// <summary>So many may go from any table.</summary>
    public const int AlwaysAllowed = 20;

    private readonly Dictionary<string, List<string>> vanished = new(StringComparer.Ordinal);

    /// <summary>Looks for stored rows of some buckets that were not among the view's.</summary>
    /// <param name="table">Whose rows.</param>
    /// <param name="dirty">The buckets looked at.</param>
    /// <param name="seen">Hashes of the view's ids in these buckets.</param>
    /// <param name="allowed">Whether any number may go.</param>
    /// <param name="isNew">The table was not fed by the view before.</param>
    public void Find(ContractTable table, Func<int, bool> dirty, List<ulong> seen, bool allowed, bool isNew)
    {
        seen.Sort();
        List<string> gone = [];
        var stored = 0L;
        foreach (var id in run.Store.Connection.Query<string>($"-- adopt: ids of {table.Name}\nSELECT {table.Id.Name} FROM {table.Name}", buffered: false, commandTimeout: run.Store.StatementSeconds))
        {
            stored++;
            var hash = RowHash.OfId(id);
            if (dirty(Buckets.Of(hash)) && seen.BinarySearch(hash) < 0)
            {
                gone.Add(id);
            }
        }

        if (gone.Count > 0 && !allowed && (isNew || gone.Count > Math.Max(AlwaysAllowed, stored * LargestShare)))
        {
            throw new SmpDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.ViewOf(table)} lacks {gone.Count} of the {stored} rows that are stored of it, such as {Shown.Value(gone[0])}; nothing was removed. If they are meant to go, say: smp adopt --pull --remove"));
        }

        vanished[table.Name] = gone;
    }

    /// <summary>Removes them, in one transaction.</summary>
    /// <returns>How many went, by table; and the ids of those that stay.</returns>
    public (IReadOnlyDictionary<string, long> Removed, IReadOnlyList<(ContractTable Table, string Id)> Kept) Remove()
    {
        var (removed, kept) = RowRemoval.Remove(run, vanished);
        foreach (var (table, id) in kept)
        {
            run.Add(new ImportWarning(source.ViewOf(table), id, table.Id.Name, id, "the view no longer has this row, but rows of other views refer to it: it stays"));
        }

        return (removed, kept);
    }
}
