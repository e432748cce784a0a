using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// Covariance matrix of a unit's two random effects divided by the residual variance, as Ψ = L L' with L lower triangular, so that every
/// real L is allowed and the singular matrices are those with a zero on L's diagonal.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Psi(double L11, double L21, double L22)
{
    public double P00 => L11 * L11;

    public double P01 => L11 * L21;

    public double P11 => L21 * L21 + L22 * L22;

    public double Determinant => L11 * L22 * (L11 * L22);

    public Psi Step(ReadOnlySpan<double> direction, double length) =>
        new(L11 + length * direction[0], L21 + length * direction[1], L22 + length * direction[2]);

    /// <summary>The factor of this matrix with <c>amount · w w'</c> added.</summary>
    public Psi Plus(double amount, double w0, double w1)
    {
        double p00 = P00 + amount * w0 * w0;
        double p01 = P01 + amount * w0 * w1;
        double p11 = P11 + amount * w1 * w1;
        double l11 = Math.Sqrt(p00);
        double l21 = l11 > 0 ? p01 / l11 : 0;
        return new Psi(l11, l21, Math.Sqrt(Math.Max(0, p11 - l21 * l21)));
    }
}
