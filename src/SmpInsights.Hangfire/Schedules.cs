using global::Hangfire;
using global::Hangfire.Storage;
using Microsoft.Extensions.Logging;
using SmpInsights.Data.Reading;
using SmpInsights.Jobs.Definitions;

namespace SmpInsights.Hangfire;

/// <summary>The recurring jobs: one for each definition and time zone in which there are clinics, at the definition's own time there, and the minute's round.</summary>
public sealed partial class Schedules(IRecurringJobManager manager, JobStorage storage, DefinitionCatalog definitions, ILogger<Schedules> logger)
{
    internal const string LookAfter = "look after what waits";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private HashSet<string>? _kept;

    /// <summary>Makes them as they should be, and removes those whose definition or clinics are gone.</summary>
    public void Keep(IEnumerable<ClinicRow> clinics)
    {
        var zones = clinics.Select(c => c.TimeZone).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var wanted = definitions.All.SelectMany(d => zones.Select(z => (Id: $"{d.Id} {z}", Definition: d, Zone: z))).ToList();
        lock (_gate)
        {
            if (_kept?.SetEquals(wanted.Select(w => w.Id)) is true)
                return;
            manager.AddOrUpdate<ReportJobs>(LookAfter, ReportQueue.Reports, j => j.LookAfter(CancellationToken.None), Cron.Minutely());
            foreach (var (id, definition, zone) in wanted)
                Add(id, definition, zone);
            var names = wanted.Select(w => w.Id).Append(LookAfter).ToHashSet(StringComparer.Ordinal);
            using var connection = storage.GetConnection();
            foreach (var gone in connection.GetRecurringJobs().Where(r => !names.Contains(r.Id)))
                manager.RemoveIfExists(gone.Id);
            _kept = [.. wanted.Select(w => w.Id)];
        }
    }

    private void Add(string id, ReportDefinition definition, string zone)
    {
        try
        {
            manager.AddOrUpdate<ReportJobs>(id, ReportQueue.Reports, j => j.QueueDue(definition.Id, zone, CancellationToken.None), definition.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        }
        catch (ArgumentException e)
        {
            // Schedules that the two libraries read differently: the minute's round makes these reports all the same.
            manager.RemoveIfExists(id);
            if (_refused.Add(id))
                Refused(id, definition.Cron, e.Message.ReplaceLineEndings(" "));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Id} has no recurring job of its own, but is looked for each minute: \"{Cron}\": {Reason}")]
    private partial void Refused(string id, string cron, string reason);
}
