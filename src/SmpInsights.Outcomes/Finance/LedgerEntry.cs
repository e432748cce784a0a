using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Finance;

/// <summary>
/// One payment as a ledger lists it. Client, treatment and touch-up are null where it belongs to none; technique and practitioner are ids,
/// <see cref="Revenue.Unattributed"/> where there is none.
/// </summary>
public sealed record LedgerEntry(
    string Payment,
    DateOnly PaidOn,
    string Clinic,
    string? Client,
    string? Treatment,
    string? TouchUp,
    PaymentKind Kind,
    string? Method,
    string Technique,
    string Practitioner,
    string Currency,
    Takings Takings);
