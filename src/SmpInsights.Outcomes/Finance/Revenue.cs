using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Finance;

/// <summary>Adds payments up. Every grouping holds each payment once, so that its groups sum to the total to the cent.</summary>
public static class Revenue
{
    /// <summary>The key of payments that belong to no treatment.</summary>
    public const string Unattributed = "";

    public static IReadOnlyDictionary<ReportMonth, Takings> ByMonth(ClinicData data, string currency) => By(data, currency, null, i => ReportMonth.Of(data.Payments.PaidOn[i]), Comparer<ReportMonth>.Default);

    public static IReadOnlyDictionary<PaymentKind, Takings> ByKind(ClinicData data, string currency, ReportMonth month) => By(data, currency, month, i => data.Payments.Kind[i], Comparer<PaymentKind>.Default);

    /// <summary>By technique id of the payment's treatment.</summary>
    public static IReadOnlyDictionary<string, Takings> ByTechnique(ClinicData data, string currency, ReportMonth month) => By(data, currency, month, i => TechniqueOf(data, i), StringComparer.Ordinal);

    /// <summary>By practitioner id: the touch-up's, else the treatment's.</summary>
    public static IReadOnlyDictionary<string, Takings> ByPractitioner(ClinicData data, string currency, ReportMonth month) => By(data, currency, month, i => PractitionerOf(data, i), StringComparer.Ordinal);

    /// <summary>By month, kind, technique and practitioner together, in this order.</summary>
    public static IEnumerable<LedgerGroup> ByMonthKindTechniqueAndPractitioner(ClinicData data, string currency)
    {
        var order = Comparer<(ReportMonth Month, PaymentKind Kind, string Technique, string Practitioner)>.Create((a, b) =>
            a.Month.CompareTo(b.Month) is not 0 and var m ? m
            : a.Kind.CompareTo(b.Kind) is not 0 and var k ? k
            : string.CompareOrdinal(a.Technique, b.Technique) is not 0 and var t ? t
            : string.CompareOrdinal(a.Practitioner, b.Practitioner));
        return By(data, currency, null, i => (Month: ReportMonth.Of(data.Payments.PaidOn[i]), Kind: data.Payments.Kind[i], Technique: TechniqueOf(data, i), Practitioner: PractitionerOf(data, i)), order)
            .Select(g => new LedgerGroup(g.Key.Month, g.Key.Kind, g.Key.Technique, g.Key.Practitioner, g.Value));
    }

    /// <summary>The payments of a month one by one, by day, then id.</summary>
    public static IEnumerable<LedgerEntry> Entries(ClinicData data, string currency, ReportMonth month)
    {
        var p = data.Payments;
        return Enumerable.Range(0, p.Count).Where(i => month.Contains(p.PaidOn[i]) && string.Equals(p.Currency[i], currency, StringComparison.Ordinal)).OrderBy(i => p.PaidOn[i]).Select(i =>
        {
            var treatment = TreatmentOf(data, i);
            return new LedgerEntry(p.Id[i], p.PaidOn[i], data.Clinics.Id[p.Clinic[i]], treatment < 0 ? null : data.Clients.Id[data.Treatments.Client[treatment]], treatment < 0 ? null : data.Treatments.Id[treatment],
                p.TouchUp[i] < 0 ? null : data.TouchUps.Id[p.TouchUp[i]], p.Kind[i], p.Method[i], TechniqueOf(data, i), PractitionerOf(data, i), p.Currency[i], Takings.Of(p.Kind[i], p.Amount[i], p.Tax[i]));
        });
    }

    /// <summary>The median of paid touch-ups (amounts above 0), in the middle of the two middle ones for an even number, rounded to the decimals that amounts have (half away from 0), so that what is costed by it adds up; null without one.</summary>
    public static decimal? MedianTouchUpPrice(ClinicData data, string currency) => MedianTouchUpPrice(data, null, currency);

    /// <summary>The same of one clinic's payments.</summary>
    public static decimal? MedianTouchUpPrice(ClinicData data, int? clinic, string currency)
    {
        var p = data.Payments;
        decimal[] prices = [.. Enumerable.Range(0, p.Count).Where(i => (clinic is null || p.Clinic[i] == clinic) && p.Kind[i] == PaymentKind.TouchUp && p.Amount[i] > 0 && string.Equals(p.Currency[i], currency, StringComparison.Ordinal)).Select(i => p.Amount[i]).Order()];
        return prices.Length == 0 ? null : decimal.Round((prices[(prices.Length - 1) / 2] + prices[prices.Length / 2]) / 2, prices.Max(Decimals), MidpointRounding.AwayFromZero);
    }

    /// <summary>Without zeros at the end, which a database may add.</summary>
    private static int Decimals(decimal amount) => (amount / 1.0000000000000000000000000000m).Scale;

    private static string TechniqueOf(ClinicData data, int payment) => TreatmentOf(data, payment) is >= 0 and var t ? data.Techniques.Id[data.Treatments.Technique[t]] : Unattributed;

    private static string PractitionerOf(ClinicData data, int payment)
    {
        var (p, u, t) = (data.Payments, data.TouchUps, data.Treatments);
        var practitioner = p.TouchUp[payment] >= 0 ? u.Practitioner[p.TouchUp[payment]] : p.Treatment[payment] >= 0 ? t.Practitioner[p.Treatment[payment]] : ClinicData.None;
        return practitioner >= 0 ? data.Practitioners.Id[practitioner] : Unattributed;
    }

    private static int TreatmentOf(ClinicData data, int payment) =>
        data.Payments.Treatment[payment] >= 0 ? data.Payments.Treatment[payment] : data.Payments.TouchUp[payment] >= 0 ? data.TouchUps.Treatment[data.Payments.TouchUp[payment]] : ClinicData.None;

    private static SortedDictionary<TKey, Takings> By<TKey>(ClinicData data, string currency, ReportMonth? month, Func<int, TKey> key, IComparer<TKey> order)
        where TKey : notnull
    {
        var p = data.Payments;
        var groups = new SortedDictionary<TKey, Takings>(order);
        for (var i = 0; i < p.Count; i++)
        {
            if (!string.Equals(p.Currency[i], currency, StringComparison.Ordinal) || (month is { } m && !m.Contains(p.PaidOn[i])))
                continue;
            var one = Takings.Of(p.Kind[i], p.Amount[i], p.Tax[i]);
            groups[key(i)] = groups.TryGetValue(key(i), out var sum) ? sum + one : one;
        }

        return groups;
    }
}
