using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>What must not matter to the mixed model does not, to a part in 1e8 of the criterion; a search ends where the criterion is flat, so variances agree less.</summary>
public class MixedModelPropertiesTests
{
    [Fact]
    public void Neither_the_order_of_a_units_readings_nor_that_of_units_matters() => Properties.Hold<byte, int>((seed, shuffle) =>
    {
        var data = new SimulatedUnits(seed, 25, 0.2, 0.06);
        var random = new Random(shuffle);
        int[] units = [.. Enumerable.Range(0, 25).OrderBy(_ => random.Next())];
        UnitSums[] shuffled = [.. units.Select(i =>
        {
            int[] order = [.. Enumerable.Range(0, data.Times[i].Length).OrderBy(_ => random.Next())];
            return UnitSums.Of([.. order.Select(j => data.Times[i][j])], [.. order.Select(j => data.Responses[i][j])]);
        })];
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit other = RandomSlopeModel.Fit(shuffled, [.. units.Select(i => data.Level[i])], SimulatedUnits.Patterns)!;
        return Close(fit.RemlCriterion, other.RemlCriterion, 1e-8) && Alike(fit.Coefficients, other.Coefficients) && Close(fit.SdResidual, other.SdResidual, 1e-5);
    });

    [Fact]
    public void Another_reference_level_changes_only_reference_and_signs() => Properties.Hold<byte>(seed =>
    {
        var data = new SimulatedUnits(seed, 25, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit other = RandomSlopeModel.Fit(data.Sums(), data.Level, [new([1, 1], [1, 1]), new([1, 0], [1, 0])])!;
        double[] c = fit.Coefficients;
        return Close(fit.RemlCriterion, other.RemlCriterion, 1e-8) && Alike([c[0] + c[1], -c[1], c[2] + c[3], -c[3]], other.Coefficients)
            && Close(fit.Covariance[3, 3], other.Covariance[3, 3], 1e-4) && Close(fit.SdSlope, other.SdSlope, 1e-3);
    });

    // Readings and patterns listed in another way: two patterns with the same covariates are one.
    [Fact]
    public void Splitting_a_group_in_two_of_the_same_covariates_changes_nothing() => Properties.Hold<byte, byte>((seed, split) =>
    {
        var data = new SimulatedUnits(seed, 25, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        RandomSlopeFit other = RandomSlopeModel.Fit(data.Sums(), [.. data.Level.Select((level, i) => level == 1 && (split >> (i % 8)) % 2 == 1 ? 2 : level)], [.. SimulatedUnits.Patterns, SimulatedUnits.Patterns[1]])!;
        return Close(fit.RemlCriterion, other.RemlCriterion, 1e-8) && Alike(fit.Coefficients, other.Coefficients);
    });

    [Fact]
    public void Another_unit_of_time_scales_a_bend_by_its_square_and_leaves_its_p() => Properties.Hold<byte>(seed =>
    {
        var data = new SimulatedUnits(seed, 15, 0.2, 0.06);
        CurvatureResult? years = Bend(data, 1);
        CurvatureResult? quarters = Bend(data, 4);
        return years is null || quarters is null || (Math.Abs(years.P - quarters.P) < 1e-4 && Math.Abs(years.Coefficient - 16 * quarters.Coefficient) < 1e-4 * years.StandardError);
    });

    private static CurvatureResult? Bend(SimulatedUnits data, double scale)
    {
        UnitSums[] units = data.Sums(t => scale * t);
        CurvatureSums[] curvature = [.. data.Times.Zip(data.Responses, (t, y) => CurvatureSums.Of([.. t.Select(x => scale * x)], y))];
        return RandomSlopeModel.Fit(units, data.Level, SimulatedUnits.Patterns) is { } fit ? CurvatureTest.Of(fit, units, curvature, data.Level, SimulatedUnits.Patterns) : null;
    }

    private static bool Alike(double[] a, double[] b) => a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6 * Math.Max(0.1, Math.Abs(pair.First)));

    private static bool Close(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), 0.01);
}
