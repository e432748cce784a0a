using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>
/// What earlier exports gave of the clients of this one: an export of the last months alone goes on with their treatments. They are judged again together with the new ones, and what was inferred of them stays inferred.
/// </summary>
internal static class StoredAppointments
{
    /// <param name="run">The import.</param>
    /// <param name="start">With which the ids begin that the map makes for the clinic.</param>
    /// <param name="told">What the export tells is not taken from what is stored.</param>
    /// <param name="fresh">The export's own.</param>
    /// <returns>Those and the export's own, which keep the treatments they are stored under.</returns>
    public static IReadOnlyList<Appointment> With(ImportRun run, string start, IReadOnlySet<string> told, IReadOnlyList<Appointment> fresh)
    {
        var clients = fresh.Select(a => a.Client).ToHashSet(StringComparer.Ordinal);
        Dictionary<(string Id, string Client), string> treatments = [];
        List<Appointment> stored = [];
        foreach (var row in run.Store.Connection.Query<Row>(run.Database.Statement("import/stored_appointments"), new { start, length = start.Length }, buffered: false, commandTimeout: run.Store.StatementSeconds))
        {
            if (told.Contains(row.id))
            {
                treatments[(row.id, row.client_id)] = row.treatment_id;
            }
            else if (clients.Contains(row.client_id))
            {
                stored.Add(row.ToAppointment());
            }
        }

        return [.. fresh.Select(a => a with { Treatment = treatments.GetValueOrDefault((a.Id, a.Client)) }), .. stored];
    }

    /// <summary>Named as the statement names its columns.</summary>
#pragma warning disable IDE1006, SA1300
    private sealed class Row
    {
        public string kind { get; init; } = "";
        public string id { get; init; } = "";
        public string treatment_id { get; init; } = "";
        public string client_id { get; init; } = "";
        public string practitioner_id { get; init; } = "";
        public string technique_id { get; init; } = "";
        public DateOnly performed_on { get; init; }
        public int? duration_min { get; init; }
        public string status { get; init; } = "";
        public string? reason { get; init; }
        public string? status_rule { get; init; }
        public string? service_rule { get; init; }
        public string? reason_rule { get; init; }
#pragma warning restore IDE1006, SA1300

        public Appointment ToAppointment()
        {
            // A session that counted as a touch-up because it came late is one to be judged again.
            var isTouchUp = kind is "touch-up" && service_rule?.StartsWith(InferenceRule.LateStart, StringComparison.Ordinal) is not true;
            var technique = string.Equals(technique_id, AppointmentCourses.UnspecifiedTechnique, StringComparison.Ordinal) ? null : technique_id;
            var service = new ServiceRule(service_rule is null ? id : null, [], isTouchUp ? ServiceKind.TouchUp : ServiceKind.Session, technique, reason_rule is null ? reason : null);
            return new(id, client_id, practitioner_id, service, technique, performed_on.ToDateTime(TimeOnly.MinValue), duration_min, status, status_rule is not null, Paid: null, File: "", Line: 0)
            {
                Treatment = kind is "session" ? treatment_id : null,
            };
        }
    }
}
