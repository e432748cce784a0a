namespace SmpInsights.Statistics.Survival;

/// <summary>
/// Subjects sorted once, by stratum and from the last time to the first, so that those met so far are those at risk. Covariates are
/// taken from their stratum's mean: that changes no partial likelihood and keeps the digits of its second derivative.
/// </summary>
internal sealed class RiskSets
{
    private readonly int columns;
    private readonly double[] times;
    private readonly bool[] ended;
    private readonly double[] x;
    private readonly int[] strataEnds;
    private readonly double[] risk;

    // Sums over those at risk and, in the second half, over those who fail at the time: of risks × covariates, and × their products.
    private readonly double[] first;
    private readonly double[] second;
    private readonly double[] mean;
    private readonly double[] score;
    private readonly double[] information;

    private RiskSets(int columns, double[] times, bool[] ended, double[] x, int[] strataEnds, double[] spread, double[] reach)
    {
        this.columns = columns;
        this.times = times;
        this.ended = ended;
        this.x = x;
        this.strataEnds = strataEnds;
        Spread = spread;
        Reach = reach;
        risk = new double[times.Length];
        first = new double[2 * columns];
        second = new double[2 * columns * columns];
        mean = new double[columns];
        score = new double[columns];
        information = new double[columns * columns];
    }

    /// <summary>For each covariate, its variance over all subjects times the events: the size that its information could have.</summary>
    public double[] Spread { get; }

    /// <summary>For each covariate, its largest value less its smallest, each from the mean of its stratum.</summary>
    public double[] Reach { get; }

