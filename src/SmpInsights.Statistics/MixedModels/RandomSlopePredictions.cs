using static SmpInsights.Statistics.Linear.Products;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// Best linear unbiased predictions of the units of a fitted random-slope model. With Ψ the covariance of <c>(u, v)</c> over σ²,
/// A = Z'Z and r the unit's residuals about its fixed effects, the conditional modes are Ψ(I + AΨ)⁻¹Z'r: the values of lme4's
/// <c>ranef</c>. The error of the unit's own slope is that of C. R. Henderson (1975), Biometrics 31, 423-447, for b̂ + v̂ − (b + v):
/// σ²[Ψ(I + AΨ)⁻¹]₂₂ + d'Cd, where C is the covariance of the fixed effects and d = (−w (AΨ)₁₂, s (1 + (AΨ)₁₁)) / |I + AΨ| what
/// remains of the unit's columns w and s after shrinkage.
/// </summary>
public static class RandomSlopePredictions
{
    /// <summary>One prediction a unit, in their order, in O(units).</summary>
    /// <param name="fit">The model, fitted with the same patterns.</param>
    /// <param name="units">Units of the fit, or others of the same population; one without readings is predicted by its covariates alone.</param>
    /// <param name="pattern">For each unit the index of its covariates in <paramref name="patterns"/>.</param>
    /// <param name="patterns">The covariates.</param>
    /// <exception cref="ArgumentException">Lengths differ, an index is out of range, a number is not finite, or the fit has other columns.</exception>
    public static UnitPrediction[] Of(RandomSlopeFit fit, ReadOnlySpan<UnitSums> units, ReadOnlySpan<int> pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ModelInput.Require(units, pattern, patterns);
        if (patterns[0].Intercept.Length + patterns[0].Slope.Length != fit.Coefficients.Length)
            throw new ArgumentException("The fit has not as many coefficients as the patterns have columns.", nameof(patterns));

        FixedPart[] parts = [.. patterns.Select(p => FixedPart.Of(fit, p))];
        double sd0 = fit.SdIntercept / fit.SdResidual;
        double sd1 = fit.SdSlope / fit.SdResidual;
        double correlation = fit.Correlation ?? 0;
        double p00 = sd0 * sd0;
        double p01 = correlation * sd0 * sd1;
        double p11 = sd1 * sd1;
        double determinantOfPsi = p00 * p11 * (1 - correlation) * (1 + correlation);
        var predictions = new UnitPrediction[units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            UnitSums unit = units[i];
            FixedPart part = parts[pattern[i]];
            double n = unit.Count;
            double aboutMean = n > 0 ? Math.Max(0, unit.SumTT - unit.SumT / n * unit.SumT) : 0;
            double z0 = unit.SumY - part.Intercept * n - part.Slope * unit.SumT;
            double z1 = unit.SumTY - part.Intercept * unit.SumT - part.Slope * unit.SumTT;

            // Q = I + AΨ, and Ψ Q⁻¹ = (Ψ + |Ψ| adj A) / |Q|
            double q00 = 1 + n * p00 + unit.SumT * p01;
            double q01 = n * p01 + unit.SumT * p11;
            double determinant = 1 + n * p00 + 2 * unit.SumT * p01 + unit.SumTT * p11 + determinantOfPsi * n * aboutMean;
            double m00 = (p00 + determinantOfPsi * unit.SumTT) / determinant;
            double m01 = (p01 - determinantOfPsi * unit.SumT) / determinant;
            double m11 = (p11 + determinantOfPsi * n) / determinant;
            double u = m00 * z0 + m01 * z1;
            double v = m01 * z0 + m11 * z1;

            double d0 = -q01 / determinant;
            double d1 = q00 / determinant;
            double variance = fit.SdResidual * fit.SdResidual * m11 + d0 * d0 * part.C00 + 2 * d0 * d1 * part.C01 + d1 * d1 * part.C11;
            predictions[i] = new UnitPrediction(u, v, part.Intercept + u, part.Slope + v, Math.Sqrt(variance));
        }
        return predictions;
    }

    /// <summary>The fixed effects of a pattern, as one line, with their variances and covariance.</summary>
    private sealed record FixedPart(double Intercept, double Slope, double C00, double C01, double C11)
    {
        public static FixedPart Of(RandomSlopeFit fit, RandomSlopePattern pattern)
        {
            double[] w = [.. pattern.Intercept, .. pattern.Slope.Select(_ => 0.0)];
            double[] s = [.. pattern.Intercept.Select(_ => 0.0), .. pattern.Slope];
            return new FixedPart(Dot(w, fit.Coefficients), Dot(s, fit.Coefficients), Form(w, fit.Covariance, w), Form(w, fit.Covariance, s), Form(s, fit.Covariance, s));
        }
    }
}
