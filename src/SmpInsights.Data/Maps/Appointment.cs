namespace SmpInsights.Data.Maps;

/// <summary>One service of one appointment that is over; the technique is null where the service's name says none.</summary>
internal sealed record Appointment(
    string Id,
    string Client,
    string Practitioner,
    ServiceRule Service,
    string? Technique,
    DateTime Start,
    int? Minutes,
    string Status,
    bool StatusAssumed,
    PaidAmount? Paid,
    string File,
    long Line)
{
    /// <summary>The treatment it is stored under; null where it is new.</summary>
    public string? Treatment { get; init; }

    public DateOnly Day => DateOnly.FromDateTime(Start);

    public bool TookPlace => string.Equals(Status, AppointmentStatus.Completed, StringComparison.Ordinal);
}

/// <summary>What was paid for an appointment, when, and by which rule that is known.</summary>
internal sealed record PaidAmount(decimal Amount, decimal? Price, DateOnly On, string Rule);
