using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Climbs the likelihood of <see cref="CuredFailureTime"/> by Newton's method. Where the observed information is not positive definite, as far from a maximum, it is mixed with the information that
/// the subjects would give were it known who is cured, which is (K. Lange 1995, "A gradient algorithm locally equivalent to the EM algorithm", J R Stat Soc B 57, 425-437).
/// </summary>
internal sealed class CuredSearch
{
    /// <summary>Logit of a share cured, below which there is none and above which there is nobody else.</summary>
    private const double Furthest = 14;

    /// <summary>Share of a parameter's information, not above which the parameters before it explain it.</summary>
    private const double Explained = 1e-10;

    private const double Brought = 0.25;
    private const double Rounding = 1e-11;
    private const int MostIterations = 200;
    private const int MostHalvings = 40;

    private readonly FailureTimeDistribution distribution;
    private readonly bool[] ended;
    private readonly double[] x;
    private readonly double[] centre;
    private readonly double[] reach;
    private readonly int size;
    private readonly double logTimes;
    private readonly double deviation;
    private readonly double middle;
    private readonly double failed;
    private readonly ReducedCholesky factor;
    private readonly double[] gradient;
    private readonly double[] observed;
    private readonly double[] complete;

    /// <summary>Rows hold (−1, −covariates, log time), centred and scaled: z is their product with (intercept, coefficients, 1) / scale. The logit of the share cured is the last parameter.</summary>
    public CuredSearch(FailureTimeDistribution distribution, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates)
    {
        this.distribution = distribution;
        ended = events.ToArray();
        failed = events.Count(true);
        int columns = covariates.GetLength(1);
        size = columns + 3;
        double[] logs = Array.ConvertAll(times.ToArray(), Math.Log);
        middle = logs.Average();
        deviation = Math.Sqrt(logs.Sum(y => (y - middle) * (y - middle)) / logs.Length);
        if (!(deviation > 0))
            deviation = 1;
        (centre, reach) = (new double[columns], new double[columns]);
        for (int j = 0; j < columns; j++)
        {
            double[] column = [.. Enumerable.Range(0, logs.Length).Select(i => covariates[i, j])];
            centre[j] = column.Average();
            reach[j] = column.Max() - column.Min() is var range and > 0 ? range : 1;
        }
        int width = size - 1;
        x = new double[logs.Length * width];
        for (int i = 0; i < logs.Length; i++)
        {
            x[i * width] = -1;
            for (int j = 0; j < columns; j++)
                x[i * width + 1 + j] = -(covariates[i, j] - centre[j]) / reach[j];
            x[i * width + width - 1] = (logs[i] - middle) / deviation;
            logTimes += ended[i] ? logs[i] : 0;
        }
        factor = new ReducedCholesky(size);
        gradient = new double[size];
        (observed, complete) = (new double[size * size], new double[size * size]);
    }

    /// <summary>The maximum above a start; null where the climb ends elsewhere.</summary>
    public FailureTimeFit? From(FailureTimeFit uncured, double cured)
    {
        double inverse = deviation / uncured.Scale;
        var at = new double[size];
        double location = uncured.Intercept!.Value - middle;
        for (int j = 0; j < centre.Length; j++)
        {
            double coefficient = uncured.Coefficients[j] ?? 0;
            location += coefficient * centre[j];
            at[j + 1] = coefficient * reach[j] / uncured.Scale;
        }
        (at[0], at[^2], at[^1]) = (location / uncured.Scale, inverse, Math.Log(cured / (1 - cured)));
        double value = Evaluate(at);
        var (step, tried, none, mixed) = (new double[size], new double[size], new double[size], new double[size * size]);
        for (int iteration = 0; iteration < MostIterations && double.IsFinite(value); iteration++)
        {
            double share = Factor(mixed, none);
            if (share > 1)
                return null;
            factor.Solve(gradient, step);
            double slope = Products.Dot(gradient, step);
            double next = double.NaN;
            bool rises = false;
            for (int halving = 0; halving <= MostHalvings && !rises; halving++)
            {
                double part = 1.0 / (1L << halving);
                for (int j = 0; j < size; j++)
                    tried[j] = at[j] + part * step[j];
                next = Evaluate(tried);
                rises = double.IsFinite(next) && next - value >= Brought * part * slope - Rounding * Math.Abs(next);
            }
            if (!rises)
                return null;
            (value, bool done) = (next, slope / 2 <= ConcaveSearch.Gain && share <= 0);
            tried.CopyTo(at, 0);
            if (!(Math.Abs(at[^1]) < Furthest && at[^2] <= AcceleratedFailureTime.Exact))
                return null;
            if (done)
                return Factor(mixed, none) <= 0 ? Result(at, value) : null;
        }
        return null;
    }

