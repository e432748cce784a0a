namespace SmpInsights.Statistics.MixedModels;

/// <summary>The criterion at one Ψ, with what was profiled out and the derivative G by Ψ (symmetric: dF = tr(G dΨ)).</summary>
internal sealed record Evaluation(
    Psi Psi, double Criterion, double ResidualVariance, double[] Effects, double[,] UnscaledCovariance, double G00, double G01, double G11)
{
    /// <summary>Derivative by L11, L21, L22: the lower part of 2 G L.</summary>
    public double[] Slope =>
    [
        2 * (G00 * Psi.L11 + G01 * Psi.L21),
        2 * (G01 * Psi.L11 + G11 * Psi.L21),
        2 * G11 * Psi.L22,
    ];
}
