namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// Where the search for Ψ begins: the covariance of the units' own lines about the ordinary fit, less what residual scatter gives such
/// lines, over the pooled residual variance. With nearly noise-free readings the optimum lies at standard deviations of 1e5 and more
/// times the residual one, and this finds it to a few per cent; with noisy ones the floor takes over.
/// </summary>
internal static class MomentStart
{
    /// <summary>Smallest diagonal of L to start from: small enough to matter little, large enough for the derivative by L to be felt.</summary>
    private const double Floor = 0.3;

    public static Psi Of(UnitTable table)
    {
        double weight = 0, p00 = 0, p01 = 0, p11 = 0, n00 = 0, n01 = 0, n11 = 0, level = 0;
        for (int i = 0; i < table.A00.Length; i++)
        {
            if (table.A00[i] == 0)
                continue;
            level += table.Line0[i] * table.Line0[i];
            if (table.Determinant[i] == 0)
                continue;
            // A unit read over a short time tells little of its slope; squared, the weight keeps even its inverse bounded.
            double spread = table.Determinant[i] / table.A00[i];
            double w = spread / (1 + spread);
            w *= w;
            weight += w;
            p00 += w * table.Line0[i] * table.Line0[i];
            p01 += w * table.Line0[i] * table.Line1[i];
            p11 += w * table.Line1[i] * table.Line1[i];
            n00 += w * table.A11[i] / table.Determinant[i];
            n01 -= w * table.A01[i] / table.Determinant[i];
            n11 += w * table.A00[i] / table.Determinant[i];
        }
        double residual = table.Within / (table.Readings - 2.0 * table.Units);
        if (!(weight > 0))
        {
            double sd = Math.Max(1, Math.Sqrt(level / table.Units / residual));
            return new Psi(sd, 0, sd);
        }
        p00 = (p00 / residual - n00) / weight;
        p01 = (p01 / residual - n01) / weight;
        p11 = (p11 / residual - n11) / weight;
        double l11 = Math.Sqrt(Math.Max(p00, Floor * Floor));
        double l21 = p01 / l11;
        if (p11 > 0 && Math.Abs(l21) > Math.Sqrt(p11))
            l21 = Math.Sign(l21) * Math.Sqrt(p11);
        return p11 > 0 ? new Psi(l11, l21, Math.Sqrt(Math.Max(p11 - l21 * l21, Floor * Floor))) : new Psi(l11, 0, Floor);
    }
}
