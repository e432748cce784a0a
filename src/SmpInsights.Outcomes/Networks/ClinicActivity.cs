using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Operations;

namespace SmpInsights.Outcomes.Networks;

/// <summary>Takings of a clinic in one currency: of the month, the month before and the same month a year before.</summary>
public sealed record CurrencyTakings(string Currency, Compared<Takings> Takings);

/// <summary>What one clinic did: <paramref name="Months"/> oldest first, the report's month last; takings in its own currency first, others by code.</summary>
public sealed record ClinicActivity(ClinicFacts Clinic, IReadOnlyList<ActivityMonth> Months, IReadOnlyList<CurrencyTakings> Takings);
