using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class FinanceLedgerTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static CurrencyLedger Books(ClinicRows rows) => FinanceLedger.Of(rows.Data(), June).Currencies[0];

    [Fact]
    public void Opening_in_out_and_closing_by_hand()
    {
        var rows = new ClinicRows()
            .Payment(PaymentKind.Session, "2020-01-31", 1000.10m).Payment(PaymentKind.Refund, "2026-05-31", -0.10m)
            .Payment(PaymentKind.Session, "2026-06-01", 200m).Payment(PaymentKind.Product, "2026-06-30", 30.55m).Payment(PaymentKind.Refund, "2026-06-30", -50.50m)
            .Payment(PaymentKind.Session, "2026-07-01", 9999m);
        var june = Books(rows).Carried[^1];
        Assert.Equal((1000.00m, 230.55m, -50.50m, 1180.05m, 1180.05m, 0m), (june.Opening, june.In, june.Out, june.Closing, june.SumOfPayments, june.Difference));
    }

    [Fact]
    public void Payments_come_by_day_then_id_with_what_they_belong_to()
    {
        var rows = new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01", "density", client: "=K", practitioner: "P1").TouchUp("U", "T", "2026-06-02", practitioner: "P2")
            .Payment(PaymentKind.TouchUp, "2026-06-03", 120m, 20m, touchUp: "U").Payment(PaymentKind.Product, "2026-06-03", 12m, 2m).Payment(PaymentKind.Refund, "2026-06-02", -6m, -1m, "T").Payment(PaymentKind.Product, "2026-05-31", 1m);
        var payments = Books(rows).Payments;
        Assert.Equal(
            [
                new LedgerEntry("Y00002", new DateOnly(2026, 6, 2), "C", "=K", "T", null, PaymentKind.Refund, null, "density", "P1", "GBP", new Takings(0m, -6m, -1m, 1)),
                new LedgerEntry("Y00000", new DateOnly(2026, 6, 3), "C", "=K", "T", "U", PaymentKind.TouchUp, null, "density", "P2", "GBP", new Takings(120m, 0m, 20m, 1)),
                new LedgerEntry("Y00001", new DateOnly(2026, 6, 3), "C", null, null, null, PaymentKind.Product, null, "", "", "GBP", new Takings(12m, 0m, 2m, 1)),
            ],
            payments);
    }

    [Fact]
    public void A_month_without_payments_carries_the_opening_over()
    {
        var books = Books(new ClinicRows().Payment(PaymentKind.Session, "2026-05-01", 10m));
        Assert.Equal(default, books.Total);
        Assert.Empty(books.Payments);
        Assert.Equal((10m, 0m, 0m, 10m, 0m), (books.Carried[^1].Opening, books.Carried[^1].In, books.Carried[^1].Out, books.Carried[^1].Closing, books.Carried[^1].Difference));
        Assert.Equal(default, Books(new ClinicRows().Clinic()).Total);
    }

    [Fact]
    public void A_month_of_refunds_only_closes_below_where_it_opened()
    {
        var books = Books(new ClinicRows().Payment(PaymentKind.Session, "2026-05-01", 10m).Payment(PaymentKind.Refund, "2026-06-05", -4m, -1m));
        Assert.Equal(new Takings(0m, -4m, -1m, 1), books.Total);
        Assert.Equal((-3m, 6m, -1m), (books.Total.Net, books.Carried[^1].Closing, books.TaxOfRefunds));
    }

    [Fact]
    public void Currencies_are_never_added_together()
    {
        var data = new ClinicRows().Payment(PaymentKind.Session, "2026-06-01", 10m).Payment(PaymentKind.Session, "2026-06-02", 1000m).Payment(PaymentKind.Session, "2026-06-03", 5m).Data();
        var mixed = data with { Payments = data.Payments with { Currency = ["GBP", "JPY", "EUR"] } };
        Assert.Equal([("GBP", 10m), ("EUR", 5m), ("JPY", 1000m)], FinanceLedger.Of(mixed, June).Currencies.Select(c => (c.Currency, c.Total.Received)));
    }

    [Fact]
    public void Warranty_touch_ups_of_the_month_are_listed_and_costed_at_the_median_paid_one()
    {
        var rows = new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01").TouchUp("U1", "T", "2026-06-20", warranty: true).TouchUp("U2", "T", "2026-06-01", warranty: true, practitioner: "P2").TouchUp("U3", "T", "2026-05-31", warranty: true).TouchUp("U4", "T", "2026-06-02", warranty: false)
            .Payment(PaymentKind.TouchUp, "2025-01-01", 100m).Payment(PaymentKind.TouchUp, "2026-06-30", 150.01m).Payment(PaymentKind.TouchUp, "2026-07-01", 9m);
        var ledger = FinanceLedger.Of(rows.Data(), June);
        Assert.Equal([("U2", "P2"), ("U1", "P")], ledger.Warranty.Select(u => (u.TouchUp, u.Practitioner)));
        Assert.Equal((125.01m, 250.02m), (ledger.MedianTouchUpPrice, ledger.WarrantyCost));
        Assert.Null(FinanceLedger.Of(new ClinicRows().Treatment("T", "2024-01-01", null).TouchUp("U", "T", "2026-06-20", warranty: true).Data(), June).WarrantyCost);
    }

    [Fact]
    public void Any_payments_reconcile_and_every_route_gives_one_total() => Prop.ForAll(
        (from cents in Gen.Choose(-50_000, 90_000) from day in Gen.Choose(0, 900) select (Amount: cents / 100m, On: new DateOnly(2024, 2, 1).AddDays(day))).ListOf().ToArbitrary(),
        payments =>
        {
            var rows = new ClinicRows().Treatment("T1", "2024-01-01", "2024-02-01", practitioner: "P1").Treatment("T2", "2024-01-01", "2024-02-01", "hairline", practitioner: "P2").TouchUp("U", "T1", "2024-02-02", practitioner: "P2");
            foreach (var ((amount, on), i) in payments.Select((p, i) => (p, i)))
                rows.Payment(amount < 0 ? PaymentKind.Refund : (PaymentKind)(i % 4), on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), amount, decimal.Round(amount / 6, 2), i % 3 == 0 ? null : i % 3 == 1 ? "T1" : "T2", i % 5 == 0 ? "U" : null);
            var books = Books(rows);
            static Takings Sum(IEnumerable<Takings> parts) => parts.Aggregate(default(Takings), (a, b) => a + b);
            return books.Carried.All(r => r.Opening + r.In + r.Out == r.Closing && r.Closing == payments.Where(p => p.On <= r.Month.Last).Sum(p => p.Amount) && r.Difference == 0)
                && books.Carried.Zip(books.Carried.Skip(1)).All(x => x.First.Closing == x.Second.Opening)
                && books.Total.Received == payments.Where(p => June.Contains(p.On)).Sum(p => p.Amount)
                && new[] { books.Payments.Select(p => p.Takings), books.ByKind.Values, books.ByTechnique.Values, books.ByPractitioner.Values, books.Groups.Where(g => g.Month == June).Select(g => g.Takings) }.All(route => Sum(route) == books.Total)
                && Sum(books.Groups.Select(g => g.Takings)) == Sum(books.ByMonth.Select(m => m.Takings));
        }).QuickCheckThrowOnFailure();
}
