using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Finance;

/// <summary>What was paid in a month, of one kind, for one technique and practitioner (ids; <see cref="Revenue.Unattributed"/> where there is none).</summary>
public sealed record LedgerGroup(ReportMonth Month, PaymentKind Kind, string Technique, string Practitioner, Takings Takings);