    public static RiskSets Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[,] covariates, ReadOnlySpan<int> strata)
    {
        FollowUp.Require(times, events);
        if (covariates.GetLength(0) != times.Length)
            throw new ArgumentException("There must be a row of covariates for each time.", nameof(covariates));
        if (!strata.IsEmpty && strata.Length != times.Length)
            throw new ArgumentException("There must be as many strata as times, or none.", nameof(strata));
        foreach (double value in covariates)
        {
            if (!(Math.Abs(value) <= FollowUp.Longest))
                throw new ArgumentException("Every covariate must be finite and within 1e100 of 0.", nameof(covariates));
        }

        int size = times.Length;
        int width = covariates.GetLength(1);
        var order = new int[size];
        var keys = new (int Stratum, double Earliness)[size];
        for (int i = 0; i < size; i++)
        {
            order[i] = i;
            keys[i] = (strata.IsEmpty ? 0 : strata[i], -times[i]);
        }
        Array.Sort(keys, order);

        var sorted = new double[size];
        var marks = new bool[size];
        var values = new double[size * width];
        var ends = new List<int>();
        for (int i = 0; i < size; i++)
        {
            sorted[i] = times[order[i]];
            marks[i] = events[order[i]];
            for (int j = 0; j < width; j++)
                values[i * width + j] = covariates[order[i], j];
            if (i + 1 == size || keys[i + 1].Stratum != keys[i].Stratum)
                ends.Add(i + 1);
        }

        double[] spread = SumOfSquares(values, width, 0, size);
        for (int j = 0; j < width; j++)
            spread[j] *= (double)marks.AsSpan().Count(true) / size;
        for (int k = 0; k < ends.Count; k++)
            Centre(values, width, k == 0 ? 0 : ends[k - 1], ends[k]);
        return new RiskSets(width, sorted, marks, values, [.. ends], spread, Ranges(values, width));
    }

    /// <summary>
    /// The partial log-likelihood with Efron's correction for ties, its gradient and its negated second derivative (lower triangle, row by row).
    /// With a weight for each time (<paramref name="weights"/>), also those of the model with every covariate × weight as further covariates at 0: then both have twice the size.
    /// </summary>
    public double Evaluate(ReadOnlySpan<double> coefficients, Span<double> gradient, Span<double> negatedHessian, Func<double, double>? weights = null)
    {
        gradient.Clear();
        negatedHessian.Clear();
        double logLikelihood = 0;
        for (int k = 0; k < strataEnds.Length; k++)
        {
            int start = k == 0 ? 0 : strataEnds[k - 1];
            FillRisks(coefficients, start, strataEnds[k]);
            first.AsSpan().Clear();
            second.AsSpan().Clear();
            double atRisk = 0;

            // Risks are over the highest met so far: over the highest of all, those left at late times could all come to 0.
            double highest = risk[start];
            for (int i = start, next = start; i < strataEnds[k]; i = next)
            {
                int failed = 0;
                double failing = 0;
                score.AsSpan().Clear();
                for (; next < strataEnds[k] && times[next] == times[i]; next++)
                {
                    if (risk[next] > highest)
                    {
                        double share = Math.Exp(highest - risk[next]);
                        (atRisk, failing, highest) = (atRisk * share, failing * share, risk[next]);
                        Multiply(first, share);
                        Multiply(second, share);
                    }
                    double r = Math.Exp(risk[next] - highest);
                    atRisk += r;
                    Add(next, r, 0);
                    if (!ended[next])
                        continue;
                    failed++;
                    failing += r;
                    logLikelihood += risk[next];
                    Add(next, r, columns);
                    for (int j = 0; j < columns; j++)
                        score[j] += x[next * columns + j];
                }
                if (failed == 0)
                    continue;
                logLikelihood -= AddFailures(failed, atRisk, failing) + failed * highest;
                Collect(weights?.Invoke(times[i]), gradient, negatedHessian);
                first.AsSpan(columns).Clear();
                second.AsSpan(columns * columns).Clear();
            }
        }
        return logLikelihood;
    }

    private static double[] SumOfSquares(double[] x, int columns, int start, int end)
    {
        double[] means = Means(x, columns, start, end);
        var sums = new double[columns];
        for (int i = start; i < end; i++)
        {
            for (int j = 0; j < columns; j++)
                sums[j] += (x[i * columns + j] - means[j]) * (x[i * columns + j] - means[j]);
        }
        return sums;
    }

    private static void Centre(double[] x, int columns, int start, int end)
    {
        double[] means = Means(x, columns, start, end);
        for (int i = start; i < end; i++)
        {
            for (int j = 0; j < columns; j++)
                x[i * columns + j] -= means[j];
        }
    }

    private static double[] Ranges(double[] x, int columns)
    {
        var (low, high) = (new double[columns], new double[columns]);
        for (int i = 0; i < x.Length; i++)
        {
            low[i % columns] = Math.Min(low[i % columns], x[i]);
            high[i % columns] = Math.Max(high[i % columns], x[i]);
        }
        return [.. high.Zip(low, (a, b) => a - b)];
    }

    private static double[] Means(double[] x, int columns, int start, int end)
    {
        var means = new double[columns];
        for (int i = start; i < end; i++)
        {
            for (int j = 0; j < columns; j++)
                means[j] += x[i * columns + j];
        }
        for (int j = 0; j < columns; j++)
            means[j] /= end - start;
        return means;
    }

    private void FillRisks(ReadOnlySpan<double> coefficients, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            double sum = 0;
            for (int j = 0; j < columns; j++)
                sum += coefficients[j] * x[i * columns + j];
            risk[i] = sum;
        }
    }

    private static void Multiply(double[] sums, double share)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] *= share;
    }

    private void Add(int subject, double r, int offset)
    {
        ReadOnlySpan<double> row = x.AsSpan(subject * columns, columns);
        Span<double> sums = first.AsSpan(offset, columns);
        Span<double> products = second.AsSpan(offset * columns, columns * columns);
        for (int a = 0; a < row.Length; a++)
        {
            double weighted = r * row[a];
            sums[a] += weighted;
            for (int b = 0; b <= a; b++)
                products[a * columns + b] += weighted * row[b];
        }
    }

    /// <summary>One time's failures in Efron's way: the k-th of d meets those at risk less k/d of those who fail. Returns the sum of the logarithms of their risks.</summary>
    private double AddFailures(int failed, double atRisk, double failing)
    {
        double logs = 0;
        information.AsSpan().Clear();
        for (int k = 0; k < failed; k++)
        {
            double gone = (double)k / failed;
            double left = atRisk - gone * failing;
            logs += Math.Log(left);
            for (int a = 0; a < columns; a++)
            {
                mean[a] = (first[a] - gone * first[columns + a]) / left;
                score[a] -= mean[a];
                for (int b = 0; b <= a; b++)
                {
                    int at = a * columns + b;
                    information[at] += (second[at] - gone * second[columns * columns + at]) / left - mean[a] * mean[b];
                }
            }
        }
        return logs;
    }

    private void Collect(double? weight, Span<double> gradient, Span<double> negatedHessian)
    {
        int width = weight is null ? columns : 2 * columns;
        for (int a = 0; a < columns; a++)
        {
            gradient[a] += score[a];
            for (int b = 0; b <= a; b++)
                negatedHessian[a * width + b] += information[a * columns + b];
            if (weight is not { } w)
                continue;
            gradient[columns + a] += w * score[a];
            for (int b = 0; b < columns; b++)
            {
                double product = information[Math.Max(a, b) * columns + Math.Min(a, b)];
                negatedHessian[(columns + a) * width + b] += w * product;
                if (b <= a)
                    negatedHessian[(columns + a) * width + columns + b] += w * w * product;
            }
        }
    }
}
