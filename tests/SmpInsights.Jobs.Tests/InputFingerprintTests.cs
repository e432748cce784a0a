using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Tests;

public sealed class InputFingerprintTests
{
    private static ClinicRows Rows() => new ClinicRows().Treatment("T1", "2026-01-01", "2026-02-01").Session("T1", "2026-01-01").Reading("A1", "T1", "2026-04-01", 10.5).Payment(PaymentKind.Session, "2026-01-01", 100.00m, 20m, "T1");

    private static string At(ClinicRows rows, string day) => InputFingerprint.Combined(InputFingerprint.Of(rows.Data().KnownAt(ClinicRows.Day(day))));

    [Fact]
    public void Equal_rows_have_equal_fingerprints() => Assert.Equal(At(Rows(), "2026-06-30"), At(Rows(), "2026-06-30"));

    [Fact]
    public void Later_rows_clients_and_techniques_change_nothing()
    {
        var later = Rows().Treatment("T0", "2026-07-01", null, "another", "a-client").Session("T0", "2026-07-01").Reading("A0", "T1", "2026-07-01", 9).TouchUp("U", "T1", "2026-07-01").Payment(PaymentKind.Product, "2026-07-01", 5m);
        Assert.Equal(At(Rows(), "2026-06-30"), At(later, "2026-06-30"));
        Assert.NotEqual(At(Rows(), "2026-07-01"), At(later, "2026-07-01"));
    }

    [Fact]
    public void A_changed_value_changes_the_fingerprint_of_its_table_alone()
    {
        var one = InputFingerprint.Of(Rows().Data());
        var other = InputFingerprint.Of(Rows().Reading("A1", "T1", "2026-04-01", 10.500000001).Data());
        Assert.Equal("assessments", Assert.Single(one.Zip(other), x => x.First != x.Second).First.Table);
    }

    [Fact]
    public void An_amount_s_trailing_zeros_do_not_matter() =>
        Assert.Equal(At(Rows().Payment(PaymentKind.Product, "2026-01-02", 5.10m), "2026-06-30"), At(Rows().Payment(PaymentKind.Product, "2026-01-02", 5.1000m), "2026-06-30"));
}
