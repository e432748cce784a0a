using MathNet.Numerics.LinearAlgebra;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>The same answer by a second route: the restricted likelihood of all readings together, with their full covariance matrix written out.</summary>
public class DenseLikelihoodTests
{
    [Theory]
    [InlineData(1, 0.2, 0.06, 0)]
    [InlineData(2, 1.5, 0.4, 0)]
    [InlineData(3, 0.02, 0.5, 20)]
    [InlineData(4, 0.1, 0.0, 0)]
    public void Criterion_effects_and_errors_are_those_of_the_full_matrix(int seed, double sdIntercept, double sdSlope, double firstTime)
    {
        var data = new SimulatedUnits(seed, 14, sdIntercept, sdSlope, firstTime);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;

        (double criterion, Vector<double> effects, Matrix<double> covariance) = Dense(data, fit.SdIntercept, fit.SdSlope, fit.Correlation ?? 0, fit.SdResidual);
        Near.Equal(criterion, fit.RemlCriterion, 1e-9);
        for (int i = 0; i < 4; i++)
        {
            Near.Equal(effects[i], fit.Coefficients[i], 1e-6);
            for (int j = 0; j < 4; j++)
                Near.Equal(covariance[i, j], fit.Covariance[i, j], 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 0.2, 0.06)]
    [InlineData(2, 1.5, 0.4)]
    public void No_nearby_variances_do_better(int seed, double sdIntercept, double sdSlope)
    {
        var data = new SimulatedUnits(seed, 14, sdIntercept, sdSlope);
        RandomSlopeFit fit = RandomSlopeModel.Fit(data.Sums(), data.Level, SimulatedUnits.Patterns)!;
        foreach (double change in new[] { 0.97, 1.03 })
        {
            Assert.True(Dense(data, fit.SdIntercept * change, fit.SdSlope, fit.Correlation!.Value, fit.SdResidual).Criterion > fit.RemlCriterion);
            Assert.True(Dense(data, fit.SdIntercept, fit.SdSlope * change, fit.Correlation.Value, fit.SdResidual).Criterion > fit.RemlCriterion);
            Assert.True(Dense(data, fit.SdIntercept, fit.SdSlope, fit.Correlation.Value * change, fit.SdResidual).Criterion > fit.RemlCriterion);
            Assert.True(Dense(data, fit.SdIntercept, fit.SdSlope, fit.Correlation.Value, fit.SdResidual * change).Criterion > fit.RemlCriterion);
        }
    }

    private static (double Criterion, Vector<double> Effects, Matrix<double> Covariance) Dense(
        SimulatedUnits data, double sdIntercept, double sdSlope, double correlation, double sdResidual)
    {
        (int Unit, double T, double Y)[] rows = [.. data.Times.SelectMany((t, i) => t.Select((time, j) => (i, time, data.Responses[i][j])))];
        double covariance = correlation * sdIntercept * sdSlope;
        Matrix<double> v = Matrix<double>.Build.Dense(rows.Length, rows.Length, (r, c) =>
            (rows[r].Unit == rows[c].Unit
                ? sdIntercept * sdIntercept + covariance * (rows[r].T + rows[c].T) + sdSlope * sdSlope * rows[r].T * rows[c].T
                : 0)
            + (r == c ? sdResidual * sdResidual : 0));
        Matrix<double> x = Matrix<double>.Build.Dense(rows.Length, 4, (r, c) =>
            (c % 2 == 0 ? 1 : data.Level[rows[r].Unit]) * (c < 2 ? 1 : rows[r].T));
        Vector<double> y = Vector<double>.Build.Dense(rows.Length, r => rows[r].Y);
        var cholesky = v.Cholesky();
        var cross = (x.Transpose() * cholesky.Solve(x)).Cholesky();
        Vector<double> effects = cross.Solve(x.Transpose() * cholesky.Solve(y));
        Vector<double> residual = y - x * effects;
        double criterion = cholesky.DeterminantLn + cross.DeterminantLn + residual * cholesky.Solve(residual) + (rows.Length - 4) * Math.Log(2 * Math.PI);
        return (criterion, effects, cross.Solve(Matrix<double>.Build.DenseIdentity(4)));
    }
}
