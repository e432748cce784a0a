using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>The clinic an export is of: as the map or the person says, or the only one stored; a new one where nothing is stored and its time zone and currency are known.</summary>
internal sealed class ClinicOfExport(ColumnMap map, ClinicChoice choice)
{
    private const string NewId = "clinic";
    private const string NewName = "Clinic";

    /// <returns>The clinic, whether it is new, and whether a part of it is inferred.</returns>
    /// <exception cref="SmpDataException">It can't be known; says what to do.</exception>
    public (MapClinic Clinic, bool IsNew, bool IsInferred) Find(ImportRun run, Func<(string? TimeZone, string? Currency)> said)
    {
        var all = run.Store.Connection.Query<(string Id, string Name, string TimeZone, string Currency)>(run.Database.Statement("queries/reader/clinics"))
            .Select(c => new MapClinic(c.Id, c.Name, c.TimeZone, c.Currency)).ToList();
        var id = map.Clinic?.Id ?? choice.Id;
        if (id is not null && all.Find(c => string.Equals(c.Id, id, StringComparison.Ordinal)) is { } named)
        {
            return (named, IsNew: false, IsInferred: false);
        }

        if (map.Clinic is { } stated)
        {
            return (stated, IsNew: true, IsInferred: false);
        }

        if (id is null && all.Count == 1)
        {
            return (all[0], IsNew: false, IsInferred: false);
        }

        if (id is null && all.Count > 1)
        {
            throw new SmpDataException($"Several clinics are stored; say whose export it is with --clinic ID. There are: {string.Join(", ", all.Select(c => c.Id))}.");
        }

        var (zone, currency) = choice is { TimeZone: not null, Currency: not null } ? (null, null) : said();
        zone = choice.TimeZone ?? zone ?? throw Unknown("time zone", "--time-zone Europe/London");
        currency = choice.Currency ?? currency ?? throw Unknown("currency", "--currency GBP");
        return (new(id ?? NewId, id ?? NewName, zone, currency), IsNew: true, IsInferred: true);
    }

    private static SmpDataException Unknown(string what, string option) =>
        new($"The export does not say its clinic's {what}, and no clinic is stored yet. Say it, such as {option}, or put a clinics.csv into the folder.");
}
