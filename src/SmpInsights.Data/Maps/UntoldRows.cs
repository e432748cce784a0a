using Dapper;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>
/// Stored rows of appointments that the export tells otherwise by now: a touch-up that was cancelled, a payment that was not made, an appointment that was put off. They go, and each is said.
/// Rows of appointments that the export does not have stay. Many go only where a person has said so: another map, or a rule that was lost, must not empty the tables.
/// </summary>
/// <param name="run">The import.</param>
/// <param name="work">What the map made.</param>
/// <param name="allowed">Whether any number may go.</param>
internal sealed class UntoldRows(ImportRun run, MapWork work, bool allowed)
{
    private const string Otherwise = "the export tells its appointment otherwise by now";

    /// <summary>Of <c>-k0123456789abcdef0123-p</c>, with which a payment for no treatment ends.</summary>
    private const int ClientEndLetters = 24;

    private readonly Dictionary<string, long> stored = new(StringComparer.Ordinal);

    /// <returns>How many there were, by table; one that other rows refer to stays, and is among them.</returns>
    public IReadOnlyDictionary<string, long> Remove()
    {
        var paid = work.Told.ToDictionary(id => AppointmentCourses.PaymentId(id, client: null), StringComparer.Ordinal);
        var paidForNoTreatment = work.Told.ToLookup(id => RowId.Ending(id, new string('-', ClientEndLetters))[..^ClientEndLetters], StringComparer.Ordinal);
        string? PaidFor(string payment) => paid.GetValueOrDefault(payment)
            ?? (payment.Length > ClientEndLetters && payment.EndsWith("-p", StringComparison.Ordinal) ? paidForNoTreatment[payment[..^ClientEndLetters]].FirstOrDefault() : null);
        HashSet<string> treatments = [.. work.Told.Select(id => AppointmentCourses.TreatmentId(id, 1))];
        Dictionary<string, List<string>> untold = new(StringComparer.Ordinal)
        {
            ["payments"] = Stored("payments", id => PaidFor(id) is not null),
            ["touch_ups"] = Stored("touch_ups", work.Told.Contains),
            ["sessions"] = Stored("sessions", work.Told.Contains),
            ["treatments"] = Stored("treatments", treatments.Contains),
        };
        // One that has come again under another id (it was for no treatment, or is so now) must not count twice: it goes in any case.
        var paidAgain = work["payments"].Rows.Select(row => PaidFor(row.Cells[0])).ToHashSet(StringComparer.Ordinal);
        var again = untold["payments"].Where(id => paidAgain.Contains(PaidFor(id))).ToList();
        RowRemoval.Remove(run, new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["payments"] = again });
        untold["payments"] = [.. untold["payments"].Except(again, StringComparer.Ordinal)];

        var few = allowed || untold.All(t => t.Value.Count <= Math.Max(VanishedRows.AlwaysAllowed, stored.GetValueOrDefault(t.Key) * VanishedRows.LargestShare));
        var (_, kept) = few ? RowRemoval.Remove(run, untold) : (new Dictionary<string, long>(StringComparer.Ordinal), []);
        foreach (var (name, ids) in untold)
        {
            var table = work[name].Table;
            foreach (var id in ids)
            {
                var stays = kept.Any(k => k.Table == table && string.Equals(k.Id, id, StringComparison.Ordinal));
                run.Add(new ImportWarning(table.File, id, table.Id.Name, id, !few ? Otherwise + "; so many rows go only with smp import --map ... --remove" : stays ? Otherwise + ", but other rows refer to this one: it stays" : "removed: " + Otherwise));
            }
        }

        return untold.ToDictionary(t => t.Key, t => (long)t.Value.Count, StringComparer.Ordinal);
    }

    /// <summary>The ids that the map made before and has not made again.</summary>
    private List<string> Stored(string name, Predicate<string> isTold)
    {
        var made = work[name];
        if (work.Told.Count == 0 || run.Adopted.Contains(name))
        {
            return [];
        }

        var id = made.Table.Id.Name;
        return run.Store.Connection.Query<string>(
            $"-- ids of {name} that the map made\nSELECT {id} FROM {name} WHERE substring({id}, 1, @length) = @start ORDER BY {id}",
            new { start = work.Start, length = work.Start.Length },
            buffered: false,
            commandTimeout: run.Store.StatementSeconds).Where(one =>
            {
                stored[name] = stored.GetValueOrDefault(name) + 1;
                return isTold(one) && !made.Has(one);
            }).ToList();
    }
}
