using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Monthly;

/// <summary>
/// The clinic's takings in its own currency: the months shown, oldest first, and the last of them by kind, technique and practitioner.
/// Warranty touch-ups of that month are costed at the clinic's own median paid touch-up price; the cost is null while no touch-up was ever paid.
/// </summary>
public sealed record MonthlyFinance(
    string Currency,
    IReadOnlyList<(ReportMonth Month, Takings Takings)> ByMonth,
    IReadOnlyDictionary<PaymentKind, Takings> ByKind,
    IReadOnlyDictionary<string, Takings> ByTechnique,
    IReadOnlyDictionary<string, Takings> ByPractitioner,
    int WarrantyTouchUps,
    decimal? MedianTouchUpPrice)
{
    public decimal? WarrantyCost => WarrantyTouchUps * MedianTouchUpPrice;

    public static MonthlyFinance Of(ClinicData known, string currency, IReadOnlyList<ReportMonth> months)
    {
        var month = months[^1];
        var byMonth = Revenue.ByMonth(known, currency);
        var u = known.TouchUps;
        return new MonthlyFinance(
            currency,
            [.. months.Select(m => (m, byMonth.GetValueOrDefault(m)))],
            Revenue.ByKind(known, currency, month),
            Revenue.ByTechnique(known, currency, month),
            Revenue.ByPractitioner(known, currency, month),
            Enumerable.Range(0, u.Count).Count(i => u.UnderWarranty[i] == true && month.Contains(u.PerformedOn[i])),
            Revenue.MedianTouchUpPrice(known, currency));
    }
}
