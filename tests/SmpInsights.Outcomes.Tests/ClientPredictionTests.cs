using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.Outcomes.Tests;

public sealed class ClientPredictionTests
{
    private static ClientPrediction Prediction(double slope, double error) =>
        new(new FadeUnit(new Course(0, 0, 0, 0, 0, ClinicRows.Day("2024-01-01"), null, []), 0, ClinicRows.Day("2024-01-01"), default, default), slope, error, 30);

    [Fact]
    public void A_slope_of_a_fifth_crosses_60_percent_933_days_after_healing()
    {
        // -ln 0.6 / 0.2 = 2.55413 years = 932.9 days; t(0.90, 30) = 1.310415, so the limits are -0.1 and -0.3 at an error of 0.1 / 1.310415
        var p = Prediction(-0.2, 0.1 / 1.31041502528);
        var healed = ClinicRows.Day("2024-01-29");
        Assert.Equal(1 - Math.Exp(-0.2), p.FadePerYear, 12);
        Assert.Equal(1 - Math.Exp(-0.1), p.FadePerYearLower, 9);
        Assert.Equal(1 - Math.Exp(-0.3), p.FadePerYearUpper, 9);
        Assert.Equal(healed.AddDays(933), p.CrossesOn);
        Assert.Equal(healed.AddDays(622), p.CrossesEarliest);
        Assert.Equal(healed.AddDays(1866), p.CrossesLatest);
    }

    [Fact]
    public void Where_a_slope_or_a_limit_is_not_negative_contrast_never_crosses()
    {
        var uncertain = Prediction(-0.1, 0.1);
        Assert.NotNull(uncertain.CrossesOn);
        Assert.NotNull(uncertain.CrossesEarliest);
        Assert.Null(uncertain.CrossesLatest);
        Assert.True(uncertain.FadePerYearLower < 0);
        Assert.Null(Prediction(0.1, 0.01).CrossesOn);
        Assert.Null(Prediction(0.1, 0.01).CrossesEarliest);
        Assert.Null(Prediction(0, 0).CrossesOn);
    }

    [Fact]
    public void A_crossing_beyond_the_calendar_is_none() => Assert.Null(Prediction(-1e-9, 1e-12).CrossesOn);

    [Fact]
    public void Each_client_lies_between_their_own_line_and_that_of_all()
    {
        var rows = new ClinicRows();
        double[] own = [.. Enumerable.Range(0, 15).Select(i => -0.1 - (0.02 * i))];
        for (var i = 0; i < own.Length; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2022-12-01", "2023-01-01");
            foreach (var (j, day) in new[] { 30, 200, 400, 600, 800 }.Index())
                rows.Reading(id + j.ToString(CultureInfo.InvariantCulture), id, ClinicRows.Day("2023-01-29").AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 12 * Math.Exp((own[i] * day / 365.25) + (j % 2 == 0 ? 0.04 : -0.06)));
        }

        var units = FadeUnits.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30"))).Units;
        var estimate = FadeEstimate.Of([.. units])!;
        var predictions = ClientPrediction.Of(estimate.Model);
        Assert.Equal(15, predictions.Count);
        Assert.Equal(14, predictions[0].DegreesOfFreedom);
        Assert.Equal(estimate.Slope, predictions.Average(p => p.Slope), 1e-9); // the same days for all: departures cancel
        Assert.Equal(predictions.Select(p => p.Slope).OrderDescending(), predictions.Select(p => p.Slope));
        foreach (var p in predictions)
        {
            var s = p.Unit.Sums;
            var line = ((s.Count * s.SumTY) - (s.SumT * s.SumY)) / ((s.Count * s.SumTT) - (s.SumT * s.SumT));
            Assert.InRange(p.Slope, Math.Min(line, estimate.Slope) - 1e-12, Math.Max(line, estimate.Slope) + 1e-12);
            Assert.True(p.SlopeStandardError > 0 && p.CrossesEarliest <= p.CrossesOn);
        }
    }

    [Fact]
    public void An_epoch_after_a_touch_up_starts_on_its_day()
    {
        var rows = new ClinicRows().Treatment("T", "2022-12-01", "2023-01-01").TouchUp("U", "T", "2024-06-01").Reading("A1", "T", "2024-08-01", 10).Reading("A2", "T", "2025-08-01", 9).Reading("A3", "T", "2023-08-01", 9).Reading("A4", "T", "2023-09-01", 9);
        var units = FadeUnits.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30"))).Units;
        Assert.Equal([ClinicRows.Day("2023-01-01"), ClinicRows.Day("2024-06-01")], units.Select(u => u.StartedOn));
    }
}
