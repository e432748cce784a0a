using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Tests.Networks;

public sealed class PublishedNetworkTests
{
    private static readonly ReportMonth June = new(2026, 6);

    /// <summary>Three clinics of 28, 28 and four clients.</summary>
    private static ClinicData Three(int seed) => new RandomClinic(seed) { Clinic = i => i % 15 == 0 ? "small" : i % 2 == 0 ? "A" : "B" }.Rows().Data();

    private static PublishedNetwork Of(ClinicData data) => PublishedNetwork.Of(NetworkMonth.Of(data, June), SmallestCell.Default);

    [Fact]
    public void What_clinics_answered_is_what_their_own_reports_print_and_the_funnel_is_made_of_that()
    {
        var data = Three(2);
        var network = Of(data);
        Assert.Equal(["A", "B", "small"], network.Satisfied.Keys);
        for (var i = 0; i < 3; i++)
        {
            var own = PublishedMonth.Of(MonthlyClinic.Of(data.OfClinic(i), June), SmallestCell.Default).Satisfaction.Satisfied.Pooled;
            var here = network.Satisfied[data.Clinics.Id[i]];
            Assert.Equal(own?.Span, here?.Span);
            Assert.Equal(own?.Value.Value?.Distribution, here?.Value.Value?.Distribution);
        }

        Assert.Null(network.Satisfied["small"]);
        Assert.Equal(["A", "B"], network.Funnel!.Members.Select(m => m.Member.Id));
        Assert.All(network.Funnel.Members, m => Assert.Equal(network.Satisfied[m.Member.Id]!.Value.Value!.Satisfied.Top, m.Member.Part));
    }

    /// <summary>Months of six clients booked, one cancelled, and every third month of two, both cancelled: each of those is put together with the one after it, so months 0, 1, 4, 7 … 28 stand alone.</summary>
    [Fact]
    public void What_is_watched_has_the_months_and_limits_of_each_clinic_s_own_report()
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 30; i++)
        {
            var month = June.Add(i - 29);
            for (var k = 0; k < (i % 3 == 2 ? 2 : 6); k++)
            {
                var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}{k}");
                rows.Treatment(id, month.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), null, clinic: "A")
                    .Session(id, month.First.AddDays(k).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), i % 3 == 2 || k == i % 2 ? SessionStatus.Cancelled : SessionStatus.Completed);
            }
        }

        var data = rows.Data();
        var own = PublishedMonth.Of(MonthlyClinic.Of(data, June), SmallestCell.Default).Watching.ToDictionary(w => w.Series.Measure, w => w.Series.Months);
        var here = Of(data).Watched["A"].ToDictionary(w => w.Series.Measure, w => w.Series.Months);
        Assert.All(here, w => Assert.Equal(own[w.Key], w.Value));
        Assert.Equal(11, here[WatchedMeasures.NotHeld].Count(x => x.Measured.Value is not null));
        Assert.Contains(WatchedMeasures.Sessions, here.Keys);
    }

    [Fact]
    public void A_clinic_of_four_clients_is_compared_in_nothing()
    {
        var network = Of(Three(4)).Comparison;
        Assert.Equal(Disclosure.Small, network.Fade["small"].Disclosure);
        Assert.Equal(Disclosure.Small, network.Times["small"].Disclosure);
        Assert.Equal(["A B"], network.FadeDifferences.Select(d => d.A + " " + d.B));
        Assert.DoesNotContain(network.HazardDifferences, d => string.Equals(d.Group, "small", StringComparison.Ordinal));
        Assert.Equal(network.Fade["A"].Value!.Clients, network.FadeDifferences[0].ClientsA);
    }

    [Fact]
    public void A_clinic_s_total_is_hidden_where_its_own_report_hides_it()
    {
        // Twelve by density in 2024; then four by scar in March 2026 and a fifth, nothing else, in June: what was printed of all before and now would tell of the scars.
        var rows = new ClinicRows();
        for (var i = 0; i < 16; i++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, i < 12 ? "2024-01-01" : "2026-01-01", i < 12 ? "2024-03-01" : i < 15 ? "2026-03-05" : "2026-06-05", i < 12 ? "density" : "scar", clinic: "A");
        }

        var own = PublishedMonth.Of(MonthlyClinic.Of(rows.Data(), June), SmallestCell.Default).TouchUps.Now.All!.Disclosure;
        Assert.NotEqual(Disclosure.Shown, own);
        Assert.Equal(own, Of(rows.Data()).Comparison.Times["A"].Disclosure);
    }

    [Fact]
    public void Takings_stay_in_their_currencies_and_watched_measures_hold_no_survey()
    {
        var rows = new ClinicRows().Clinic("A", "Asia/Tokyo", "JPY").Clinic("B");
        rows.Payment(PaymentKind.Session, "2026-06-02", 50_000, 4_545, clinic: "A").Payment(PaymentKind.Refund, "2026-06-03", -10_000, -909, clinic: "A").Payment(PaymentKind.Session, "2026-05-03", 120.50m, 20, clinic: "B");
        var network = Of(rows.Data());
        Assert.Equal([("JPY", 40_000m, 0m), ("GBP", 0m, 120.50m)], network.Clinics.SelectMany(c => c.Takings.Select(t => (t.Currency, t.Takings.Now.Received, t.Takings.LastMonth.Received))));
        Assert.All(network.Watched.Values, w => Assert.DoesNotContain(w, s => s.Series.Measure == WatchedMeasures.Satisfied || s.Series.Measure == WatchedMeasures.ResponseRate));
        Assert.Null(network.Funnel);
        Assert.Throws<ArgumentException>(() => NetworkMonth.Of(new ClinicRows().Data(), June));
    }
}
