namespace SmpInsights.Data.Maps;

/// <summary>Rows of an export of appointments, read and judged one by one; what becomes of them together is for <see cref="AppointmentCourses"/>.</summary>
internal sealed class AppointmentRows(MapWork work, TableMap table)
{
    private const string ToCome = "booked for a time to come";

    /// <summary>More services in one appointment are not looked for when it changes.</summary>
    private const int MostServices = 9;

    private readonly List<Appointment> appointments = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public IReadOnlyList<Appointment> All => appointments;

    public void Read(ExportFile file)
    {
        var fields = new FieldReader(file, work.Clinic, work.Key);
        while (file.Next(work.Reject))
        {
            fields.BeginRow();
            if (Against(file, fields) is { } fault)
            {
                work.Reject(file.Name, file.Line, fault);
            }
        }
    }

    /// <summary>Takes the row's services.</summary>
    /// <returns>What is wrong with the row, or null.</returns>
    private MapFault? Against(ExportFile file, FieldReader fields)
    {
        var service = fields.Text(Field("service"));
        var number = fields.Id(Field("appointment_id"));
        var client = fields.Client(Field("client_id")!, out var byNameOnly);
        var start = fields.Moment(Field("starts_at"));
        var end = fields.Moment(Field("ends_at"));
        var status = fields.Text(Field("status"));
        var assumed = fields.WasAssumed;
        var booked = fields.Date(Field("booked_on"));
        var minutes = fields.Minutes(Field("duration_min")) ?? (end is { } until && start is { } from && until > from ? (int)(until - from).TotalMinutes : null);
        var price = fields.Money(Field("price"));
        var paid = fields.Money(Field("paid_amount"));
        var settled = string.Equals(fields.Text(Field("paid")), "yes", StringComparison.Ordinal) && fields.Text(Field("prepaid")).Length == 0;
        var treating = fields.Text(Field("practitioner"));
        if (fields.Fault is { } fault)
        {
            return fault;
        }

        if (number is null || client is null || start is null || service.Length == 0 || (status.Length > 0 && !AppointmentStatus.All.Contains(status, StringComparer.Ordinal)))
        {
            return Missing(number, client, start, service, status);
        }

        var id = RowId.Of(work.Clinic.Id, work.Map.Id, number);
        if (!seen.Add(id))
        {
            work.LeaveOut("appointments", "the same appointment again");
            return null;
        }

        work.Told.UnionWith(Enumerable.Range(0, MostServices).Select(index => ServiceId(id, index)));
        if ((end > start ? end : start) > work.Now)
        {
            work.LeaveOut("appointments", ToCome);
            return null;
        }

        var services = Services(service, file).DistinctBy(s => (s.Kind, s.Technique)).ToList();
        if (services.Count == 0)
        {
            return null;
        }

        var practitioner = work.Practitioner(treating, file.Name, file.Line);
        work.AddClient(client, byNameOnly, file.Name, file.Line);
        var amount = Paid(settled, price, paid, booked, DateOnly.FromDateTime(start.Value));
        foreach (var (index, one) in services.Index())
        {
            // What was paid is for the row; its first service that is a treatment carries it.
            appointments.Add(new(ServiceId(id, index), client, practitioner, one, one.Technique,
                start.Value, services.Count == 1 ? minutes : null, status.Length == 0 ? AppointmentStatus.Completed : status, assumed || status.Length == 0, index == 0 ? amount : null, file.Name, file.Line));
        }

        return null;
    }

    /// <summary>The services that are of scalp micropigmentation, sessions and touch-ups before consultations.</summary>
    private IEnumerable<ServiceRule> Services(string text, ExportFile file)
    {
        var split = Field("service")?.Split;
        var names = split is null || work.Map.Services.Any(r => r.IsStated && r.Fits(text)) ? [text] : text.Split(split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<ServiceRule> known = [];
        foreach (var name in names)
        {
            var rule = work.Service(name);
            if (rule is null or { Kind: ServiceKind.Ignore or ServiceKind.Product })
            {
                var shown = file.ShownName(Field("service")!.Columns.FirstOrDefault() ?? "", name);
                work.LeaveOut(shown.Length > 0 ? $"service \"{shown}\"" : "a service whose name is not shown", rule is null ? "no rule says what it is" : "not scalp micropigmentation");
            }
            else
            {
                known.Add(rule);
            }
        }

        return known.OrderBy(rule => rule.Kind);
    }

    private static string ServiceId(string appointment, int index) => index == 0 ? appointment : RowId.Of(appointment, (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <param name="settled">It is paid, and not by what was bought before: a certificate was paid for when it was bought.</param>
    /// <param name="price">Of the appointment.</param>
    /// <param name="paid">The part that is known to have been paid.</param>
    /// <param name="booked">The day of booking.</param>
    /// <param name="day">Of the appointment.</param>
    private static PaidAmount? Paid(bool settled, decimal? price, decimal? paid, DateOnly? booked, DateOnly day)
    {
        if (paid > 0)
        {
            return new(paid.Value, price, booked <= day ? booked.Value : day, booked <= day ? InferenceRule.PaidAtBooking : InferenceRule.PaidThatDay);
        }

        return settled && price > 0 ? new(price.Value, price, day, InferenceRule.PaidThatDay) : null;
    }

    private MapFault Missing(string? number, string? client, DateTime? start, string service, string status)
    {
        var (name, expected) = number is null ? ("appointment_id", "the appointment's number")
            : client is null ? ("client_id", "who the client is")
            : start is null ? ("starts_at", "a date and time")
            : service.Length == 0 ? ("service", "a service")
            : ("status", "one of: " + string.Join(", ", AppointmentStatus.All));
        return new(string.Join(" or ", Field(name)!.Sources.Distinct(StringComparer.Ordinal)), string.Equals(name, "status", StringComparison.Ordinal) ? Import.Shown.Value(status) : "", expected);
    }

    private FieldMap? Field(string name) => table.Fields.GetValueOrDefault(name);
}
