using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>What a fitted model says of one unit, in the units of <c>y</c> and <c>t</c>.</summary>
/// <param name="Intercept">Conditional mode of <c>u</c>, the unit's departure at t = 0; 0 without readings.</param>
/// <param name="Slope">Conditional mode of <c>v</c>, its departure in slope; 0 without readings.</param>
/// <param name="OwnIntercept">The unit's own value at t = 0: that of its covariates, and <c>u</c>.</param>
/// <param name="OwnSlope">The unit's own slope: that of its covariates, and <c>v</c>.</param>
/// <param name="OwnSlopeStandardError">Standard error of predicting <paramref name="OwnSlope"/>, the uncertainty of the fixed effects included, that of the variances not.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitPrediction(double Intercept, double Slope, double OwnIntercept, double OwnSlope, double OwnSlopeStandardError);
