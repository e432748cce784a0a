using System.Runtime.InteropServices;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Score test that the coefficients of a Cox model do not change with time, against a change in proportion to g(t) = 1 − S(t−), the share of
/// all subjects with the event before t by the pooled Kaplan-Meier curve. P. M. Grambsch and T. M. Therneau (1994), Biometrika 81, 515-526, here
/// with the full information of the covariates and of covariates × g in place of the average variance of their eq. 6: same as R's <c>cox.zph</c>, survival 3, <c>transform = "km"</c>.
/// </summary>
public static class ProportionalHazards
{
    /// <summary>Shares of a covariate's spread, and of its information, below which nothing is known of it at the fit.</summary>
    private const double Unknown = 1e-14;

    private const double Explained = 1e-13;

    /// <summary>Tests each term and all of them together. Subjects, covariates and strata are those of the fit, in the same order as each other.</summary>
    /// <param name="fit">The model fitted to them.</param>
    /// <param name="times">Time under observation of each subject, in any unit, 0 or more.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate.</param>
    /// <param name="terms">The term of each column, from 0; the columns of one factor make one term.</param>
    /// <param name="strata">Code of each subject's stratum; leave out for one stratum.</param>
    /// <returns>Columns that are constant among those at risk, or explained by others, are left out and cost no degree of freedom; one that ran away costs its degree, as in R. A test without columns, without information on its own columns (as with one event), or of nothing estimable is null.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a term is negative, or as for the fit.</exception>
    public static ProportionalHazardsResult Test(CoxFit fit, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates, ReadOnlySpan<int> terms, ReadOnlySpan<int> strata = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        int columns = fit.Reached.Length;
        if (terms.Length != columns || covariates.GetLength(1) != columns)
            throw new ArgumentException("There must be a column of covariates and a term for each coefficient.", nameof(terms));
        int termCount = 0;
        foreach (int term in terms)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(term, nameof(terms));
            termCount = Math.Max(termCount, term + 1);
        }

        var sets = RiskSets.Of(times, events, covariates, strata);
        var gradient = new double[2 * columns];
        var information = new double[4 * columns * columns];
        sets.Evaluate(fit.Reached, gradient, information, ShareBefore(times, events));

        var tests = new ChiSquaredTest?[termCount];
        int[] informed = Enumerable.Range(0, columns).Where(j => fit.Informed[j]).ToArray();
        for (int term = 0; term < termCount; term++)
        {
            var own = new List<int>();
            foreach (int column in informed)
            {
                if (terms[column] == term)
                    own.Add(column);
            }
            tests[term] = own.Exists(j => fit.Coefficients[j] is not null) ? Score(informed, [.. own], gradient, information, sets.Spread) : null;
        }
        bool any = Array.Exists(fit.Coefficients, c => c is not null);
        return new ProportionalHazardsResult(tests, any ? Score(informed, informed, gradient, information, sets.Spread) : null);
    }

    /// <summary>1 − S(t−), less its mean over the events.</summary>
    private static Func<double, double> ShareBefore(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        SurvivalCurve curve = KaplanMeier.Fit(times, events);
        double Share(double time) => Array.BinarySearch(curve.Times, time) is var at and > 0 ? 1 - curve.Survival[at - 1] : 0;
        double mean = 0;
        for (int k = 0; k < curve.Times.Length; k++)
            mean += curve.EventsAt[k] * Share(curve.Times[k]) / curve.Events;
        return time => Share(time) - mean;
    }

    private static ChiSquaredTest? Score(int[] informed, int[] tested, double[] gradient, double[] information, double[] spread)
    {
        if (tested.Length == 0)
            return null;
        int width = gradient.Length;
        int[] rows = [.. informed, .. tested.Select(j => j + width / 2)];
        var matrix = new double[rows.Length * rows.Length];
        var (excess, solved, least) = (new double[rows.Length], new double[rows.Length], new double[rows.Length]);
        for (int a = 0; a < rows.Length; a++)
        {
            // The gradient of the fit's own coefficients is 0 but for rounding.
            excess[a] = a < informed.Length ? 0 : gradient[rows[a]];
            least[a] = spread[rows[a] % (width / 2)] * Unknown;
            for (int b = 0; b <= a; b++)
                matrix[a * rows.Length + b] = information[rows[a] * width + rows[b]];
        }
        var factor = new ReducedCholesky(rows.Length);
        factor.Factor(matrix, least, Explained);
        if (!factor.Kept[informed.Length..].Contains(true))
            return null;
        factor.Solve(excess, solved);
        double chiSquared = 0;
        for (int a = 0; a < rows.Length; a++)
            chiSquared += excess[a] * solved[a];
        return new ChiSquaredTest(chiSquared, tested.Length, ChiSquared.UpperTail(chiSquared, tested.Length));
    }
}

/// <summary>Tests of proportional hazards: one for each term, and one for all.</summary>
public sealed record ProportionalHazardsResult(ChiSquaredTest?[] Terms, ChiSquaredTest? Global);

/// <summary>A statistic with its degrees of freedom and the upper tail of its chi-squared distribution.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChiSquaredTest(double ChiSquared, int DegreesOfFreedom, double P);
