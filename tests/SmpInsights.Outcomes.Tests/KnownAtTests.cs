using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class KnownAtTests
{
    private static ClinicData At(string day) => new ClinicRows()
        .Treatment("T1", "2026-01-01", "2026-03-01", ended: "2026-05-01", reason: EndReason.Moved).Treatment("T2", "2026-03-02", null, "hairline")
        .Session("T1", "2026-01-01").Session("T1", "2026-03-02").Session("T2", "2026-03-02")
        .TouchUp("U1", "T1", "2026-03-01").TouchUp("U2", "T1", "2026-03-02")
        .Reading("A1", "T1", "2026-03-01", 10).Reading("A2", "T1", "2026-03-02", 9)
        .Survey("Q1", "T1", "2026-02-01", "2026-03-01", 5, 9).Survey("Q2", "T1", "2026-02-01", "2026-03-02", 1, 0).Survey("Q3", "T1", "2026-03-02")
        .AdverseEvent("T1", "2026-03-01").AdverseEvent("T1", "2026-03-02")
        .Payment(PaymentKind.Deposit, "2026-02-01", 100m, treatment: "T2").Payment(PaymentKind.TouchUp, "2026-03-01", 50m, touchUp: "U1").Payment(PaymentKind.TouchUp, "2026-03-01", 60m, touchUp: "U2").Payment(PaymentKind.Product, "2026-03-02", 5m)
        .Data().KnownAt(ClinicRows.Day(day));

    [Fact]
    public void Rows_dated_on_the_day_are_there_and_rows_dated_later_are_not()
    {
        var known = At("2026-03-01");
        Assert.Equal("T1", Assert.Single(known.Treatments.Id));
        Assert.Single(known.Sessions.Id);
        Assert.Equal("U1", Assert.Single(known.TouchUps.Id));
        Assert.Equal("A1", Assert.Single(known.Assessments.Id));
        Assert.Equal("Q1 Q2", string.Join(' ', known.Surveys.Id));
        Assert.Single(known.AdverseEvents.Id);
        Assert.Equal(3, known.Payments.Count);
        Assert.Equal("density", Assert.Single(known.Techniques.Id));
        Assert.Equal("client-T1", Assert.Single(known.Clients.Id));
    }

    [Fact]
    public void What_is_dated_later_in_an_earlier_row_has_not_happened()
    {
        var known = At("2026-03-01");
        Assert.Equal(ClinicRows.Day("2026-03-01"), known.Treatments.CompletedOn[0]);
        Assert.Null(known.Treatments.FollowUpEndedOn[0]);
        Assert.Null(known.Treatments.EndReason[0]);
        Assert.Equal((5, 9), (known.Surveys.Satisfaction[0], known.Surveys.Recommend[0]));
        Assert.Equal(((DateOnly?)null, (int?)null, (int?)null), (known.Surveys.RespondedOn[1], known.Surveys.Satisfaction[1], known.Surveys.Recommend[1]));
        Assert.Null(At("2026-02-28").Treatments.CompletedOn[0]);
    }

    [Fact]
    public void References_lead_to_the_same_rows_and_to_none_where_the_row_is_gone()
    {
        var known = At("2026-03-01");
        Assert.Equal([ClinicData.None, ClinicData.None, ClinicData.None], known.Payments.Treatment);
        Assert.Equal([ClinicData.None, 0, ClinicData.None], known.Payments.TouchUp);
        var later = At("2026-06-30");
        Assert.Equal("T2", later.Treatments.Id[later.Payments.Treatment[0]]);
        Assert.Equal("U2", later.TouchUps.Id[later.Payments.TouchUp[2]]);
        Assert.Equal("hairline", later.Techniques.Id[later.Treatments.Technique[1]]);
    }

    [Fact]
    public void Everything_is_known_in_the_end() => Assert.Equal((2, 3, 2, 2, 3, 2, 4), At("2026-12-31") is var k ? (k.Treatments.Count, k.Sessions.Count, k.TouchUps.Count, k.Assessments.Count, k.Surveys.Count, k.AdverseEvents.Count, k.Payments.Count) : default);
}
