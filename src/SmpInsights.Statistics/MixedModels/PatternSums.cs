using System.Numerics;
using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// What one pattern's units contribute to the restricted likelihood and its gradient at a given Ψ. With A and the unit's line b,
/// K = Z'V⁻¹Z = (A + |A| adj Ψ) / |I + ΨA| and k = Z'V⁻¹y = K b; the determinant |V| is |I + ΨA| = 1 + tr ΨA + |Ψ||A|. In this form
/// nothing is lost to cancellation however large Ψ is.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct PatternSums
{
    /// <summary>A unit's determinants are multiplied up to this size before their logarithm is taken.</summary>
    private const double LargeProduct = 1e100;

    /// <summary>Units added in one go, so that rounding errors grow with the number of chunks instead of that of units.</summary>
    private const int Chunk = 4096;

    public double LogDeterminant, K00, K01, K11, S0, S1, Quadratic;

    /// <summary>Σ of products of k with k, K with k, and K with K; names list the entries multiplied.</summary>
    public double S00, S01, S11, K00S0, K00S1, K01S0, K01S1, K11S0, K11S1, K00K00, K00K01, K01K01, K00K11, K01K11, K11K11;

    public void Add(UnitTable table, int pattern, in Psi psi)
    {
        int end = table.Start[pattern + 1];
        for (int from = table.Start[pattern]; from < end; from += Chunk)
            AddChunk(table, from, Math.Min(end, from + Chunk), psi);
    }

    private void AddChunk(UnitTable table, int from, int to, in Psi psi)
    {
        var one = Vector<double>.One;
        var limit = new Vector<double>(LargeProduct);
        var p00 = new Vector<double>(psi.P00);
        var p01 = new Vector<double>(psi.P01);
        var p11 = new Vector<double>(psi.P11);
        var determinantOfPsi = new Vector<double>(psi.Determinant);
        Vector<double> product = one, log = default, sk00 = default, sk01 = default, sk11 = default, s0 = default, s1 = default, quadratic = default;
        Vector<double> s00 = default, s01 = default, s11 = default, k00s0 = default, k00s1 = default, k01s0 = default, k01s1 = default;
        Vector<double> k11s0 = default, k11s1 = default, k00k00 = default, k00k01 = default, k01k01 = default, k00k11 = default, k01k11 = default, k11k11 = default;
        for (int i = from; i < to; i += Vector<double>.Count)
        {
            var a00 = new Vector<double>(table.A00, i);
            var a01 = new Vector<double>(table.A01, i);
            var a11 = new Vector<double>(table.A11, i);
            var determinant = new Vector<double>(table.Determinant, i);
            var b0 = new Vector<double>(table.Line0, i);
            var b1 = new Vector<double>(table.Line1, i);

            Vector<double> v = one + p00 * a00 + 2 * p01 * a01 + p11 * a11 + determinantOfPsi * determinant;
            Vector<double> reciprocal = one / v;
            Vector<double> k00 = (a00 + determinant * p11) * reciprocal;
            Vector<double> k01 = (a01 - determinant * p01) * reciprocal;
            Vector<double> k11 = (a11 + determinant * p00) * reciprocal;
            Vector<double> q0 = k00 * b0 + k01 * b1;
            Vector<double> q1 = k01 * b0 + k11 * b1;

            product *= v;
            if (Vector.GreaterThanAny(product, limit))
            {
                log += Vector.Log(product);
                product = one;
            }
            sk00 += k00;
            sk01 += k01;
            sk11 += k11;
            s0 += q0;
            s1 += q1;
            quadratic += q0 * b0 + q1 * b1;
            s00 += q0 * q0;
            s01 += q0 * q1;
            s11 += q1 * q1;
            k00s0 += k00 * q0;
            k00s1 += k00 * q1;
            k01s0 += k01 * q0;
            k01s1 += k01 * q1;
            k11s0 += k11 * q0;
            k11s1 += k11 * q1;
            k00k00 += k00 * k00;
            k00k01 += k00 * k01;
            k01k01 += k01 * k01;
            k00k11 += k00 * k11;
            k01k11 += k01 * k11;
            k11k11 += k11 * k11;
        }
        LogDeterminant += Vector.Sum(log + Vector.Log(product));
        K00 += Vector.Sum(sk00);
        K01 += Vector.Sum(sk01);
        K11 += Vector.Sum(sk11);
        S0 += Vector.Sum(s0);
        S1 += Vector.Sum(s1);
        Quadratic += Vector.Sum(quadratic);
        S00 += Vector.Sum(s00);
        S01 += Vector.Sum(s01);
        S11 += Vector.Sum(s11);
        K00S0 += Vector.Sum(k00s0);
        K00S1 += Vector.Sum(k00s1);
        K01S0 += Vector.Sum(k01s0);
        K01S1 += Vector.Sum(k01s1);
        K11S0 += Vector.Sum(k11s0);
        K11S1 += Vector.Sum(k11s1);
        K00K00 += Vector.Sum(k00k00);
        K00K01 += Vector.Sum(k00k01);
        K01K01 += Vector.Sum(k01k01);
        K00K11 += Vector.Sum(k00k11);
        K01K11 += Vector.Sum(k01k11);
        K11K11 += Vector.Sum(k11k11);
    }
}
