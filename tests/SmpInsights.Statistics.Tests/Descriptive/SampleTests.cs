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
}
