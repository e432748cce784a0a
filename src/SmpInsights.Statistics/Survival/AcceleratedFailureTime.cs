using MathNet.Numerics;
using SmpInsights.Statistics.Distributions;
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
    private const double Explained = 1e-14;

    /// <summary>Standard deviations of the log times per scale beyond which the fit is taken to be exact, which no likelihood bounds.</summary>
    internal const double Exact = 1e6;

    /// <summary>Fits in O(n p²) an iteration. The order of the subjects does not matter.</summary>
    /// <param name="distribution">Distribution of the error.</param>
    /// <param name="times">Time under observation of each subject, in any unit, above 0.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="covariates">A row for each subject, a column for each covariate; without the intercept's.</param>
    /// <returns>Null when nobody has the event, when the likelihood has no maximum at a scale above 0 (the model fits the times exactly), or when the scale or its error cannot be written.</returns>
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
    internal static (double Value, double First, double Second) Standard(FailureTimeDistribution distribution, bool ended, double z)
    {
        switch (distribution)
        {
            case FailureTimeDistribution.Weibull:
                double e = Math.Exp(z);
                return ended ? (z - e, 1 - e, -e) : (-e, -e, -e);
            case FailureTimeDistribution.Lognormal when ended:
                return (-z * z / 2 - Constants.LogSqrt2Pi, -z, -1);
            case FailureTimeDistribution.Lognormal:
                double hazard = NormalTail.Hazard(z);
                return (NormalTail.Log(z, hazard), -hazard, -hazard * (hazard - z));
            default:
                double f = 1 / (1 + Math.Exp(-z));
                double logOnePlus = z > 0 ? z + SpecialFunctions.Log1p(Math.Exp(-z)) : SpecialFunctions.Log1p(Math.Exp(z));
                return ended ? (z - 2 * logOnePlus, 1 - 2 * f, -2 * f * (1 - f)) : (-logOnePlus, -f, -f * (1 - f));
        }
    }

    private sealed class Search
    {
        private readonly FailureTimeDistribution distribution;
        private readonly bool[] ended;
        private readonly double[] x;
        private readonly double[] reach;
        private readonly int size;
        private readonly double logTimes;
        private readonly double deviation;
        private readonly double middle;

        /// <summary>Rows hold (−1, −covariates, log time): z is their product with the parameters (intercept, coefficients, 1) / scale.</summary>
        public Search(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates)
        {
            this.distribution = distribution;
            ended = events.ToArray();
            int columns = covariates.GetLength(1);
            size = columns + 2;
            x = new double[times.Length * size];
            reach = new double[size];
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
                reach[j + 1] = column.Max() - column.Min();
                distance += reach[j + 1] > 0 ? Math.Abs(column.Average()) / reach[j + 1] : 0;
            }

            // An intercept far from the covariates is known less well without being unknowable.
            reach[0] = 1 / distance;
            reach[size - 1] = 1;
        }

        public FailureTimeFit? Run()
        {
            var start = new double[size];
            start[size - 1] = 1;

            // A constant column is the intercept's; rounding could make it seem to be more.
            double[] least = Array.ConvertAll(reach, r => r > 0 ? 0 : double.PositiveInfinity);
            var search = ConcaveSearch.Run(Evaluate, start, least, Explained);
            if (!search.Converged || !search.Kept[size - 1] || search.Reached[size - 1] > Exact)
                return null;
            var recession = search.Receding(reach);
            bool[] open = Recession.Open(recession.Directions, reach);
            bool[] estimable = [.. open.Zip(search.Kept.ToArray(), (o, kept) => kept && !o)];
            double scale = deviation / search.Reached[size - 1];
            double[,] covariance = Carried(search.Covariance(recession), search.Reached, scale, estimable);
            LeaveOutUnwritten(covariance, search.Reached, scale, estimable);
            return estimable[size - 1] ? Result(search.Reached, search.Value, scale, covariance, estimable) : null;
        }

        private double Evaluate(double[] parameters, double[] gradient, double[] information)
        {
            double inverse = parameters[size - 1];
            if (!(inverse > 0))
                return double.NaN;
            Array.Clear(gradient);
            Array.Clear(information);
            double logLikelihood = 0;
            double failed = 0;
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

        private FailureTimeFit Result(double[] reached, double logLikelihood, double scale, double[,] covariance, bool[] estimable)
        {
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
                Covariance = covariance,
            };
        }

        /// <summary>A parameter whose value or error is no number, or whose error rounds to none, is not estimable: 1e100 beside 1 leaves no digit of it.</summary>
        private void LeaveOutUnwritten(double[,] covariance, double[] reached, double scale, bool[] estimable)
        {
            for (int j = 0; j < size; j++)
                estimable[j] = estimable[j] && covariance[j, j] > 0 && double.IsFinite(covariance[j, j]) && double.IsFinite(reached[j] * scale);
            for (int j = 0; j < size; j++)
            {
                for (int k = 0; k <= j && estimable[j]; k++)
                    estimable[j] = !estimable[k] || double.IsFinite(covariance[j, k]);
                for (int k = 0; k < size && !estimable[j]; k++)
                    covariance[j, k] = covariance[k, j] = 0;
            }
        }

        /// <summary>Covariance of (intercept, coefficients, log scale) from that of the parameters searched: the derivatives are scale, and −coefficient or −1 over the inverse scale.</summary>
        private double[,] Carried(double[,] covariance, double[] reached, double scale, bool[] estimable)
        {
            int last = size - 1;
            double Own(int j) => j == last ? 0 : scale;
            double OfInverse(int j) => j == last ? -1 / reached[last] : -reached[j] * scale / reached[last];
            var carried = new double[size, size];
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
