using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>Twelve units read at t = 0, 0.5, 1.25, 2.5 that differ far more than their readings scatter. Values of lme4 1.1-31: lmer(y ~ t + (t | u)).</summary>
public class NearlyNoiseFreeTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];
    private static readonly double[] Times = [0, 0.5, 1.25, 2.5];
    private static readonly double[] Intercepts = [3.142, 3.377, 2.951, 3.208, 3.464, 3.019, 2.884, 3.251, 3.106, 3.333, 2.997, 3.188];
    private static readonly double[] Slopes = [-0.21, -0.264, -0.148, -0.197, -0.305, -0.171, -0.129, -0.243, -0.188, -0.222, -0.24, -0.163];
    private static readonly int[] Scatter =
    [
        3, -7, 5, 1, -2, 8, -4, 0, 6, -9, 2, 4, -5, 7, -1, -6, 9, -3, 5, -8, 1, 4, -2, -7,
        6, 3, -4, 8, -6, 0, 2, -5, 7, -1, -3, 9, -8, 4, 1, -6, 5, -2, 3, -9, 7, 0, -4, 6,
    ];

    // At 1e-6 (entries of L up to 1.5e5) lme4 itself stops short of the optimum, so its variances are a per cent off.
    [Theory]
    [InlineData(1e-2, -156.9431224340, 0.178428607264, 0.0534919631141, -0.797897032998, 0.0123008055328, 1e-4)]
    [InlineData(1e-4, -379.6682345060, 0.178465194845, 0.051131132641, -0.805757801165, 0.000123008123049, 1e-4)]
    [InlineData(1e-6, -600.7297437936, 0.180289832978, 0.0514203995945, -0.808825725181, 1.22484709498e-06, 2e-2)]
    public void Criterion_is_no_higher_than_that_of_lme4(
        double scatter, double criterion, double sdIntercept, double sdSlope, double correlation, double sdResidual, double tolerance)
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit([.. Responses(scatter).Select(y => UnitSums.Of(Times, y))], new int[12], Line)!;
        Assert.InRange(fit.RemlCriterion, double.MinValue, criterion + 1e-5);
        Near.Equal(sdIntercept, fit.SdIntercept, tolerance);
        Near.Equal(sdSlope, fit.SdSlope, tolerance);
        Near.Equal(correlation, fit.Correlation, tolerance);
        Near.Equal(sdResidual, fit.SdResidual, tolerance);
    }

    // The lines of units without scatter are the units themselves; what is left is the covariance of twelve known pairs.
    [Theory]
    [InlineData(1e-3, 1e-2)]
    [InlineData(1e-6, 1e-5)]
    [InlineData(1e-8, 1e-5)]
    [InlineData(1e-10, 1e-4)]
    public void As_scatter_vanishes_the_units_own_lines_remain(double scatter, double tolerance)
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit([.. Responses(scatter).Select(y => UnitSums.Of(Times, y))], new int[12], Line)!;
        Near.Equal(Sd(Intercepts), fit.SdIntercept, tolerance);
        Near.Equal(Sd(Slopes), fit.SdSlope, tolerance);
        Near.Equal(Intercepts.Average(), fit.Coefficients[0], tolerance);
        Near.Equal(Slopes.Average(), fit.Coefficients[1], tolerance);
        Near.Equal(ScatterAboutLines() * scatter, fit.SdResidual, tolerance);
        Assert.False(fit.IsBoundary);
    }

    [Fact]
    public void Readings_added_one_by_one_or_in_parts_give_the_same_fit()
    {
        double[][] responses = Responses(1e-6);
        RandomSlopeFit whole = RandomSlopeModel.Fit([.. responses.Select(y => UnitSums.Of(Times, y))], new int[12], Line)!;
        UnitSums[] one = [.. responses.Select(y => Times.Zip(y).Aggregate(default(UnitSums), (sums, next) => sums.Add(next.First, next.Second)))];
        UnitSums[] two = [.. responses.Select(y => UnitSums.Of(Times[..2], y[..2]).Add(UnitSums.Of(Times[2..], y[2..])))];
        foreach (UnitSums[] units in new[] { one, two })
            Assert.Equal(whole.RemlCriterion, RandomSlopeModel.Fit(units, new int[12], Line)!.RemlCriterion, 1e-6);
    }

    [Fact]
    public void Raw_sums_do_as_well_where_the_scatter_is_not_below_their_last_digits()
    {
        UnitSums[] units = [.. Responses(1e-2).Select(y => UnitSums.Of(Times, y))];
        UnitSums[] raw = [.. units.Select(u => new UnitSums(u.Count, u.SumT, u.SumTT, u.SumY, u.SumTY, u.SumYY))];
        Assert.Equal(RandomSlopeModel.Fit(units, new int[12], Line)!.RemlCriterion, RandomSlopeModel.Fit(raw, new int[12], Line)!.RemlCriterion, 1e-8);
    }

    [Fact]
    public void Logs_of_the_largest_and_smallest_numbers_give_numbers_or_nothing() => Properties.Hold<byte, byte>((place, steep) =>
    {
        var random = new Random(256 * place + steep);
        UnitSums[] units = [.. Enumerable.Range(0, 6).Select(_ =>
        {
            double[] times = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Math.Pow(10, place % 9 - 4) * random.NextDouble())];
            double slope = Math.Pow(10, steep % 20 - 5) * random.NextDouble();
            return UnitSums.Of(times, [.. times.Select(t => (place - 128) * 5.4 + slope * t + Math.Pow(10, -steep % 16) * random.NextDouble())]);
        })];
        RandomSlopeFit? fit = RandomSlopeModel.Fit(units, new int[6], Line);
        return fit is null || (fit.Coefficients.Concat(fit.Covariance.Cast<double>()).All(double.IsFinite) && double.IsFinite(fit.RemlCriterion)
            && double.IsFinite(fit.SdIntercept) && double.IsFinite(fit.SdSlope) && double.IsFinite(fit.SdResidual));
    });

    private static double[][] Responses(double scatter) =>
        [.. Intercepts.Select((a, u) => Times.Select((t, j) => a + Slopes[u] * t + scatter * Scatter[4 * u + j] / 5).ToArray())];

    private static double Sd(double[] values) => Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1));

    private static double ScatterAboutLines()
    {
        double mean = Times.Average();
        double spread = Times.Sum(t => (t - mean) * (t - mean));
        double squares = 0;
        for (int u = 0; u < 12; u++)
        {
            double[] e = [.. Scatter[(4 * u)..(4 * u + 4)].Select(i => i / 5.0)];
            double slope = Times.Zip(e).Sum(pair => (pair.First - mean) * pair.Second) / spread;
            squares += Times.Zip(e).Sum(pair => Math.Pow(pair.Second - e.Average() - slope * (pair.First - mean), 2));
        }
        return Math.Sqrt(squares / 24);
    }
}
