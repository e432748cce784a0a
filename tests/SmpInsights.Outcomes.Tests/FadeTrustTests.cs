using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.Outcomes.Tests;

public sealed class FadeTrustTests
{
    private static readonly int[] Days = [90, 300, 550, 800, 1000];

    /// <summary>Twenty clients by formula; one reading of one of them lies far too low.</summary>
    private static FadeTrust Trust(double bend, double outlier)
    {
        var rows = new ClinicRows();
        for (var i = 0; i < 20; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"T{i:00}");
            rows.Treatment(id, "2022-12-01", "2023-01-01");
            foreach (var (j, day) in Days.Index())
            {
                var t = day / 365.25;
                var y = 2.5 + (0.1 * Math.Sin(i * 1.7)) - ((0.2 + (0.02 * Math.Cos(i * 2.3))) * t) + (bend * t * t) + (0.03 * Math.Sin((i * 5) + (j * 11))) - (i == 7 && j == 2 ? outlier : 0);
                rows.Reading(string.Create(CultureInfo.InvariantCulture, $"{id}-{j}"), id, ClinicRows.Day("2023-01-29").AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Math.Exp(y));
            }
        }

        return FadeTrust.Of(FadeEstimate.Of([.. FadeUnits.Of(TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2026-06-30"))).Units])!.Model);
    }

    // lme4 1.1-31: f <- lmer(y ~ t + (t | unit)); sum(abs(residuals(f)) > 3 * sigma(f)); g <- lmer(y ~ t + I(t^2) + (t | unit)); 2 * pt(-abs(its t value), 19); both singular
    [Fact]
    public void A_bend_and_a_stray_reading_agree_with_lme4()
    {
        var trust = Trust(bend: 0.02, outlier: 0.3);
        Assert.Equal((100, 1), (trust.Readings, trust.Beyond));
        Assert.Equal(0.01, trust.BeyondShare, 12);
        Assert.Equal(0.0263867294019, trust.Curvature!.Coefficient, 1e-6);
        Assert.Equal(0.0061471370034, trust.Curvature.StandardError, 1e-6);
        Assert.Equal(1, trust.Curvature.P / 0.000393015904519, 1e-2);
    }

    [Fact]
    public void Straight_lines_without_strays_raise_no_doubt()
    {
        var trust = Trust(bend: 0, outlier: 0);
        Assert.Equal(0, trust.Beyond);
        Assert.True(Math.Abs(trust.Curvature!.Coefficient) < 0.01);
    }
}
