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
    public static IReadOnlyDictionary<string, Takings> ByTechnique(ClinicData data, string currency, ReportMonth month) => By(data, currency, month, i =>
        TreatmentOf(data, i) is >= 0 and var t ? data.Techniques.Id[data.Treatments.Technique[t]] : Unattributed, StringComparer.Ordinal);

    /// <summary>By practitioner id: the touch-up's, else the treatment's.</summary>
    public static IReadOnlyDictionary<string, Takings> ByPractitioner(ClinicData data, string currency, ReportMonth month) => By(data, currency, month, i =>
    {
        var (p, u, t) = (data.Payments, data.TouchUps, data.Treatments);
        var practitioner = p.TouchUp[i] >= 0 ? u.Practitioner[p.TouchUp[i]] : p.Treatment[i] >= 0 ? t.Practitioner[p.Treatment[i]] : ClinicData.None;
        return practitioner >= 0 ? data.Practitioners.Id[practitioner] : Unattributed;
    }, StringComparer.Ordinal);

    /// <summary>The median of paid touch-ups (amounts above 0), in the middle of the two middle ones for an even number; null without one.</summary>
    public static decimal? MedianTouchUpPrice(ClinicData data, string currency) => MedianTouchUpPrice(data, null, currency);

    /// <summary>The same of one clinic's payments.</summary>
    public static decimal? MedianTouchUpPrice(ClinicData data, int? clinic, string currency)
    {
        var p = data.Payments;
        decimal[] prices = [.. Enumerable.Range(0, p.Count).Where(i => (clinic is null || p.Clinic[i] == clinic) && p.Kind[i] == PaymentKind.TouchUp && p.Amount[i] > 0 && string.Equals(p.Currency[i], currency, StringComparison.Ordinal)).Select(i => p.Amount[i]).Order()];
        return prices.Length == 0 ? null : (prices[(prices.Length - 1) / 2] + prices[prices.Length / 2]) / 2;
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
            var refund = p.Kind[i] == PaymentKind.Refund;
            var one = new Takings(refund ? 0 : p.Amount[i], refund ? p.Amount[i] : 0, p.Tax[i], 1);
            groups[key(i)] = groups.TryGetValue(key(i), out var sum) ? sum + one : one;
        }

        return groups;
    }
}
