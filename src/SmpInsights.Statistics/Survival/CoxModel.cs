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

    /// <summary>Share of a covariate's spread below which it counts as constant among those at risk.</summary>
    private const double Constant = 1e-12;

    /// <summary>Share of a covariate's information below which the covariates before it count as explaining it.</summary>
    private const double Explained = 1e-13;

    /// <summary>
    /// Newton-Raphson from 0, halving a step that brings less than a quarter of what it promises, until a step promises less than 1e-12 of log-likelihood.
    /// The subjects are sorted once; an iteration takes O(n p²) and no memory. The order of the subjects does not matter.
    /// </summary>
    /// <param name="times">Time under observation of each subject, in any unit, 0 or more. Equal times are those equal as numbers; events come before censorings.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate; finite.</param>
    /// <param name="strata">Code of each subject's stratum, each with a baseline hazard of its own; leave out for one stratum.</param>
    /// <returns>Null when nobody has the event. A coefficient is null when its covariate is constant among those at risk or explained by those before it, when the likelihood rises for ever along a direction it takes part in, or when it lies beyond <see cref="LargestCoefficient"/>; the others are those of the limit.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a time is negative, not finite or beyond 1e100, or a covariate is not finite or beyond it.</exception>
    public static CoxFit? Fit(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates, ReadOnlySpan<int> strata = default)
    {
        var sets = RiskSets.Of(times, events, covariates, strata);
        int failed = events.Count(true);
        if (failed == 0)
            return null;

        double[] least = Array.ConvertAll(sets.Spread, s => s * Constant);
        var search = ConcaveSearch.Run((parameters, gradient, information) => sets.Evaluate(parameters, gradient, information), new double[covariates.GetLength(1)], least, Explained);
        return Result(times.Length, failed, search, sets.Reach);
    }

    private static CoxFit Result(int subjects, int failed, ConcaveSearch search, double[] reach)
    {
        double[] reached = search.Reached;
        var recession = search.Receding(reach);
        bool[] open = Recession.Open(recession.Directions, reach);
        double[,] covariance = search.Covariance(recession);
        var coefficients = new double?[reached.Length];
        for (int j = 0; j < reached.Length; j++)
        {
            if (search.Converged && search.Kept[j] && !open[j] && Math.Abs(reached[j]) <= LargestCoefficient && double.IsFinite(covariance[j, j]))
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
            NullLogLikelihood = search.StartValue,
            LogLikelihood = search.Value,
            Iterations = search.Iterations,
            Converged = search.Converged,
            Reached = reached,
            Informed = search.Informed.ToArray(),
        };
    }
}
