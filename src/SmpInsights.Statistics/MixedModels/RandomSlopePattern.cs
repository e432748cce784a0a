namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// The covariates of a group of units that share them. A reading at <c>t</c> in such a unit has the fixed-effect columns
/// <c>[Intercept[0], Intercept[1], ..., Slope[0]·t, Slope[1]·t, ...]</c>; a plain line is <c>[1]</c> and <c>[1]</c>.
/// </summary>
/// <param name="Intercept">Columns that are constant in a unit; may be empty if <paramref name="Slope"/> is not.</param>
/// <param name="Slope">Factors of <c>t</c>; may be empty if <paramref name="Intercept"/> is not.</param>
public sealed record RandomSlopePattern(double[] Intercept, double[] Slope);
