using System.Globalization;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

public class CurvatureTestTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    // lme4 1.1-31: f <- lmer(Reaction ~ Days + I(Days^2) + (Days | Subject), sleepstudy), bobyqa with rhoend 1e-11; 2 * pt(-t, 17)
    [Fact]
    public void The_sleep_study_agrees_with_lme4()
    {
        double[] days = [.. Enumerable.Range(0, 10).Select(d => (double)d)];
        double[][] reaction = [.. ReferenceFiles.Table("sleepstudy/assessments.csv").GroupBy(row => row["treatment_id"], StringComparer.Ordinal)
            .Select(rows => rows.Select(row => double.Parse(row["contrast"], CultureInfo.InvariantCulture)).ToArray())];
        UnitSums[] units = [.. reaction.Select(y => UnitSums.Of(days, y))];
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, new int[18], Line)!;
        CurvatureResult test = CurvatureTest.Of(fit, units, [.. reaction.Select(y => CurvatureSums.Of(days, y))], new int[18], Line)!;

        Near.Equal(1742.8155997, test.RemlCriterion, 1e-9);
        Near.Equal(0.337022327441, test.Coefficient, 1e-6);
        Near.Equal(0.261915552199, test.StandardError, 1e-5);
        Near.Equal(0.215424951911, test.P, 1e-4);
    }

    // y + c t² has the same likelihood about a coefficient larger by c
    [Theory]
    [InlineData(0.5)]
    [InlineData(-3)]
    public void A_bend_put_into_the_readings_comes_back(double bend)
    {
        var data = new SimulatedUnits(5, 20, 0.2, 0.06);
        CurvatureResult straight = Test(data, 0);
        CurvatureResult bent = Test(data, bend);
        Assert.Equal(straight.Coefficient + bend, bent.Coefficient, 1e-5);
        Near.Equal(straight.StandardError, bent.StandardError, 1e-3);
        Assert.True(straight.P > 0.01 && bent.P < 1e-6);
    }

    [Fact]
    public void The_order_of_the_units_does_not_matter() => Assert.Equal(Test(new SimulatedUnits(6, 20, 0.2, 0.06), 0).P, Test(new SimulatedUnits(6, 20, 0.2, 0.06), 0, reversed: true).P, 1e-5);

    [Fact]
    public void Readings_at_two_times_cannot_bend()
    {
        double[] times = [0, 0, 1, 1];
        UnitSums[] units = [.. Enumerable.Range(0, 12).Select(i => UnitSums.Of(times, [i % 3, i % 3 + 0.1, i % 4, i % 5 * 0.2]))];
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, new int[12], Line)!;
        Assert.Null(CurvatureTest.Of(fit, units, [.. Enumerable.Range(0, 12).Select(i => CurvatureSums.Of(times, [i % 3, i % 3 + 0.1, i % 4, i % 5 * 0.2]))], new int[12], Line));
    }

    [Fact]
    public void Sums_of_another_number_of_units_are_refused()
    {
        var data = new SimulatedUnits(1, 14, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        Assert.Throws<ArgumentException>(() => CurvatureTest.Of(fit, data.Sums(), [default], data.Level, SimulatedUnits.Patterns));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Sums_that_are_no_numbers_are_refused(double poison)
    {
        var data = new SimulatedUnits(1, 14, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        Assert.Throws<ArgumentException>(() => CurvatureTest.Of(fit, data.Sums(), [.. Enumerable.Repeat(new CurvatureSums(1, 1, poison), 14)], data.Level, SimulatedUnits.Patterns));
    }

    private static CurvatureResult Test(SimulatedUnits data, double bend, bool reversed = false)
    {
        double[][] responses = [.. data.Times.Zip(data.Responses, (t, y) => t.Zip(y, (time, response) => response + bend * time * time).ToArray())];
        UnitSums[] units = [.. data.Times.Zip(responses, (t, y) => UnitSums.Of(t, y))];
        CurvatureSums[] curvature = [.. data.Times.Zip(responses, (t, y) => CurvatureSums.Of(t, y))];
        int[] level = [.. data.Level];
        if (reversed)
        {
            Array.Reverse(units);
            Array.Reverse(curvature);
            Array.Reverse(level);
        }
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, level, SimulatedUnits.Patterns)!;
        return CurvatureTest.Of(fit, units, curvature, level, SimulatedUnits.Patterns)!;
    }
}
