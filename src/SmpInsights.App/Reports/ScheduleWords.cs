using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Data.Reading;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Reports;

/// <summary>When a definition's reports come next: for each time zone in which the data folder has clinics, or in local time where it has none yet.</summary>
internal sealed class ScheduleWords(IReadOnlyList<ScheduleWords.Zone> zones, DateTimeOffset now)
{
    /// <summary>Clinics that share a time zone; without a name, wherever a clinic will be.</summary>
    internal sealed record Zone(TimeZoneInfo Info, string? Name, IReadOnlyList<string> Clinics);

    /// <summary>Looks for clinics only where there is a database; makes none.</summary>
    public static ScheduleWords Of(DataPlace place)
    {
        var clinics = place.HasDatabase() ? new SmpSession(place).Reader.Clinics() : [];
        Zone[] zones = [.. clinics.Where(DueRuns.HasKnownTimeZone).GroupBy(c => c.TimeZone, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Zone(TimeZoneInfo.FindSystemTimeZoneById(g.Key), g.Key, [.. g.Select(c => c.Id).Order(StringComparer.Ordinal)]))];
        return new ScheduleWords(zones.Length > 0 ? zones : [new Zone(TimeZoneInfo.Utc, null, [])], SmpSession.Clock.GetUtcNow()) { KnownClinics = clinics };
    }

    /// <summary>The data folder's clinics; none where it holds no database.</summary>
    public IReadOnlyList<ClinicRow> KnownClinics { get; private init; } = [];

    public IEnumerable<string> Lines(ReportDefinition definition) => Next(definition).Select(n => string.Create(CultureInfo.InvariantCulture,
        $"next on {n.Due.At:dddd d MMMM yyyy} at {n.Due.At:HH:mm} for {n.Due.Month.Name} ({(n.Zone.Name is null ? "in the clinic's own time zone" : $"{n.Zone.Name}: {string.Join(", ", n.Zone.Clinics)}")})"));

    public JsonArray Json(ReportDefinition definition) => new([.. Next(definition).Select(n => new JsonObject
    {
        ["month"] = n.Due.Month.ToString(),
        ["at"] = n.Due.At.ToString(n.Zone.Name is null ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        ["timeZone"] = n.Zone.Name,
        ["clinics"] = new JsonArray([.. n.Zone.Clinics.Select(c => (JsonNode)c)]),
    })]);

    private IEnumerable<(Zone Zone, NextDue Due)> Next(ReportDefinition definition) =>
        zones.Select(z => (z, NextDue.Of(definition, z.Info, now))).Where(n => n.Item2 is not null).Select(n => (n.z, n.Item2!));
}
