namespace SmpInsights.Statistics.Linear;

/// <summary>Value of a function at given parameters, with its gradient and negated second derivative (flat, lower triangle); not finite where it is not defined or cannot be computed.</summary>
internal delegate double ConcaveFunction(double[] parameters, double[] gradient, double[] information);

/// <summary>
/// The highest point of a concave log-likelihood by Newton's method. A step that brings less than a quarter of what it promises is halved (L. Armijo 1966, Pacific J Math 16, 1-3): one that only rises could overshoot to where nothing is known.
/// </summary>
internal sealed class ConcaveSearch
{
    /// <summary>Gain that a step promises after which it is the last: Newton's method squares what is left.</summary>
    public const double Gain = 1e-12;

    private const double Brought = 0.25;

    /// <summary>Share of the value below which a change of it is taken for rounding.</summary>
    private const double Rounding = 1e-11;

    private const int MostIterations = 100;
    private const int MostHalvings = 40;

    private readonly double[] gradient;
    private readonly double[] information;
    private readonly ReducedCholesky factor;
    private readonly bool[] informed;

    private ConcaveSearch(int size)
    {
        gradient = new double[size];
        information = new double[size * size];
        factor = new ReducedCholesky(size);
        informed = new bool[size];
        Reached = new double[size];
    }

    public double[] Reached { get; }

    /// <summary>Parameters that others did not explain at the start; the rest stay where they were.</summary>
    public ReadOnlySpan<bool> Informed => informed;

    /// <summary>Parameters that others do not explain at the end.</summary>
    public ReadOnlySpan<bool> Kept => factor.Kept;

    public double StartValue { get; private set; }

    public double Value { get; private set; }

    public int Iterations { get; private set; }

    /// <summary>Whether the search came to its last step; otherwise nothing it reached is a maximum.</summary>
    public bool Converged { get; private set; }

    /// <summary>Takes one evaluation a step, and no memory.</summary>
    /// <param name="function">What is to be maximised; concave where it is defined.</param>
    /// <param name="start">Where it is defined.</param>
    /// <param name="least">Information of each parameter, not above which there is none.</param>
    /// <param name="explained">Share of a parameter's information, not above which the parameters before it explain it.</param>
    public static ConcaveSearch Run(ConcaveFunction function, double[] start, double[] least, double explained)
    {
        var search = new ConcaveSearch(start.Length);
        start.CopyTo(search.Reached, 0);
        search.Climb(function, [.. least], explained);
        return search;
    }

    /// <summary>Where there is no maximum; <paramref name="reach"/> is that of each parameter's covariate, above 0 where informed.</summary>
    public Recession Receding(double[] reach) => Recession.Of(information, informed, reach);

    /// <summary>Inverse of the information over the informed parameters; 0 in the rows and columns of the others.</summary>
    public double[,] Covariance(Recession recession) => recession.Directions.Count == 0 ? factor.Inverse() : recession.Covariance;

    private void Climb(ConcaveFunction function, double[] least, double explained)
    {
        int size = Reached.Length;
        var (tried, step) = (new double[size], new double[size]);
        Value = StartValue = function(Reached, gradient, information);
        factor.Factor(information, least, explained);
        factor.Kept.CopyTo(informed);

        // What cannot be told apart at the start never can; far out, rounding could make it seem so.
        for (int j = 0; j < size; j++)
            least[j] = informed[j] ? least[j] : double.PositiveInfinity;
        while (!Converged && Iterations < MostIterations)
        {
            Iterations++;
            factor.Solve(gradient, step);
            double slope = Products.Dot(gradient, step);
            double next = double.NaN;
            bool rises = false;
            for (int halving = 0; halving <= MostHalvings && !rises; halving++)
            {
                double share = 1.0 / (1L << halving);
                for (int j = 0; j < size; j++)
                    tried[j] = Reached[j] + share * step[j];
                next = function(tried, gradient, information);
                rises = double.IsFinite(next) && next - Value >= Brought * share * slope - Rounding * Math.Abs(next);
            }
            if (!rises)
            {
                function(Reached, gradient, information);
                return;
            }
            Value = next;
            tried.CopyTo(Reached, 0);
            factor.Factor(information, least, explained);
            Converged = slope / 2 <= Gain;
        }
    }
}
