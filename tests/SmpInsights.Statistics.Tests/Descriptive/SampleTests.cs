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
}
