namespace SmpInsights.Statistics.MixedModels;

/// <summary>A random-slope model fitted by restricted maximum likelihood, in the units of <c>y</c> and <c>t</c>.</summary>
/// <param name="Coefficients">Fixed effects: the intercept columns, then the slope columns, each in the order of the patterns.</param>
/// <param name="Covariance">Their covariance matrix, σ² (X'V⁻¹X)⁻¹, rows and columns in that order.</param>
/// <param name="SdIntercept">Standard deviation of <c>u</c>, the units' departures at t = 0; 0 or above.</param>
/// <param name="SdSlope">Standard deviation of <c>v</c>, the units' departures in slope; 0 or above.</param>
/// <param name="Correlation">Correlation of <c>u</c> and <c>v</c> in [−1, 1]; null where either standard deviation is 0.</param>
/// <param name="SdResidual">Standard deviation σ of <c>e</c>; above 0.</param>
/// <param name="RemlCriterion">−2 × the restricted log-likelihood at the optimum, with the constants of lme4's <c>REMLcrit</c>.</param>
/// <param name="IsBoundary">Whether the covariance of <c>(u, v)</c> is singular: a variance of 0 or a correlation of ±1 (lme4's <c>isSingular</c>).</param>
/// <param name="Units">Units with at least one reading.</param>
/// <param name="Readings">Readings of all units.</param>
public sealed record RandomSlopeFit(
    double[] Coefficients,
    double[,] Covariance,
    double SdIntercept,
    double SdSlope,
    double? Correlation,
    double SdResidual,
    double RemlCriterion,
    bool IsBoundary,
    int Units,
    int Readings);
