using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Finance;

/// <summary>
/// A clinic's books for a month: one ledger a currency, the clinic's own first and then others by code, never added together. Touch-ups under warranty in the month, by day, then id, are each costed
/// at the clinic's own median paid touch-up in its own currency, null while none was ever paid.
/// </summary>
public sealed record FinanceLedger(
    ReportMonth Month,
    ClinicFacts Clinic,
    IReadOnlyDictionary<string, string> TechniqueNames,
    IReadOnlyDictionary<string, string> PractitionerNames,
    IReadOnlyList<CurrencyLedger> Currencies,
    IReadOnlyList<WarrantyTouchUp> Warranty,
    decimal? MedianTouchUpPrice)
{
    /// <summary>Months the ledger looks back over, its own included.</summary>
    public const int MonthsShown = MonthlyClinic.MonthsShown;

    public decimal? WarrantyCost => Warranty.Count * MedianTouchUpPrice;

    /// <summary>Of <paramref name="data"/> (one clinic's rows) for a month; rows dated later are not seen.</summary>
    /// <exception cref="ArgumentException">The data hold no clinic or more than one.</exception>
    public static FinanceLedger Of(ClinicData data, ReportMonth month)
    {
        if (data.Clinics.Count != 1)
            throw new ArgumentException("A ledger is of one clinic.", nameof(data));
        var known = data.KnownAt(month.Last);
        var clinic = new ClinicFacts(known.Clinics.Id[0], known.Clinics.Name[0], known.Clinics.TimeZone[0], known.Clinics.Currency[0]);
        var months = month.Trailing(MonthsShown);
        var others = known.Payments.Currency.Where(c => !string.Equals(c, clinic.Currency, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new FinanceLedger(
            month,
            clinic,
            Names(known.Techniques.Id, known.Techniques.Name),
            Names(known.Practitioners.Id, known.Practitioners.Name),
            [.. others.Prepend(clinic.Currency).Select(c => CurrencyLedger.Of(known, c, months))],
            [.. UnderWarranty(known, month)],
            Revenue.MedianTouchUpPrice(known, clinic.Currency));
    }

    private static IEnumerable<WarrantyTouchUp> UnderWarranty(ClinicData known, ReportMonth month)
    {
        var (u, t) = (known.TouchUps, known.Treatments);
        return Enumerable.Range(0, u.Count).Where(i => u.UnderWarranty[i] == true && month.Contains(u.PerformedOn[i])).OrderBy(i => u.PerformedOn[i]).Select(i =>
            new WarrantyTouchUp(u.Id[i], u.PerformedOn[i], known.Clients.Id[t.Client[u.Treatment[i]]], t.Id[u.Treatment[i]], known.Techniques.Id[t.Technique[u.Treatment[i]]], known.Practitioners.Id[u.Practitioner[i]]));
    }

    private static SortedDictionary<string, string> Names(string[] ids, string[] names) => new(ids.Zip(names).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal), StringComparer.Ordinal);
}
