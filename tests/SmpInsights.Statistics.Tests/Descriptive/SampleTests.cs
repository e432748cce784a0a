using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Statistics.Tests.Descriptive;

public class SampleTests
{
    [Fact]
    public void Five_values_by_hand()
    {
        double[] values = [2, 4, 4, 1, 9];
        Assert.Equal(4, Sample.Mean(values));
        Near.Equal(Math.Sqrt(38.0 / 4), Sample.StandardDeviation(values));
        Assert.Equal(4, Sample.Median(values));
        Assert.Equal([2, 4, 4, 1, 9], values);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two() => Assert.Equal(3, Sample.Median([4, 9, 2, 1]));

    [Fact]
    public void Spread_survives_a_large_mean() => Near.Equal(1, Sample.StandardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3]));

    [Fact]
    public void No_value_has_no_summary()
    {
        Assert.Null(Sample.Mean([]));
        Assert.Null(Sample.Median([]));
        Assert.Null(Sample.StandardDeviation([3]));
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sample.Mean([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Sample.Median([double.PositiveInfinity]));
    }

    [Fact]
    public void The_largest_numbers_there_are_give_numbers_or_nothing()
    {
        Near.Equal(1.5e308, Sample.Mean([1.3e308, 1.7e308]), 1e-14);
        Assert.Null(Sample.StandardDeviation([-1.7e308, 1.7e308]));
        Near.Equal(Math.Sqrt(2) * 1e200, Sample.StandardDeviation([-1e200, 1e200]), 1e-14);
        Assert.Equal(0, Sample.Median([-1.7e308, 1.7e308]));
    }

    // R 4.2: quantile(c(2, 4, 4, 1, 9), c(0, 0.1, 0.25, 0.9, 1))
    [Fact]
    public void Quantiles_as_R_has_them()
    {
        double[] values = [2, 4, 4, 1, 9];
        double[] expected = [1, 1.4, 2, 7, 9];
        double[] shares = [0, 0.1, 0.25, 0.9, 1];
        for (int i = 0; i < expected.Length; i++)
            Near.Equal(expected[i], Sample.Quantile(values, shares[i]), 1e-15);
        Assert.Null(Sample.Quantile([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Quantile([1], 1.1));
    }

    [Fact]
    public void The_half_quantile_is_the_median() => Properties.Hold((int[] values) =>
    {
        double[] sample = Array.ConvertAll(values, v => (double)v);
        return values.Length == 0 || Math.Abs(Sample.Quantile(sample, 0.5)!.Value - Sample.Median(sample)!.Value) < 1e-6;
    });

    [Fact]
    public void Order_does_not_matter_a_shift_moves_the_centre_and_a_scale_the_spread() => Properties.Hold<int[]>(numbers =>
    {
        double[] values = [.. numbers.Select(n => n / 16.0)];
        double[] other = [.. values.Reverse().Select(v => 4 * v + 128)];
        return Same(4 * Sample.Mean(values) + 128, Sample.Mean(other)) && 4 * Sample.Median(values) + 128 == Sample.Median(other) && Same(4 * Sample.StandardDeviation(values), Sample.StandardDeviation(other))
            && (values.Length == 0 || (Sample.Median(values) >= values.Min() && Sample.Median(values) <= values.Max() && Sample.StandardDeviation(values) is null or >= 0));

        static bool Same(double? a, double? b) => a is null ? b is null : Math.Abs(a.Value - b!.Value) <= 1e-12 * (1 + Math.Abs(a.Value));
    });
}
