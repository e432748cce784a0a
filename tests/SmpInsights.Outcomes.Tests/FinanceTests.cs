using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class FinanceTests
{
    private static readonly ReportMonth June = new(2026, 6);

    [Fact]
    public void Gross_refunds_tax_and_net_by_hand()
    {
        var rows = new ClinicRows().Treatment("T", "2026-01-01", "2026-02-01")
            .Payment(PaymentKind.Session, "2026-06-01", 120.00m, 20.00m, "T").Payment(PaymentKind.Product, "2026-06-30", 12.30m, 2.05m).Payment(PaymentKind.Refund, "2026-06-15", -60.00m, -10.00m, "T").Payment(PaymentKind.Session, "2026-07-01", 999m, 99m, "T");
        var june = Revenue.ByMonth(rows.Data(), "GBP")[June];
        Assert.Equal(new Takings(132.30m, -60.00m, 12.05m, 3), june);
        Assert.Equal(72.30m, june.Received);
        Assert.Equal(60.25m, june.Net);
    }

    [Fact]
    public void Warranty_touch_ups_are_costed_at_the_median_paid_touch_up()
    {
        var rows = new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01").TouchUp("U1", "T", "2026-06-01", warranty: true).TouchUp("U2", "T", "2026-06-20", warranty: true).TouchUp("U3", "T", "2026-05-20", warranty: true)
            .Payment(PaymentKind.TouchUp, "2025-01-01", 100m).Payment(PaymentKind.TouchUp, "2025-02-01", 300.0000m).Payment(PaymentKind.TouchUp, "2025-03-01", 150.01m).Payment(PaymentKind.TouchUp, "2025-03-01", 200m).Payment(PaymentKind.TouchUp, "2025-03-01", 0m);
        var finance = MonthlyFinance.Of(rows.Data().KnownAt(June.Last), "GBP", June.Trailing(24));
        Assert.Equal(175.01m, finance.MedianTouchUpPrice);
        Assert.Equal(350.02m, finance.WarrantyCost);
    }

    [Fact]
    public void A_touch_up_s_payment_is_its_practitioner_s_and_others_the_treatment_s()
    {
        var rows = new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01", practitioner: "P1").TouchUp("U", "T", "2026-06-01", practitioner: "P2")
            .Payment(PaymentKind.TouchUp, "2026-06-01", 100m, touchUp: "U", treatment: "T").Payment(PaymentKind.Session, "2026-06-01", 10m, treatment: "T").Payment(PaymentKind.Product, "2026-06-01", 1m);
        var by = Revenue.ByPractitioner(rows.Data(), "GBP", June);
        Assert.Equal([("", 1m), ("P1", 10m), ("P2", 100m)], by.Select(g => (g.Key, g.Value.Gross)));
    }

    [Fact]
    public void Every_breakdown_adds_up_to_the_month_to_the_cent() => Prop.ForAll(
        Gen.Choose(-50_000, 90_000).Select(cents => cents / 100m).ListOf().ToArbitrary(),
        amounts =>
        {
            var rows = new ClinicRows().Treatment("T1", "2024-01-01", "2024-02-01", practitioner: "P1").Treatment("T2", "2024-01-01", "2024-02-01", "hairline", practitioner: "P2").TouchUp("U", "T1", "2026-06-02", practitioner: "P2");
            foreach (var (amount, i) in amounts.Select((a, i) => (a, i)))
                rows.Payment(amount < 0 ? PaymentKind.Refund : (PaymentKind)(i % 4), "2026-06-11", amount, decimal.Round(amount / 6, 2), i % 3 == 0 ? null : i % 3 == 1 ? "T1" : "T2", i % 5 == 0 ? "U" : null);
            var finance = MonthlyFinance.Of(rows.Data(), "GBP", June.Trailing(24));
            var total = finance.ByMonth[^1].Takings;
            return total.Received == amounts.Sum()
                && new[] { finance.ByKind.Values, finance.ByTechnique.Values, finance.ByPractitioner.Values }.All(groups => groups.Aggregate(default(Takings), (a, b) => a + b) == total);
        }).QuickCheckThrowOnFailure();
}
