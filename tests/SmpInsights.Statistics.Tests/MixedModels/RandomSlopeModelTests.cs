using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

public class RandomSlopeModelTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    [Fact]
    public void Few_readings_are_not_estimable() =>
        Assert.Null(RandomSlopeModel.Fit([UnitSums.Of([0, 1], [1, 2]), UnitSums.Of([0, 1], [2, 2.5])], [0, 0], Line));

    [Fact]
    public void One_unit_is_not_estimable() =>
        Assert.Null(RandomSlopeModel.Fit([UnitSums.Of([0, 1, 2, 3], [1, 2, 1, 3])], [0], Line));

    [Fact]
    public void Nothing_is_not_estimable() => Assert.Null(RandomSlopeModel.Fit([], [], Line));

    [Fact]
    public void Readings_all_at_one_time_are_not_estimable() =>
        Assert.Null(RandomSlopeModel.Fit([UnitSums.Of([1, 1, 1], [1, 2, 1]), UnitSums.Of([1, 1, 1], [2, 3, 2.5])], [0, 0], Line));

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    public void Readings_exactly_on_lines_are_not_estimable(double difference)
    {
        double[] times = [0.1, 0.9, 1.7, 2.3];
        UnitSums[] units = [.. Enumerable.Range(0, 6).Select(i => UnitSums.Of(times, [.. times.Select(t => 3 - (0.2 + difference * i) * t + difference * i)]))];
        Assert.Null(RandomSlopeModel.Fit(units, new int[6], Line));
    }

    [Fact]
    public void A_column_that_others_make_up_is_not_estimable()
    {
        var data = new SimulatedUnits(5, 20, 0.2, 0.06);
        Assert.Null(RandomSlopeModel.Fit(data.Sums(), data.Level, [new([1, 1, 0], [1]), new([1, 0, 1], [1])]));
        Assert.Null(RandomSlopeModel.Fit(data.Sums(), data.Level, [new([1, 0], [1]), new([1, 0], [1])]));
    }

    [Fact]
    public void Rounding_does_not_hide_a_dependent_column()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var data = new SimulatedUnits(seed, 20, 0.2, 0.06, firstTime: 3);
            int[] pattern = [.. Enumerable.Range(0, 20).Select(i => i % 4)];
            RandomSlopePattern[] patterns = [.. new[] { (0.1, 0.7), (1.3, 0.2), (0.4, 2.9), (5.1, 1.1) }
                .Select(c => new RandomSlopePattern([1, c.Item1, c.Item2, 0.3 + 0.1 * c.Item1 - 0.7 * c.Item2], [1]))];
            Assert.Null(RandomSlopeModel.Fit(data.Sums(), pattern, patterns));
        }
    }

    [Fact]
    public void Units_without_readings_are_passed_over()
    {
        var data = new SimulatedUnits(6, 20, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit([default, .. data.Sums()], [1, .. data.Level], SimulatedUnits.Patterns)!;
        Assert.Equal(20, fit.Units);
        Assert.Equal(RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!.RemlCriterion, fit.RemlCriterion, 1e-9);
    }

    // Readings at one time tell of u + v t only; such a unit has a singular cross product.
    [Fact]
    public void A_unit_read_at_one_time_only_is_used()
    {
        var data = new SimulatedUnits(7, 20, 0.2, 0.06);
        RandomSlopeFit without = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit with = RandomSlopeModel.Fit([.. data.Sums(), UnitSums.Of([0.5, 0.5], [2, 2.1])], [.. data.Level, 0], SimulatedUnits.Patterns)!;
        Assert.Equal(without.Readings + 2, with.Readings);
        Assert.True(with.Covariance[0, 0] < without.Covariance[0, 0] * 1.1);
    }

    [Fact]
    public void Malformed_input_is_refused()
    {
        UnitSums unit = UnitSums.Of([0, 1], [1, 2]);
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [0, 0], Line));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [1], Line));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [0], []));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [0], [new([], [])]));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [0], [new([1], [1]), new([1, 0], [1])]));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([unit], [0], [new([double.NaN], [1])]));
        Assert.Throws<ArgumentException>(() => RandomSlopeModel.Fit([new UnitSums(2, 1, 1, double.NaN, 2, 5)], [0], Line));
        Assert.Throws<ArgumentException>(() => UnitSums.Of([1], [1, 2]));
    }

    [Fact]
    public void Sums_of_parts_add_up_to_the_whole()
    {
        UnitSums whole = UnitSums.Of([1, 2, 4], [3, 5, 7]);
        Assert.Equal(new UnitSums(3, 7, 21, 15, 41, 83), whole);
        Assert.Equal(whole, UnitSums.Of([1], [3]).Add(UnitSums.Of([2, 4], [5, 7])));
        Assert.Equal(whole, UnitSums.Of([1, 2], [3, 5]).Add(4, 7));
    }

    [Fact]
    public void The_order_of_the_units_does_not_matter() => Properties.Hold<byte>(seed =>
    {
        var data = new SimulatedUnits(seed, 25, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit turned = RandomSlopeModel.Fit([.. data.Sums().Reverse()], [.. data.Level.Reverse()], SimulatedUnits.Patterns)!;
        return Close(fit.RemlCriterion, turned.RemlCriterion, 1e-8) && Close(fit.Coefficients[2], turned.Coefficients[2], 1e-6)
            && Close(fit.SdSlope, turned.SdSlope, 1e-4);
    });

    [Fact]
    public void Another_unit_or_origin_of_time_and_response_carries_through() => Properties.Hold<byte>(seed =>
    {
        var data = new SimulatedUnits(seed, 25, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit days = RandomSlopeModel.Fit(data.Sums(t => 365.25 * t, y => 10 * y + 7), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit later = RandomSlopeModel.Fit(data.Sums(t => t + 5), data.Level, SimulatedUnits.Patterns)!;
        return Close(10 * fit.Coefficients[0] + 7, days.Coefficients[0], 1e-6) && Close(10 * fit.Coefficients[3], 365.25 * days.Coefficients[3], 1e-5)
            && Close(10 * fit.SdIntercept, days.SdIntercept, 1e-3) && Close(10 * fit.SdSlope, 365.25 * days.SdSlope, 1e-3)
            && Close(fit.RemlCriterion, later.RemlCriterion, 1e-8) && Close(fit.Coefficients[2], later.Coefficients[2], 1e-6)
            && Close(fit.SdSlope, later.SdSlope, 1e-3);
    });

    [Fact]
    public void Every_number_of_a_fit_is_one() => Properties.Hold<byte, byte>((seed, scale) =>
    {
        var data = new SimulatedUnits(seed, 4 + seed % 9, 0.01 * (scale % 16), 0.01 * (scale / 16));
        RandomSlopeFit? fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns);
        return fit is null || (fit.Coefficients.All(double.IsFinite) && fit.Covariance.Cast<double>().All(double.IsFinite)
            && double.IsFinite(fit.RemlCriterion) && fit.SdResidual > 0 && fit.SdIntercept >= 0 && fit.SdSlope >= 0 && fit.Correlation is null or (>= -1 and <= 1));
    });

    private static bool Close(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), 0.01);
}
