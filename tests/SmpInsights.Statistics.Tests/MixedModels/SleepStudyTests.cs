using System.Globalization;
using System.Text.Json;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>
/// 18 subjects, reaction time (ms) on days 0 to 9 of sleep deprivation: Belenky et al. 2003, as in lme4. The published fit is in
/// Bates et al. 2015, J Stat Softw 67(1), section 5.2; the longer digits are those of lme4 1.1-31.
/// </summary>
public class SleepStudyTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    [Fact]
    public void Reaction_time_agrees_with_the_published_fit()
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit(Sums((_, day) => day, y => y), new int[18], Line)!;

        Assert.Equal(18, fit.Units);
        Assert.Equal(180, fit.Readings);
        Assert.False(fit.IsBoundary);
        Assert.Equal(1743.628, fit.RemlCriterion, 0.0005);
        Assert.Equal(24.74, fit.SdIntercept, 0.005);
        Assert.Equal(5.92, fit.SdSlope, 0.005);
        Assert.Equal(0.066, fit.Correlation!.Value, 0.0005);
        Assert.Equal(25.59, fit.SdResidual, 0.005);
        Assert.Equal(251.405, fit.Coefficients[0], 0.0005);
        Assert.Equal(10.467, fit.Coefficients[1], 0.0005);
        Assert.Equal(6.825, Math.Sqrt(fit.Covariance[0, 0]), 0.0005);
        Assert.Equal(1.546, Math.Sqrt(fit.Covariance[1, 1]), 0.0005);
    }

    // lme4 1.1-31: lmer(Reaction ~ Days + (Days | Subject), sleepstudy), bobyqa with rhoend 1e-11
    [Fact]
    public void Reaction_time_agrees_with_lme4()
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit(Sums((_, day) => day, y => y), new int[18], Line)!;
        Assert.Equal(1743.62827195849, fit.RemlCriterion, 1e-8);
        Near.Equal(251.405104848486, fit.Coefficients[0], 1e-9);
        Near.Equal(10.467285959596, fit.Coefficients[1], 1e-9);
        Near.Equal(46.57456154350, fit.Covariance[0, 0], 1e-6);
        Near.Equal(-1.45109562721, fit.Covariance[0, 1], 1e-6);
        Near.Equal(2.38946342362, fit.Covariance[1, 1], 1e-6);
        Near.Equal(24.7404476166998, fit.SdIntercept, 1e-6);
        Near.Equal(5.92213325957914, fit.SdSlope, 1e-6);
        Near.Equal(0.0655513428534642, fit.Correlation, 1e-5);
        Near.Equal(25.5918158926241, fit.SdResidual, 1e-6);
    }

    [Fact]
    public void The_logarithm_over_calendar_time_agrees_with_the_reference_file()
    {
        JsonElement expected = JsonDocument.Parse(ReferenceFiles.Text("sleepstudy.json")).RootElement.GetProperty("fade").GetProperty("all");
        RandomSlopeFit fit = RandomSlopeModel.Fit(Sums((date, _) => (date.DayNumber - new DateOnly(2000, 1, 29).DayNumber) / 365.25, Math.Log), new int[18], Line)!;

        Assert.True(fit.RemlCriterion <= Number("reml_criterion") + 1e-5);
        Near.Equal(Number("reml_criterion"), fit.RemlCriterion, 1e-9);
        Near.Equal(Number("slope"), fit.Coefficients[1], 1e-8);
        Near.Equal(Number("slope_std_error"), Math.Sqrt(fit.Covariance[1, 1]), 1e-6);
        Near.Equal(Number("sd_intercept"), fit.SdIntercept, 1e-5);
        Near.Equal(Number("sd_slope"), fit.SdSlope, 1e-5);
        Near.Equal(Number("correlation"), fit.Correlation, 1e-4);
        Near.Equal(Number("sd_residual"), fit.SdResidual, 1e-6);

        double Number(string name) => expected.GetProperty(name).GetDouble();
    }

    private static UnitSums[] Sums(Func<DateOnly, int, double> time, Func<double, double> response) => ReferenceFiles.Table("sleepstudy/assessments.csv")
        .GroupBy(row => row["treatment_id"], StringComparer.Ordinal)
        .Select(rows => UnitSums.Of(
            rows.Select((row, day) => time(DateOnly.ParseExact(row["assessed_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture), day)).ToArray(),
            rows.Select(row => response(double.Parse(row["contrast"], CultureInfo.InvariantCulture))).ToArray()))
        .ToArray();
}
