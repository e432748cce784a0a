using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Regression of a hazard on covariates by partial likelihood, with Efron's correction for ties, plain or stratified. D. R. Cox (1972),
/// J R Stat Soc B 34, 187-220; B. Efron (1977), J Am Stat Assoc 72, 557-565, section 6; T. M. Therneau and P. M. Grambsch, "Modeling Survival
/// Data", 2000, eqs. 3.4-3.6 and section 3.3. Same as R's <c>coxph</c> with <c>ties = "efron"</c>.
/// </summary>
public static class CoxModel
{
    /// <summary>Largest coefficient, in absolute value, that is believed: beyond it the likelihood rises for ever, as when a group has no event.</summary>
    public const double LargestCoefficient = 15;

    private const double RelativeChange = 1e-11;
    private const int MostIterations = 50;
    private const int MostHalvings = 30;

    /// <summary>Share of a covariate's spread below which it counts as constant among those at risk.</summary>
    private const double Constant = 1e-12;

    /// <summary>Share of a covariate's information below which the covariates before it count as explaining it.</summary>
    private const double Explained = 1e-13;

    /// <summary>
    /// Newton-Raphson from 0, halving a step that lowers the likelihood, until the log-likelihood changes by no more than a part in 1e11.
    /// The subjects are sorted once; an iteration takes O(n p²) and no memory. The order of the subjects does not matter.
    /// </summary>
    /// <param name="times">Time under observation of each subject, in any unit, 0 or more. Equal times are those equal as numbers; events come before censorings.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate; finite.</param>
    /// <param name="strata">Code of each subject's stratum, each with a baseline hazard of its own; leave out for one stratum.</param>
    /// <returns>Null when nobody has the event. A coefficient is null when its information is singular or it lies beyond <see cref="LargestCoefficient"/>.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a time is negative, not finite or beyond 1e100, or a covariate is not finite or beyond it.</exception>
    public static CoxFit? Fit(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates, ReadOnlySpan<int> strata = default)
    {
        var sets = RiskSets.Of(times, events, covariates, strata);
        int failed = events.Count(true);
        if (failed == 0)
            return null;

        int columns = covariates.GetLength(1);
        double[] least = Array.ConvertAll(sets.Spread, s => s * Constant);
        var factor = new ReducedCholesky(columns);
        var (reached, tried, step) = (new double[columns], new double[columns], new double[columns]);
        var gradient = new double[columns];
        var information = new double[columns * columns];
        double start = sets.Evaluate(reached, gradient, information);
        factor.Factor(information, least, Explained);

        bool[] informed = factor.Kept.ToArray();
        double current = start;
        int iterations = 0;
        bool converged = false;
        while (!converged && iterations < MostIterations)
        {
            iterations++;
            factor.Solve(gradient, step);
            double next = double.NaN;
            for (int halving = 0; halving <= MostHalvings; halving++)
            {
                for (int j = 0; j < columns; j++)
                    tried[j] = reached[j] + step[j] / (1L << halving);
                next = sets.Evaluate(tried, gradient, information);
                if (!double.IsFinite(next))
                    continue;
                converged = Math.Abs(next - current) <= RelativeChange * Math.Abs(next);
                if (converged || next > current)
                    break;
            }
            if (!converged && !(next > current && double.IsFinite(next)))
                break;
            current = next;
            tried.CopyTo(reached, 0);
            factor.Factor(information, least, Explained);
        }
        return Result(times.Length, failed, reached, informed, factor, start, current, iterations, converged);
    }

    private static CoxFit Result(int subjects, int failed, double[] reached, bool[] informed, ReducedCholesky factor, double start, double end, int iterations, bool converged)
    {
        double[,] covariance = factor.Inverse();
        var coefficients = new double?[reached.Length];
        for (int j = 0; j < reached.Length; j++)
        {
            if (factor.Kept[j] && Math.Abs(reached[j]) <= LargestCoefficient && double.IsFinite(covariance[j, j]))
            {
                coefficients[j] = reached[j];
                continue;
            }
            for (int k = 0; k < reached.Length; k++)
                covariance[j, k] = covariance[k, j] = 0;
        }
        return new CoxFit
        {
            Subjects = subjects,
            Events = failed,
            Coefficients = coefficients,
            Covariance = covariance,
            NullLogLikelihood = start,
            LogLikelihood = end,
            Iterations = iterations,
            Converged = converged,
            Reached = reached,
            Informed = informed,
        };
    }
}
