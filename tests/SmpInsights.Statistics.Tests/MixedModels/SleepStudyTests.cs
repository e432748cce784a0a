using System.Globalization;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>
/// 18 subjects, reaction time (ms) on days 0 to 9 of sleep deprivation: Belenky et al. 2003, as in lme4. The published fit is in
/// Bates et al. 2015, J Stat Softw 67(1), section 5.2; the longer digits are those of lme4 1.1-31.
/// </summary>
public class SleepStudyTests
{
    private static readonly UnitSums[] Subjects = ReferenceFiles.Table("sleepstudy/assessments.csv")
        .GroupBy(row => row["treatment_id"], StringComparer.Ordinal)
        .Select(rows => UnitSums.Of(
            rows.Select((_, day) => (double)day).ToArray(),
            rows.Select(row => double.Parse(row["contrast"], CultureInfo.InvariantCulture)).ToArray()))
        .ToArray();

    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    [Fact]
    public void Reaction_time_agrees_with_the_published_fit()
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit(Subjects, new int[18], Line)!;

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
}
