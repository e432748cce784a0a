using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Tests.Forecast;

public sealed class TouchUpForecastTests
{
    private static readonly DateOnly AsOf = SimulatedClinic.AsOf;

    [Fact]
    public void Intervals_lie_within_each_other_and_grow_with_the_horizon() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(15).WithQuietOnSuccess(true), Prop.ForAll(ArbMap.Default.ArbFor<byte>(), seed =>
    {
        var forecast = Forecast(SimulatedClinic.Of(seed, 150, (FailureTimeDistribution)(seed % 3)), new ForecastDraws(seed, 300));
        var clinic = forecast.Clinics[0];
        var recall = RecallList.Of(forecast);
        return clinic.Horizons.All(h => h.Range95.Lower <= h.Range80.Lower && h.Range80.Holds(h.Count.Quantile(0.5)) && h.Range80.Upper <= h.Range95.Upper && h.Range95.Upper <= clinic.AtRisk.Count)
            && clinic.Horizons.Zip(clinic.Horizons.Skip(1)).All(p => p.First.Expected <= p.Second.Expected)
            && recall.Count == clinic.AtRisk.Count
            && recall.All(r => r.ChanceIn3Months >= 0 && r.ChanceIn3Months <= r.ChanceIn6Months && r.ChanceIn6Months <= r.ChanceIn12Months && r.ChanceIn12Months <= 1)
            && recall.All(r => r.PredictedOn is null || r.PredictedOn > AsOf)
            && recall.Zip(recall.Skip(1)).All(p => p.First.ChanceIn6Months >= p.Second.ChanceIn6Months)
            && (clinic.Horizons.Count == 0 || Math.Abs(clinic.Horizons[2].Expected - recall.Sum(r => r.ChanceIn12Months)) < 0.15 * clinic.AtRisk.Count);
    }));

    [Fact]
    public void A_chance_next_to_nothing_does_not_fall_with_the_horizon()
    {
        const byte Seed = 192; // of one client 1.33958E-13 in six months and 1.33955E-13 in twelve, by their integrals
        var recall = RecallList.Of(Forecast(SimulatedClinic.Of(Seed, 150, (FailureTimeDistribution)(Seed % 3))));

        Assert.Contains(recall, r => r.ChanceIn12Months < 1e-12);
        Assert.All(recall, r => Assert.True(r.ChanceIn3Months <= r.ChanceIn6Months && r.ChanceIn6Months <= r.ChanceIn12Months, r.Treatment));
    }

    [Fact]
    public void The_same_rows_and_seed_give_the_same_numbers_and_another_seed_nearly()
    {
        var data = SimulatedClinic.Of(1, 300, FailureTimeDistribution.Weibull);
        var (one, again, other) = (Forecast(data).Clinics[0], Forecast(data).Clinics[0], Forecast(data, new ForecastDraws(2)).Clinics[0]);
        Assert.Equal(one.Horizons.Select(h => (h.Expected, h.Range80, h.Range95)), again.Horizons.Select(h => (h.Expected, h.Range80, h.Range95)));
        Assert.NotEqual(one.Horizons[2].Expected, other.Horizons[2].Expected);
        Assert.Equal(one.Horizons[2].Expected, other.Horizons[2].Expected, 0.05 * one.Horizons[2].Expected);
    }

    [Fact]
    public void A_clinic_is_forecast_alike_alone_and_among_others()
    {
        var rows = new ClinicRows();
        Touched(rows, 30, "A", 700);
        var alone = Forecast(rows.Data()).Clinics[0];
        Touched(rows, 40, "B", 200);
        var both = Forecast(rows.Data());
        Assert.Equal(["A", "B"], both.Clinics.Select(c => c.Clinic));
        Assert.Equal(alone.Horizons.Select(h => (h.Expected, h.Range95)), both.Clinics[0].Horizons.Select(h => (h.Expected, h.Range95)));
        Assert.NotEqual(alone.Horizons[0].Expected, both.Clinics[1].Horizons[0].Expected);
    }

    [Fact]
    public void With_19_touch_ups_there_is_no_forecast_and_with_20_there_is()
    {
        var rows = new ClinicRows();
        Touched(rows, 19, "C", 500);
        var early = Forecast(rows.Data());
        Assert.Equal(19, early.Clinics[0].Events);
        Assert.Empty(early.Clinics[0].Horizons);
        Assert.Empty(RecallList.Of(early));
        Touched(rows, 20, "C", 500);
        Assert.Equal(3, Forecast(rows.Data()).Clinics[0].Horizons.Count);
    }

    [Fact]
    public void Who_was_touched_up_is_left_out_and_counted_until_there_are_20_later_touch_ups()
    {
        var rows = new ClinicRows();
        Touched(rows, 30, "C", 500);
        var clinic = Forecast(rows.Data()).Clinics[0];
        Assert.Equal((30, 20), (clinic.LeftOut, clinic.AtRisk.Count));
        Assert.All(clinic.AtRisk, s => Assert.Empty(s.Course.TouchUps));

        for (var i = 0; i < 20; i++)
            rows.TouchUp(string.Create(CultureInfo.InvariantCulture, $"V{i:00}"), Id("C", i), Iso(ClinicRows.Day("2020-01-01").AddDays((7 * i) + 500 + (17 * i % 50) + 200 + (5 * i))));
        var later = Forecast(rows.Data());
        Assert.Equal((0, 50), (later.Clinics[0].LeftOut, later.Clinics[0].AtRisk.Count));
        Assert.Contains(RecallList.Of(later), r => r.Epoch == 2);
    }

    [Fact]
    public void Ended_and_touched_up_treatments_are_not_at_risk_and_levels_without_touch_ups_count_as_the_reference()
    {
        var rows = new ClinicRows();
        Touched(rows, 30, "C", 500);
        rows.Treatment("X1", "2023-01-01", "2023-01-01", ended: "2024-06-30", reason: EndReason.Moved)
            .Treatment("X2", "2023-01-01", "2023-01-01", technique: "new", ended: "2024-07-01", reason: EndReason.Moved)
            .Treatment("X3", "2023-01-01", "2023-01-01")
            .Treatment("X4", "2024-06-30", "2024-06-30");
        var recall = RecallList.Of(Forecast(rows.Data())).ToDictionary(r => r.Treatment, StringComparer.Ordinal);
        Assert.DoesNotContain("X1", recall.Keys);
        Assert.Equal(recall["X3"].ChanceIn12Months, recall["X2"].ChanceIn12Months);
        Assert.Equal("new", recall["X2"].Technique);
        Assert.InRange(recall["X4"].ChanceIn12Months, 0, recall["X3"].ChanceIn12Months);
        Assert.Equal(ClinicRows.Day("2023-01-01"), recall["X3"].LastContactOn);
    }

    [Fact]
    public void Revenue_is_the_count_at_the_clinics_own_median_paid_touch_up()
    {
        var rows = new ClinicRows();
        Touched(rows, 30, "A", 500);
        Assert.Null(Forecast(rows.Data()).Clinics[0].Horizons[0].ExpectedRevenue);
        rows.Payment(PaymentKind.TouchUp, "2024-01-01", 150.05m, clinic: "A").Payment(PaymentKind.TouchUp, "2024-01-01", 999, clinic: "B").Payment(PaymentKind.TouchUp, "2024-07-01", 888, clinic: "A");
        var h = Forecast(rows.Data()).Clinics[0].Horizons[2];
        Assert.Equal(150.05m, h.Price);
        Assert.Equal(decimal.Round((decimal)h.Expected * 150.05m, 2), h.ExpectedRevenue);
        Assert.Equal(h.Range80.Upper * 150.05m, h.Revenue(h.Range80.Upper));
    }

    [Fact]
    public void Techniques_have_columns_of_their_own_only_with_5_touch_ups_and_one_column_for_every_10()
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 29; i++)
        {
            var id = Id("C", i);
            rows.Treatment(id, "2020-01-01", "2020-01-01", technique: i < 4 ? "rare" : i < 16 ? "b" : "a").SunExposure("client-" + id, (i % 3) switch { 0 => "low", 1 => "medium", _ => "high" });
            rows.TouchUp("U" + id, id, Iso(ClinicRows.Day("2020-01-01").AddDays(300 + (13 * i))));
        }

        var model = Forecast(rows.Data()).Clinics[0].First!;
        Assert.Equal(["technique=b", "sun_exposure=medium"], model.Design.Columns.Select(c => $"{c.Factor}={c.Level}"));
        Assert.Null(model.Other);
    }

    [Fact]
    public void A_backtest_counts_what_came_and_looks_at_nothing_later()
    {
        var data = SimulatedClinic.Of(3, 200, FailureTimeDistribution.Loglogistic);
        DateOnly[] days = [AsOf.AddMonths(-6), AsOf, AsOf.AddMonths(8)];
        var backtest = Backtest.Of(data, days, AsOf.AddYears(1), new ForecastDraws(1, 200));

        // The last forecast knows its first horizon only.
        Assert.Equal((7, 2, 0), (backtest.Judged.Count, backtest.Waiting, backtest.WithoutForecast));
        var half = backtest.Judged.Single(j => j.AsOf == AsOf && j.Horizon.Months == 6);
        var t = data.Treatments;
        var came = Enumerable.Range(0, data.TouchUps.Count).Count(u => data.TouchUps.Reason[u] == TouchUpReason.Fade && data.TouchUps.PerformedOn[u] > AsOf && data.TouchUps.PerformedOn[u] <= AsOf.AddMonths(6) && t.CompletedOn[data.TouchUps.Treatment[u]] <= AsOf);
        Assert.Equal(came, half.Actual);
        var then = TouchUpForecast.Of(TreatmentCourses.Of(data, AsOf), new ForecastDraws(1, 200)).Clinics[0].Horizons[1];
        Assert.Equal((then.Expected, then.Range95), (half.Horizon.Expected, half.Horizon.Range95));
        Assert.Equal(backtest.Judged.Count(j => j.Horizon.Months == 3), backtest.Horizons[0].Tenths.Sum());
        Assert.Throws<ArgumentException>(() => Backtest.Of(data, [AsOf], AsOf.AddDays(-1)));

        var nothing = Backtest.Of(data, [AsOf.AddYears(-9)], AsOf.AddYears(1));
        Assert.Equal((0, 1), (nothing.Judged.Count, nothing.WithoutForecast));
        Assert.Null(nothing.Horizons[0].Transform80);
    }

    private static TouchUpForecast Forecast(ClinicData data, ForecastDraws? draws = null) => TouchUpForecast.Of(TreatmentCourses.Of(data, AsOf), draws);

    /// <summary>So many treatments with a touch-up at about an age in days, and 20 more without.</summary>
    private static void Touched(ClinicRows rows, int count, string clinic, int days)
    {
        for (var i = 0; i < count; i++)
        {
            var completed = ClinicRows.Day("2020-01-01").AddDays(7 * i);
            rows.Treatment(Id(clinic, i), Iso(completed), Iso(completed), clinic: clinic).TouchUp("U" + Id(clinic, i), Id(clinic, i), Iso(completed.AddDays(days + (17 * i % 50))));
        }

        for (var i = 0; i < 20; i++)
        {
            var completed = AsOf.AddDays(-40 * i);
            rows.Treatment(Id(clinic, 100 + i), Iso(completed), Iso(completed), clinic: clinic);
        }
    }

    private static string Id(string clinic, int i) => string.Create(CultureInfo.InvariantCulture, $"{clinic}{i:000}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
