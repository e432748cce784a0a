using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

public class RandomSlopePredictionsTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    // lme4 1.1-31: ranef(lmer(Reaction ~ Days + (Days | Subject), sleepstudy)), bobyqa with rhoend 1e-11; the error by Henderson's
    // equations of that fit: W <- rbind(cbind(X'X, X'Z), cbind(Z'X, Z'Z + s2 solve(G))) / s2; sqrt(k' solve(W) k), k picking b and v
    [Fact]
    public void Subjects_of_the_sleep_study_agree_with_lme4()
    {
        UnitSums[] units = [.. ReferenceFiles.Table("sleepstudy/assessments.csv").GroupBy(row => row["treatment_id"], StringComparer.Ordinal).Select(rows => UnitSums.Of(
            [.. rows.Select((_, day) => (double)day)], [.. rows.Select(row => double.Parse(row["contrast"], CultureInfo.InvariantCulture))]))];
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, new int[18], Line)!;
        UnitPrediction[] predictions = RandomSlopePredictions.Of(fit, units, new int[18], Line);

        (int Index, double U, double V)[] expected =
        [
            (0, 2.25856550059, 9.198971904225), (1, -40.39857692492, -8.619703182960), (2, -38.96024580074, -5.448879917162),
            (3, 23.69049838902, -4.814331286748), (8, -0.333695951714, -10.75215908583), (17, 12.314539352673, 1.28402974533),
        ];
        foreach ((int index, double u, double v) in expected)
        {
            Assert.Equal(u, predictions[index].Intercept, 1e-4);
            Assert.Equal(v, predictions[index].Slope, 1e-5);
            Near.Equal(251.405104848486 + u, predictions[index].OwnIntercept, 1e-6);
            Near.Equal(10.467285959596 + v, predictions[index].OwnSlope, 1e-5);
            Near.Equal(2.33627586735, predictions[index].OwnSlopeStandardError, 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 0.2, 0.06, 0)]
    [InlineData(2, 1.5, 0.4, 0)]
    [InlineData(3, 0.02, 0.5, 20)]
    public void Modes_and_errors_are_those_of_Hendersons_equations_written_out(int seed, double sdIntercept, double sdSlope, double firstTime)
    {
        var data = new SimulatedUnits(seed, 14, sdIntercept, sdSlope, firstTime);
        UnitSums[] units = data.Sums();
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, data.Level, SimulatedUnits.Patterns)!;
        Assert.False(fit.IsBoundary);
        UnitPrediction[] predictions = RandomSlopePredictions.Of(fit, units, data.Level, SimulatedUnits.Patterns);

        (Matrix<double> inverse, Vector<double> solution) = Henderson(data, fit);
        for (int i = 0; i < units.Length; i++)
        {
            Near.Equal(solution[4 + 2 * i], predictions[i].Intercept, 1e-6);
            Near.Equal(solution[5 + 2 * i], predictions[i].Slope, 1e-6);
            Vector<double> own = Vector<double>.Build.Dense(inverse.RowCount);
            own[2] = 1;
            own[3] = data.Level[i];
            own[5 + 2 * i] = 1;
            Near.Equal(own * solution, predictions[i].OwnSlope, 1e-6);
            Near.Equal(Math.Sqrt(own * inverse * own), predictions[i].OwnSlopeStandardError, 1e-6);
        }
    }

    [Fact]
    public void Without_slope_variance_every_unit_has_the_slope_of_its_covariates()
    {
        var data = new SimulatedUnits(4, 14, 0.1, 0);
        UnitSums[] units = data.Sums();
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, data.Level, SimulatedUnits.Patterns)! with { SdSlope = 0, Correlation = null };
        foreach ((UnitPrediction prediction, int level) in RandomSlopePredictions.Of(fit, units, data.Level, SimulatedUnits.Patterns).Zip(data.Level))
        {
            Assert.Equal(0, prediction.Slope);
            Near.Equal(fit.Coefficients[2] + level * fit.Coefficients[3], prediction.OwnSlope);
            // Without v nothing is shrunk: the error is that of the fixed slope alone.
            Near.Equal(Math.Sqrt(fit.Covariance[2, 2] + level * (2 * fit.Covariance[2, 3] + fit.Covariance[3, 3])), prediction.OwnSlopeStandardError);
        }
    }

    [Fact]
    public void A_unit_without_readings_is_predicted_by_its_covariates_and_one_reading_moves_it_towards_itself()
    {
        var data = new SimulatedUnits(1, 14, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        UnitPrediction[] predictions = RandomSlopePredictions.Of(fit, [default, UnitSums.Of([0], [fit.Coefficients[0] + 1])], [0, 0], SimulatedUnits.Patterns);

        Assert.Equal((0.0, 0.0), (predictions[0].Intercept, predictions[0].Slope));
        Near.Equal(fit.Coefficients[2], predictions[0].OwnSlope);
        Near.Equal(Math.Sqrt(fit.SdSlope * fit.SdSlope + fit.Covariance[2, 2]), predictions[0].OwnSlopeStandardError);
        // One reading at t = 0, 1 above the line: u = τ²/(τ² + σ²), v = ρ τ τ'/(τ² + σ²)
        double spread = fit.SdIntercept * fit.SdIntercept + fit.SdResidual * fit.SdResidual;
        Near.Equal(fit.SdIntercept * fit.SdIntercept / spread, predictions[1].Intercept);
        Near.Equal(fit.Correlation!.Value * fit.SdIntercept * fit.SdSlope / spread, predictions[1].Slope);
    }

    [Fact]
    public void The_order_of_the_units_does_not_matter() => Properties.Hold((int seed) =>
    {
        var data = new SimulatedUnits(seed, 12, 0.2, 0.1);
        RandomSlopeFit fit = new([2, 0.1, -0.2, -0.05], new double[4, 4], 0.2, 0.1, 0.3, 0.06, 0, false, 12, 40);
        UnitSums[] units = data.Sums();
        UnitPrediction[] one = RandomSlopePredictions.Of(fit, units, data.Level, SimulatedUnits.Patterns);
        UnitPrediction[] other = RandomSlopePredictions.Of(fit, [.. units.Reverse()], [.. data.Level.Reverse()], SimulatedUnits.Patterns);
        return one.SequenceEqual(other.Reverse());
    });

    [Fact]
    public void Patterns_of_another_model_are_refused()
    {
        var data = new SimulatedUnits(1, 14, 0.2, 0.06);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        Assert.Throws<ArgumentException>(() => RandomSlopePredictions.Of(fit, data.Sums(), new int[14], Line));
    }

    /// <summary>The mixed model equations of all readings: their inverse is the covariance of (β̂ − β, û − u).</summary>
    private static (Matrix<double> Inverse, Vector<double> Solution) Henderson(SimulatedUnits data, RandomSlopeFit fit)
    {
        (int Unit, double T, double Y)[] rows = [.. data.Times.SelectMany((t, i) => t.Select((time, j) => (i, time, data.Responses[i][j])))];
        int units = data.Times.Length;
        Matrix<double> xz = Matrix<double>.Build.Dense(rows.Length, 4 + 2 * units, (r, c) =>
            c < 4 ? (c % 2 == 0 ? 1 : data.Level[rows[r].Unit]) * (c < 2 ? 1 : rows[r].T)
            : (c - 4) / 2 != rows[r].Unit ? 0 : c % 2 == 0 ? 1 : rows[r].T);
        double covariance = fit.Correlation!.Value * fit.SdIntercept * fit.SdSlope;
        Matrix<double> precision = Matrix<double>.Build.DenseOfArray(new[,] { { fit.SdIntercept * fit.SdIntercept, covariance }, { covariance, fit.SdSlope * fit.SdSlope } }).Inverse();
        double variance = fit.SdResidual * fit.SdResidual;
        Matrix<double> left = xz.Transpose() * xz / variance;
        for (int i = 0; i < units; i++)
        {
            for (int a = 0; a < 2; a++)
            {
                for (int b = 0; b < 2; b++)
                    left[4 + 2 * i + a, 4 + 2 * i + b] += precision[a, b];
            }
        }
        Matrix<double> inverse = left.Inverse();
        return (inverse, inverse * (xz.Transpose() * Vector<double>.Build.Dense(rows.Length, r => rows[r].Y)) / variance);
    }
}
