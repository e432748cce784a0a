using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Data.Tests.Reading;

public abstract class LedgerSnapshotTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : LedgerSnapshotTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : LedgerSnapshotTests(store);

    private readonly ImportBench bench = new(store, new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Streamed_payments_are_those_of_the_measures_row_by_row()
    {
        Assert.Empty(bench.Import(Reference.Folder("clinic-a")).Rejects);
        var june = new ReportMonth(2026, 6);
        using var snapshot = new LedgerSnapshot(bench.Database, null, june.First, june.Last);
        Assert.Equal(["AUD", "GBP", "USD"], snapshot.Parts.Select(p => p.Currency));
        foreach (var part in snapshot.Parts)
        {
            var books = FinanceLedger.Of(new OutcomeReader(bench.Database).Read(part.Clinic), june).Currencies.Single();
            Assert.Equal(books.Payments, snapshot.Payments(part));
            Assert.Equal((books.Carried[^1].Opening, books.Total.Received, books.Total.Payments), (part.Opening, part.Received, part.Payments));
            Assert.NotEmpty(books.Payments);
        }

        Assert.Equal("Hairline", snapshot.Techniques["hairline"]);
        Assert.Equal("Practitioner 12", snapshot.Practitioners["P00012"]);
    }

    [Fact]
    public void Both_ends_of_the_range_belong_to_it_and_earlier_payments_open_it()
    {
        bench.WithClinic();
        bench.Write("payments", "payment_id,clinic_id,treatment_id,kind,paid_on,amount,tax,currency",
            "B,C1,T1,session,2026-03-01,10.01,1.00,GBP", "A,C1,,product,2026-03-01,1.0001,0.10,GBP", "C,C1,T1,refund,2026-03-31,-2.00,-0.20,GBP", "D,C1,T1,session,2026-02-28,100.00,1.00,GBP", "E,C1,T1,session,2026-04-01,500.00,1.00,GBP");
        Assert.Empty(bench.Import().Rejects);
        using var march = new LedgerSnapshot(bench.Database, "C1", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));
        var part = Assert.Single(march.Parts);
        Assert.Equal(new LedgerPart("GBP", "C1", 100m, 9.0101m, 3), part);
        Assert.Equal(
            [("A", null, "", PaymentKind.Product, 1.0001m), ("B", "K1", "hair", PaymentKind.Session, 10.01m), ("C", "K1", "hair", PaymentKind.Refund, -2m)],
            march.Payments(part).Select(p => (p.Payment, p.Client, p.Technique, p.Kind, p.Takings.Received)));
        using var none = new LedgerSnapshot(bench.Database, "nobody", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));
        Assert.Empty(none.Parts);
    }
}
