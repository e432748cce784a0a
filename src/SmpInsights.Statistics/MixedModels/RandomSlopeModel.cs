namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// The linear mixed model y = W a + (S b) t + u + v t + e: units differ at random in intercept and slope, <c>(u, v) ~ N(0, Σ)</c> with Σ
/// a full 2×2 matrix, and readings scatter by <c>e ~ N(0, σ²)</c>. N. M. Laird and J. H. Ware (1982), Biometrics 38, 963-974; restricted
/// maximum likelihood as lme4's <c>lmer(y ~ W + S:t + (t | unit), REML = TRUE)</c>.
/// </summary>
public static class RandomSlopeModel
{
    /// <summary>A standard deviation, relative to the residual one, below which lme4 calls a fit singular.</summary>
    private const double SingularTolerance = 1e-4;

    /// <summary>A standard deviation, relative to the residual one, that is 0 but for rounding.</summary>
    private const double Zero = 1e-7;

    /// <summary>Share of Σy² below which the scatter about the units' own lines is rounding error: a residual of 1e-13 of y's size, squared.</summary>
    private const double PerfectFit = 1e-26;

    /// <summary>Criteria closer than this are one optimum.</summary>
    private const double SameCriterion = 1e-6;

    /// <summary>Number of units up to which further starting points are tried; they cost little there, and little data is where they may matter.</summary>
    private const int FewUnits = 5000;

    /// <summary>Fits the model; one evaluation of the likelihood takes time in proportion to the number of units.</summary>
    /// <param name="units">Sums of each unit's readings; units without readings are passed over.</param>
    /// <param name="pattern">For each unit the index of its covariates in <paramref name="patterns"/>.</param>
    /// <param name="patterns">The covariates; all of the same two lengths, and at least one column between them.</param>
    /// <returns>
    /// Null when the model cannot be estimated: there are not more readings than random effects (2 × units) or than columns, fewer than
    /// two units, all readings at one time, linearly dependent columns, or no scatter about the units' own lines (a residual standard
    /// deviation below about 1e-13 of y). Null as well when the search for the optimum ends without one, or a number of the fit would be
    /// too large to write: rather no fit than a wrong one.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, an index is out of range, or a number is not finite.</exception>
    public static RandomSlopeFit? Fit(ReadOnlySpan<UnitSums> units, ReadOnlySpan<int> pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        ModelInput.Require(units, pattern, patterns);
        if (UnitTable.Of(units, pattern, patterns.Count) is not { } table)
            return null;
        int columns = patterns[0].Intercept.Length + patterns[0].Slope.Length;
        if (table.Units < 2 || table.Readings <= 2L * table.Units || table.Readings <= columns)
            return null;
        double squares = 0;
        foreach (UnitSums unit in units)
            squares += unit.SumYY;
        if (!(table.Within > PerfectFit * squares && double.IsFinite(table.Within)))
            return null;
        if (RestrictedLikelihood.Of(table, patterns) is not { } likelihood)
            return null;
        return Optimum(likelihood, table) is { } optimum && Describe(optimum, table) is var fit && IsFinite(fit) ? fit : null;
    }

    private static Evaluation? Optimum(RestrictedLikelihood likelihood, UnitTable table)
    {
        Psi moments = MomentStart.Of(table);
        Psi[] starts = table.Units > FewUnits
            ? [moments]
            : [moments, moments.Times([3, 0, 0.3]), moments.Times([0.3, 0, 3]), new Psi(1, 0, 1), new Psi(3, 0, 0.3), new Psi(0.3, 0, 3)];
        (Evaluation Best, bool Converged)? found = null;
        foreach (Psi start in starts)
        {
            if (likelihood.At(start) is { } first)
                found = Better(found, QuasiNewton.Minimise(likelihood, first));
        }
        // At a singular Ψ the derivative by L vanishes along the missing direction w, minimum or not; the derivative by Ψ tells.
        for (int attempt = 0; found is { Best: var best } && attempt < 3; attempt++)
        {
            (double w0, double w1) = Weakest(best.Psi);
            double weakest = best.G00 * w0 * w0 + 2 * best.G01 * w0 * w1 + best.G11 * w1 * w1;
            if (weakest >= -1e-6 * table.Readings || likelihood.At(best.Psi.Plus(1e-3, w0, w1)) is not { } off)
                break;
            found = Better(found, QuasiNewton.Minimise(likelihood, off));
        }
        return found is { Converged: true } optimum ? Snap(likelihood, optimum.Best) : null;
    }

