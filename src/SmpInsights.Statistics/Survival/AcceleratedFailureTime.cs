using MathNet.Numerics;
using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Parametric regression of right-censored log times by maximum likelihood (J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time
/// Data", 2nd ed. 2002, sections 2.3.3 and 3.6). Same as R's <c>survreg</c>.
/// </summary>
/// <remarks>
/// The parameters searched are 1 / scale and coefficients / scale, in which the log-likelihood of all three distributions is concave (R. J. Olsen 1978, Econometrica 46,
/// 1211-1215; J. Burridge 1981, J R Stat Soc B 43, 41-45), so that Newton's method with step halving comes to its only maximum from anywhere.
/// </remarks>
public static class AcceleratedFailureTime
{
    /// <summary>Gain in log-likelihood that a step promises after which it is the last: Newton's method squares what is left.</summary>
    private const double Gain = 1e-10;

    private const int MostIterations = 100;
    private const int MostHalvings = 40;
    private const double Explained = 1e-14;

    /// <summary>Standard error, in scales and standard deviations of the covariate, beyond which a coefficient counts as not estimable: its group has no event and the likelihood rises for ever.</summary>
    private const double LargestError = 300;

    /// <summary>Standard deviations of the log times per scale beyond which the fit is taken to be exact, which no likelihood bounds.</summary>
    private const double Exact = 1e6;

    /// <summary>Fits in O(n p²) an iteration. The order of the subjects does not matter.</summary>
    /// <param name="distribution">Distribution of the error.</param>
    /// <param name="times">Time under observation of each subject, in any unit, above 0.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate; without the intercept's.</param>
    /// <returns>Null when nobody has the event, or when the likelihood has no maximum at a scale above 0 (the model fits the times exactly).</returns>
    /// <exception cref="ArgumentException">The lengths differ, a time is not above 0 and at most 1e100, or a covariate is not finite and within 1e100 of 0.</exception>
    public static FailureTimeFit? Fit(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates)
    {
        FollowUp.Require(times, events);
        if (times.Contains(0))
            throw new ArgumentException("Every time must be above 0.", nameof(times));
        ArgumentNullException.ThrowIfNull(covariates);
        if (covariates.GetLength(0) != times.Length)
            throw new ArgumentException("There must be a row of covariates for each time.", nameof(covariates));
        foreach (double value in covariates)
        {
            if (!(Math.Abs(value) <= FollowUp.Longest))
                throw new ArgumentException("Every covariate must be finite and within 1e100 of 0.", nameof(covariates));
        }
        return events.Contains(true) ? new Search(distribution, times, events, covariates).Run() : null;
    }

    /// <summary>log of the density (event) or of the survival (no event) of the standard error at z, with two derivatives.</summary>
    private static (double Value, double First, double Second) Standard(FailureTimeDistribution distribution, bool ended, double z)
    {
        switch (distribution)
        {
            case FailureTimeDistribution.Weibull:
                double e = Math.Exp(z);
                return ended ? (z - e, 1 - e, -e) : (-e, -e, -e);
            case FailureTimeDistribution.Lognormal when ended:
                return (-z * z / 2 - Constants.LogSqrt2Pi, -z, -1);
            case FailureTimeDistribution.Lognormal:
                double hazard = NormalHazard(z);
                double logTail = z > Far ? -z * z / 2 - Constants.LogSqrt2Pi - Math.Log(hazard) : Math.Log(SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2);
                return (logTail, -hazard, -hazard * (hazard - z));
            default:
                double f = 1 / (1 + Math.Exp(-z));
                double logOnePlus = z > 0 ? z + SpecialFunctions.Log1p(Math.Exp(-z)) : SpecialFunctions.Log1p(Math.Exp(z));
                return ended ? (z - 2 * logOnePlus, 1 - 2 * f, -2 * f * (1 - f)) : (-logOnePlus, -f, -f * (1 - f));
        }
    }

    /// <summary>Where the tail of the normal distribution is taken from its continued fraction.</summary>
    private const double Far = 8;

    /// <summary>Density over upper tail; far out by the continued fraction of Laplace (Abramowitz and Stegun 26.2.14).</summary>
    private static double NormalHazard(double z)
    {
        if (z <= Far)
            return Math.Exp(-z * z / 2 - Constants.LogSqrt2Pi) / (SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2);
        double fraction = z;
        for (int k = 60; k > 0; k--)
            fraction = z + k / fraction;
        return fraction;
    }

    private sealed class Search
    {
        private readonly FailureTimeDistribution distribution;
        private readonly bool[] ended;
        private readonly double[] x;
        private readonly double[] spread;
        private readonly int size;
        private readonly double logTimes;
        private readonly double deviation;
        private readonly double middle;
        private readonly double[] gradient;
        private readonly double[] information;

        /// <summary>Rows hold (−1, −covariates, log time): z is their product with the parameters (intercept, coefficients, 1) / scale.</summary>
        public Search(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates)
        {
            this.distribution = distribution;
            ended = events.ToArray();
            int columns = covariates.GetLength(1);
            size = columns + 2;
            x = new double[times.Length * size];
            spread = new double[size];
            gradient = new double[size];
            information = new double[size * size];
            double[] logs = Array.ConvertAll(times.ToArray(), Math.Log);
            middle = logs.Average();
            deviation = Math.Sqrt(logs.Sum(y => (y - middle) * (y - middle)) / logs.Length);
            if (!(deviation > 0))
                deviation = 1;
            for (int i = 0; i < logs.Length; i++)
            {
                x[i * size] = -1;
                for (int j = 0; j < columns; j++)
                    x[i * size + 1 + j] = -covariates[i, j];

                // From the mean and in standard deviations, so that the unit of time does not matter to the search.
                x[i * size + size - 1] = (logs[i] - middle) / deviation;
                logTimes += ended[i] ? logs[i] : 0;
            }
            double distance = 1;
            for (int j = 0; j < columns; j++)
            {
                double[] column = [.. Enumerable.Range(0, logs.Length).Select(i => covariates[i, j])];
                double mean = column.Average();
                spread[j + 1] = Math.Sqrt(column.Sum(v => (v - mean) * (v - mean)) / column.Length);
                distance += spread[j + 1] > 0 ? Math.Abs(mean) / spread[j + 1] : 0;
            }

            // An intercept far from the covariates is known less well without being unknowable.
            spread[0] = 1 / distance;
        }

        public FailureTimeFit? Run()
        {
            var (reached, tried, step, least) = (new double[size], new double[size], new double[size], new double[size]);
            var factor = new ReducedCholesky(size);
            reached[size - 1] = 1;
            double current = Evaluate(reached);
            bool converged = false;
            for (int iteration = 0; iteration < MostIterations && !converged; iteration++)
            {
                factor.Factor(information, least, Explained);
                if (!factor.Kept[size - 1])
                    return null;
                factor.Solve(gradient, step);
                double gain = 0;
                for (int j = 0; j < size; j++)
                    gain += gradient[j] * step[j] / 2;
                converged = gain <= Gain;
                double next = double.NaN;
                for (int halving = 0; halving <= MostHalvings; halving++)
                {
                    for (int j = 0; j < size; j++)
                        tried[j] = reached[j] + step[j] / (1L << halving);
                    next = tried[size - 1] > 0 ? Evaluate(tried) : double.NaN;
                    if (next > current || (converged && double.IsFinite(next)))
                        break;
                }
                if (!converged && !(next > current))
                    return null;
                current = next;
                tried.CopyTo(reached, 0);
                if (reached[size - 1] > Exact)
                    return null;
            }
            factor.Factor(information, least, Explained);
            return converged && factor.Kept[size - 1] ? Result(reached, current, factor) : null;
        }

        private double Evaluate(double[] parameters)
        {
            Array.Clear(gradient);
            Array.Clear(information);
            double logLikelihood = 0;
            double failed = 0;
            double inverse = parameters[size - 1];
            for (int i = 0; i < ended.Length; i++)
            {
                ReadOnlySpan<double> row = x.AsSpan(i * size, size);
                double z = 0;
                for (int j = 0; j < row.Length; j++)
                    z += row[j] * parameters[j];
                var (value, first, second) = Standard(distribution, ended[i], z);
                logLikelihood += value;
                failed += ended[i] ? 1 : 0;
                for (int a = 0; a < row.Length; a++)
                {
                    gradient[a] += first * row[a];
                    double weighted = second * row[a];
                    for (int b = 0; b <= a; b++)
                        information[a * size + b] -= weighted * row[b];
                }
            }
            gradient[size - 1] += failed / inverse;
            information[size * size - 1] += failed / (inverse * inverse);
            return logLikelihood + failed * Math.Log(inverse);
        }

        private FailureTimeFit Result(double[] reached, double logLikelihood, ReducedCholesky factor)
        {
            double[,] covariance = factor.Inverse();
            double scale = deviation / reached[size - 1];
            var estimable = new bool[size];
            for (int j = 0; j < size; j++)
                estimable[j] = factor.Kept[j] && Math.Sqrt(covariance[j, j]) * spread[j] <= LargestError;
            var coefficients = new double?[size - 2];
            for (int j = 0; j < coefficients.Length; j++)
                coefficients[j] = estimable[j + 1] ? reached[j + 1] * scale : null;
            double failed = ended.AsSpan().Count(true);
            return new FailureTimeFit
            {
                Distribution = distribution,
                Intercept = estimable[0] ? middle + reached[0] * scale : null,
                Coefficients = coefficients,
                Scale = scale,
                LogLikelihood = logLikelihood - failed * Math.Log(deviation) - logTimes,
                Covariance = Carried(covariance, reached, scale, estimable),
            };
        }

        /// <summary>Covariance of (intercept, coefficients, log scale) from that of the parameters searched: the derivatives are scale, and −coefficient or −1 over the inverse scale.</summary>
        private double[,] Carried(double[,] covariance, double[] reached, double scale, bool[] estimable)
        {
            int last = size - 1;
            double Own(int j) => j == last ? 0 : scale;
            double OfInverse(int j) => j == last ? -1 / reached[last] : -reached[j] * scale / reached[last];
            var carried = new double[size, size];
            estimable[last] = true;
            for (int a = 0; a < size; a++)
            {
                for (int b = 0; b < size; b++)
                {
                    if (estimable[a] && estimable[b])
                        carried[a, b] = Own(a) * Own(b) * covariance[a, b] + Own(a) * OfInverse(b) * covariance[a, last] + OfInverse(a) * Own(b) * covariance[last, b] + OfInverse(a) * OfInverse(b) * covariance[last, last];
                }
            }
            return carried;
        }
    }
}
