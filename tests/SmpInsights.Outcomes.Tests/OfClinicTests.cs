using System.Text.Json;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class OfClinicTests
{
    private static string Text(ClinicData data) => JsonSerializer.Serialize(data);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_clinic_of_two_is_as_if_there_were_no_other(int seed)
    {
        static bool InC(int i) => i % 3 != 0;
        var both = new RandomClinic(seed) { Clinic = i => InC(i) ? "C" : "D" }.Rows()
            .Payment(PaymentKind.Product, "2025-01-01", 10m, clinic: "C").Payment(PaymentKind.Product, "2025-01-01", 20m, clinic: "D").Data();
        var alone = new RandomClinic(seed) { Include = InC }.Rows().Payment(PaymentKind.Product, "2025-01-01", 10m, clinic: "C").Data().KnownAt(RandomClinic.AsOf);
        var c = both.KnownAt(RandomClinic.AsOf).OfClinic(0);
        Assert.Equal("C", Assert.Single(c.Clinics.Id));
        Assert.Equal(Text(alone with { Sessions = c.Sessions }), Text(c)); // sessions are numbered through both clinics
        Assert.Equal(alone.Sessions.Treatment, c.Sessions.Treatment);
        Assert.Equal(20m, Assert.Single(both.OfClinic(1).Payments.Amount));
        Assert.Equal(0, both.OfClinic(1).Payments.Clinic[0]);
    }

    [Fact]
    public void A_practitioner_of_another_clinic_has_none()
    {
        var data = new ClinicRows().Treatment("T1", "2024-01-01", "2024-02-01", clinic: "A", practitioner: "P").Treatment("T2", "2024-01-01", "2024-02-01", clinic: "B", practitioner: "P").Data();
        Assert.Equal(0, data.OfClinic(0).Practitioners.Clinic[0]);
        Assert.Equal(ClinicData.None, data.OfClinic(1).Practitioners.Clinic[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_clinic_that_is_not_there_is_refused(int clinic) => Assert.Throws<ArgumentOutOfRangeException>(() => new ClinicRows().Clinic().Data().OfClinic(clinic));
}