    /// <summary>The lower of two; the one that converged where they are level.</summary>
    private static (Evaluation Best, bool Converged) Better((Evaluation Best, bool Converged)? a, (Evaluation Best, bool Converged) b)
    {
        if (a is not { } known)
            return b;
        double lead = b.Best.Criterion - known.Best.Criterion;
        if (known.Converged != b.Converged && Math.Abs(lead) < SameCriterion)
            return known.Converged ? known : b;
        return lead >= 0 ? known : b;
    }

    private static bool IsFinite(RandomSlopeFit fit)
    {
        double sum = fit.SdIntercept + fit.SdSlope + (fit.Correlation ?? 0) + fit.SdResidual + fit.RemlCriterion;
        foreach (double number in fit.Coefficients)
            sum += Math.Abs(number);
        foreach (double number in fit.Covariance)
            sum += Math.Abs(number);
        return double.IsFinite(sum) && fit.SdResidual > 0;
    }

    /// <summary>Unit eigenvector of the smaller eigenvalue.</summary>
    private static (double W0, double W1) Weakest(in Psi psi)
    {
        double angle = 0.5 * Math.Atan2(2 * psi.P01, psi.P00 - psi.P11);
        return (-Math.Sin(angle), Math.Cos(angle));
    }

    /// <summary>Puts an optimum that lies on the boundary but for rounding exactly there.</summary>
    private static Evaluation Snap(RestrictedLikelihood likelihood, Evaluation best)
    {
        const double near = 1e-3;
        Psi psi = best.Psi;
        double allowance = 1e-9 + 1e-13 * Math.Abs(best.Criterion);
        if (Math.Abs(psi.L11) < near && psi.P11 < near * near && likelihood.At(default) is { } none && none.Criterion <= best.Criterion + allowance)
            return none;
        Psi flat = Math.Abs(psi.L11) < near ? new Psi(0, 0, Math.Sqrt(psi.P11)) : psi with { L22 = 0 };
        if (psi.Determinant < near * near * Math.Max(psi.P00, psi.P11) && likelihood.At(flat) is { } line && line.Criterion <= best.Criterion + allowance)
            return line;
        return best;
    }

    /// <summary>Carries the optimum back from centred and scaled time to <c>t</c>: v = v'/Scale, u = u' − v Centre.</summary>
    private static RandomSlopeFit Describe(Evaluation optimum, UnitTable table)
    {
        Psi psi = optimum.Psi;
        double shift = table.Centre / table.Scale;
        // u as a combination of the two independent effects behind L, so that a variance of 0 comes out as 0.
        double u1 = psi.L11 - shift * psi.L21;
        double u2 = -shift * psi.L22;
        double sdIntercept = Math.Sqrt(u1 * u1 + u2 * u2);
        double sdSlope = Math.Sqrt(psi.P11) / table.Scale;
        double determinant = Math.Sqrt(psi.Determinant) / table.Scale;
        bool noIntercept = sdIntercept < Zero;
        bool noSlope = Math.Sqrt(psi.P11) < Zero;

        double? correlation = null;
        if (!noIntercept && !noSlope)
        {
            double covariance = (u1 * psi.L21 + u2 * psi.L22) / table.Scale;
            correlation = determinant == 0 ? Math.Sign(covariance) : Math.Clamp(covariance / (sdIntercept * sdSlope), -1, 1);
        }
        double residual = Math.Sqrt(optimum.ResidualVariance);
        int columns = optimum.Effects.Length;
        var covarianceOfEffects = new double[columns, columns];
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < columns; j++)
                covarianceOfEffects[i, j] = optimum.ResidualVariance * optimum.UnscaledCovariance[i, j];
        }
        return new RandomSlopeFit(
            optimum.Effects,
            covarianceOfEffects,
            noIntercept ? 0 : sdIntercept * residual,
            noSlope ? 0 : sdSlope * residual,
            correlation,
            residual,
            optimum.Criterion,
            sdIntercept < SingularTolerance || determinant < SingularTolerance * sdIntercept,
            table.Units,
            table.Readings);
    }
}
