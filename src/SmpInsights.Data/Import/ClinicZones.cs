using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>The time zone of the clinic a row belongs to, looked up by one of the row's references, and today's date there.</summary>
internal sealed class ClinicZones(ImportRun run, DateTimeOffset now)
{
    /// <summary>A file of dates with offsets asks for a zone a row; what is kept of the answers is bounded.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<(string Column, string Id), TimeZoneInfo?> known = [];

    /// <summary>Null when there is no such row.</summary>
    public TimeZoneInfo? Of(string column, string id, DbTransaction? transaction)
    {
        if (known.TryGetValue((column, id), out var zone))
        {
            return zone;
        }

        if (known.Count == MostKept)
        {
            known.Clear();
        }

        var name = run.Database.Try(() => run.Store.Connection.QueryFirstOrDefault<string>(run.Database.Statement($"import/time_zone_by_{column}"), new { id }, transaction), run.Cancellation);
        zone = name is null ? null : TimeZoneInfo.FindSystemTimeZoneById(name);
        known.Add((column, id), zone);
        return zone;
    }

    public DateOnly Today(TimeZoneInfo zone) => UnsettledDate.Day(now, zone);
}
