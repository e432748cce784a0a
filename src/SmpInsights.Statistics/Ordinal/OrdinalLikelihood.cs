using MathNet.Numerics;

namespace SmpInsights.Statistics.Ordinal;

/// <summary>
/// Log-likelihood of the proportional odds model in (thresholds, coefficients). With u and l the upper and lower threshold less the linear predictor, the probability of a category is logistic(u) · logistic(−l) · (1 − exp(l − u)): no digit is
/// lost in a difference, and the last factor depends on thresholds alone.
/// </summary>
internal sealed class OrdinalLikelihood(int[] codes, int categories, double[,] x)
{
    private readonly int thresholds = categories - 1;
    private readonly int columns = x.GetLength(1);

    public int Size => thresholds + columns;

    public int Rows => codes.Length;

    /// <summary>The maximum without covariates: log odds of the cumulative shares.</summary>
    public double[] Start()
    {
        var start = new double[Size];
        double below = 0;
        for (int k = 0; k < thresholds; k++)
        {
            below += codes.Count(c => c == k);
            start[k] = Math.Log(below / (codes.Length - below));
        }
        return start;
    }

    /// <summary>NaN unless thresholds rise.</summary>
    public double Evaluate(double[] parameters, double[] gradient, double[] information)
    {
        Array.Clear(gradient);
        Array.Clear(information);
        double logLikelihood = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            int k = codes[i];
            if (k > 0 && k < thresholds && !(parameters[k] > parameters[k - 1]))
                return double.NaN;
            logLikelihood += AddScore(i, parameters, gradient);
            double predictor = Predictor(i, parameters);
            if (k < thresholds)
                AddSquare(i, k, Spread(parameters[k] - predictor), information);
            if (k > 0)
                AddSquare(i, k - 1, Spread(parameters[k - 1] - predictor), information);
            if (k > 0 && k < thresholds)
            {
                double q = 1 / SpecialFunctions.Expm1(parameters[k] - parameters[k - 1]);
                information[k * Size + k] += q * (1 + q);
                information[(k - 1) * Size + k - 1] += q * (1 + q);
                information[k * Size + k - 1] -= q * (1 + q);
            }
        }
        return logLikelihood;
    }

    /// <summary>Sum over clusters of the products of their scores.</summary>
    public double[,] ClusteredScores(double[] parameters, ReadOnlySpan<int> clusters)
    {
        var scores = new SortedDictionary<int, double[]>();
        for (int i = 0; i < codes.Length; i++)
        {
            if (!scores.TryGetValue(clusters[i], out double[]? score))
                scores.Add(clusters[i], score = new double[Size]);
            AddScore(i, parameters, score);
        }
        var sum = new double[Size, Size];
        foreach (double[] score in scores.Values)
        {
            for (int a = 0; a < Size; a++)
            {
                for (int b = 0; b < Size; b++)
                    sum[a, b] += score[a] * score[b];
            }
        }
        return sum;
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    private static double LogLogistic(double z) => z < 0 ? z - SpecialFunctions.Log1p(Math.Exp(z)) : -SpecialFunctions.Log1p(Math.Exp(-z));

    private static double Spread(double z) => Logistic(z) * Logistic(-z);

    private double Predictor(int row, double[] parameters)
    {
        double sum = 0;
        for (int j = 0; j < columns; j++)
            sum += x[row, j] * parameters[thresholds + j];
        return sum;
    }

    /// <summary>Adds a row's gradient and returns its log-likelihood.</summary>
    private double AddScore(int row, double[] parameters, double[] gradient)
    {
        int k = codes[row];
        double predictor = Predictor(row, parameters);
        double value = 0;
        double moved = 0;
        if (k < thresholds)
        {
            double u = parameters[k] - predictor;
            value += LogLogistic(u);
            gradient[k] += Logistic(-u);
            moved -= Logistic(-u);
        }
        if (k > 0)
        {
            double l = parameters[k - 1] - predictor;
            value += LogLogistic(-l);
            gradient[k - 1] -= Logistic(l);
            moved += Logistic(l);
        }
        if (k > 0 && k < thresholds)
        {
            double gap = parameters[k] - parameters[k - 1];
            double q = 1 / SpecialFunctions.Expm1(gap);
            value += Math.Log(-SpecialFunctions.Expm1(-gap));
            gradient[k] += q;
            gradient[k - 1] -= q;
        }
        for (int j = 0; j < columns; j++)
            gradient[thresholds + j] += moved * x[row, j];
        return value;
    }

    /// <summary>Adds weight × the square of (threshold − predictor) as a form in the parameters.</summary>
    private void AddSquare(int row, int threshold, double weight, double[] information)
    {
        information[threshold * Size + threshold] += weight;
        for (int a = 0; a < columns; a++)
        {
            double weighted = weight * x[row, a];
            information[(thresholds + a) * Size + threshold] -= weighted;
            for (int b = 0; b <= a; b++)
                information[(thresholds + a) * Size + thresholds + b] += weighted * x[row, b];
        }
    }
}
