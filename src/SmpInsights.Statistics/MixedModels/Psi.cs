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

    /// <summary>L M, with M the lower triangle in <paramref name="entries"/> (M11, M21, M22).</summary>
    public Psi Times(ReadOnlySpan<double> entries) =>
        new(L11 * entries[0], L21 * entries[0] + L22 * entries[1], L22 * entries[2]);

    /// <summary>The factor of this matrix with <c>amount · w w'</c> added, its determinant without cancellation.</summary>
    public Psi Plus(double amount, double w0, double w1)
    {
        double l11 = Math.Sqrt(P00 + amount * w0 * w0);
        if (!(l11 > 0))
            return new Psi(0, 0, Math.Sqrt(P11 + amount * w1 * w1));
        double across = L21 * w0 - L11 * w1;
        double determinant = Determinant + amount * (across * across + L22 * L22 * w0 * w0);
        return new Psi(l11, (P01 + amount * w0 * w1) / l11, Math.Sqrt(determinant) / l11);
    }
}
