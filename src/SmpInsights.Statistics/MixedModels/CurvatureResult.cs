namespace SmpInsights.Statistics.MixedModels;

/// <summary>The coefficient of t² added to a random-slope model.</summary>
/// <param name="Coefficient">In y per t²; below 0 where the lines bend downwards.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
/// <param name="P">Two-sided, by Student's t with units − 1 degrees of freedom.</param>
/// <param name="RemlCriterion">That of the model with t², not comparable with that without.</param>
public sealed record CurvatureResult(double Coefficient, double StandardError, double P, double RemlCriterion);
