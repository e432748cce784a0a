using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Finance;

/// <summary>
/// The ledger in one currency. <paramref name="Payments"/> are the month's, by day, then id; <paramref name="Groups"/>, <paramref name="ByMonth"/> and <paramref name="Carried"/> run over the months
/// shown, oldest first, the ledger's month last. Every grouping holds each payment once, so that all add up to one total.
/// </summary>
public sealed record CurrencyLedger(
    string Currency,
    IReadOnlyList<LedgerEntry> Payments,
    IReadOnlyList<LedgerGroup> Groups,
    IReadOnlyList<(ReportMonth Month, Takings Takings)> ByMonth,
    IReadOnlyDictionary<PaymentKind, Takings> ByKind,
    IReadOnlyDictionary<string, Takings> ByTechnique,
    IReadOnlyDictionary<string, Takings> ByPractitioner,
    IReadOnlyList<Reconciliation> Carried)
{
    /// <summary>The ledger's month.</summary>
    public Takings Total => ByMonth[^1].Takings;

    /// <summary>The tax that went back with the month's refunds: negative or zero as a rule.</summary>
    public decimal TaxOfRefunds => ByKind.GetValueOrDefault(PaymentKind.Refund).Tax;

    /// <param name="known">The rows known at the end of the last month.</param>
    /// <param name="currency">Payments in another currency are not looked at.</param>
    /// <param name="months">One or more consecutive months, oldest first.</param>
    public static CurrencyLedger Of(ClinicData known, string currency, IReadOnlyList<ReportMonth> months)
    {
        var month = months[^1];
        var byMonth = Revenue.ByMonth(known, currency);
        return new CurrencyLedger(
            currency,
            [.. Revenue.Entries(known, currency, month)],
            [.. Revenue.ByMonthKindTechniqueAndPractitioner(known, currency).Where(g => g.Month >= months[0])],
            [.. months.Select(m => (m, byMonth.GetValueOrDefault(m)))],
            Revenue.ByKind(known, currency, month),
            Revenue.ByTechnique(known, currency, month),
            Revenue.ByPractitioner(known, currency, month),
            [.. months.Select(m => new Reconciliation(m, byMonth.Where(x => x.Key < m).Sum(x => x.Value.Received), byMonth.GetValueOrDefault(m).Gross, byMonth.GetValueOrDefault(m).Refunds, SumUpTo(known.Payments, currency, m.Last)))]);
    }

    private static decimal SumUpTo(PaymentColumns payments, string currency, DateOnly day)
    {
        var sum = 0m;
        for (var i = 0; i < payments.Count; i++)
            if (payments.PaidOn[i] <= day && string.Equals(payments.Currency[i], currency, StringComparison.Ordinal))
                sum += payments.Amount[i];
        return sum;
    }
}