    /// <summary>Factors the observed information with as little of the complete one as makes it positive definite; how much that is, above 1 where nothing does.</summary>
    private double Factor(double[] mixed, double[] none)
    {
        foreach (double share in (ReadOnlySpan<double>)[0, 0.25, 0.5, 0.75, 1])
        {
            for (int k = 0; k < mixed.Length; k++)
                mixed[k] = observed[k] + share * (complete[k] - observed[k]);
            factor.Factor(mixed, none, Explained);
            if (!factor.Kept.Contains(false))
                return share;
        }
        return double.PositiveInfinity;
    }

    private double Evaluate(double[] at)
    {
        double inverse = at[^2];
        if (!(inverse > 0))
            return double.NaN;
        Array.Clear(gradient);
        Array.Clear(observed);
        Array.Clear(complete);
        int width = size - 1;
        int last = size - 1;
        double logit = at[^1];
        double cured = 1 / (1 + Math.Exp(-logit));
        double logUncured = -LogOnePlusExp(logit);
        double sum = failed * Math.Log(inverse);
        for (int i = 0; i < ended.Length; i++)
        {
            ReadOnlySpan<double> row = x.AsSpan(i * width, width);
            double z = 0;
            for (int a = 0; a < width; a++)
                z += row[a] * at[a];
            var (value, first, second) = AcceleratedFailureTime.Standard(distribution, ended[i], z);

            // The chance that a subject is cured, given that it has not failed so far.
            double never = ended[i] ? 0 : 1 / (1 + Math.Exp(value - logit));
            sum += logUncured + (ended[i] ? value : Math.Max(logit, value) + LogOnePlusExp(-Math.Abs(logit - value)));

            // Far beyond the others' times the derivatives can be infinite, but then nothing depends on them.
            double known = never < 1 ? -(1 - never) * second : 0;
            double unknown = never * (1 - never);
            double slope = never < 1 ? (1 - never) * first : 0;
            double curvature = unknown > 0 ? known - unknown * first * first : known;
            double across = unknown > 0 ? unknown * first : 0;
            for (int a = 0; a < width; a++)
            {
                gradient[a] += slope * row[a];
                observed[last * size + a] += across * row[a];
                for (int b = 0; b <= a; b++)
                {
                    observed[a * size + b] += curvature * row[a] * row[b];
                    complete[a * size + b] += known * row[a] * row[b];
                }
            }
            gradient[last] += never - cured;
            observed[last * size + last] += cured * (1 - cured) - unknown;
            complete[last * size + last] += cured * (1 - cured);
        }
        gradient[last - 1] += failed / inverse;
        observed[(last - 1) * size + last - 1] += failed / (inverse * inverse);
        complete[(last - 1) * size + last - 1] += failed / (inverse * inverse);
        return sum;
    }

    private FailureTimeFit? Result(double[] at, double value)
    {
        double scale = deviation / at[^2];
        double[] coefficients = [.. reach.Select((r, j) => at[j + 1] * scale / r)];
        double intercept = middle + at[0] * scale - coefficients.Select((c, j) => c * centre[j]).Sum();
        var covariance = Carried(factor.Inverse(), at, coefficients, scale);
        return covariance.Cast<double>().All(double.IsFinite) && double.IsFinite(intercept) && coefficients.All(double.IsFinite)
            ? new FailureTimeFit
            {
                Distribution = distribution,
                Intercept = intercept,
                Coefficients = [.. coefficients],
                Scale = scale,
                Cured = 1 / (1 + Math.Exp(-at[^1])),
                LogLikelihood = value - failed * Math.Log(deviation) - logTimes,
                Covariance = covariance,
            }
            : null;
    }

    /// <summary>Covariance of (intercept, coefficients, log scale, logit) from that of the parameters searched, by their derivatives.</summary>
    private double[,] Carried(double[,] searched, double[] at, double[] coefficients, double scale)
    {
        var derivatives = new double[size, size];
        int inverse = size - 2;
        (derivatives[0, 0], derivatives[0, inverse]) = (scale, -at[0] * scale / at[inverse]);
        for (int j = 0; j < coefficients.Length; j++)
        {
            (derivatives[j + 1, j + 1], derivatives[j + 1, inverse]) = (scale / reach[j], -coefficients[j] / at[inverse]);
            derivatives[0, j + 1] = -centre[j] * derivatives[j + 1, j + 1];
            derivatives[0, inverse] -= centre[j] * derivatives[j + 1, inverse];
        }
        (derivatives[inverse, inverse], derivatives[size - 1, size - 1]) = (-1 / at[inverse], 1);
        var carried = new double[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                for (int k = 0; k < size; k++)
                {
                    for (int l = 0; l < size && derivatives[a, k] != 0; l++)
                        carried[a, b] += derivatives[a, k] * searched[k, l] * derivatives[b, l];
                }
            }
        }
        return carried;
    }

    private static double LogOnePlusExp(double z) => z > 0 ? z + MathNet.Numerics.SpecialFunctions.Log1p(Math.Exp(-z)) : MathNet.Numerics.SpecialFunctions.Log1p(Math.Exp(z));
}
