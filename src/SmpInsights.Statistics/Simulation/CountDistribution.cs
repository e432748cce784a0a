namespace SmpInsights.Statistics.Simulation;

/// <summary>The distribution of a count, known by draws from it.</summary>
public sealed class CountDistribution
{
    private readonly int[] sorted;

    /// <param name="draws">Draws in any order, at least one; left as they are.</param>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public CountDistribution(ReadOnlySpan<int> draws)
    {
        if (draws.IsEmpty)
            throw new ArgumentException("There must be a draw.", nameof(draws));
        sorted = draws.ToArray();
        Array.Sort(sorted);
        long sum = 0;
        foreach (int draw in sorted)
            sum += draw;
        Mean = (double)sum / sorted.Length;
    }

    /// <summary>Mean of the draws.</summary>
    public double Mean { get; }

    /// <summary>The smallest count that at least a share <paramref name="p"/> of the draws do not exceed (R. J. Hyndman and Y. Fan 1996, Am Stat 50, 361-365, definition 1).</summary>
    /// <param name="p">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside its range.</exception>
    public int Quantile(double p)
    {
        if (!(p > 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Must be above 0 and at most 1.");

        // Shares such as 0.1 of 2000 draws must not miss their rank by a rounding error.
        return sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Length - 1e-9), 1, sorted.Length) - 1];
    }

    /// <summary>Share of the draws that do not exceed a count.</summary>
    public double AtMost(int count) => (double)Rank(count + 1L) / sorted.Length;

    /// <summary>
    /// The randomised probability-integral transform of a count seen: uniform between 0 and 1 when the count is a draw from this distribution (C. Czado, T. Gneiting and L. Held 2009,
    /// "Predictive model assessment for count data", Biometrics 65, 1254-1261, equation 1).
    /// </summary>
    /// <param name="count">The count seen.</param>
    /// <param name="uniform">A uniform number between 0 and 1 that depends on nothing else.</param>
    public double Transform(int count, double uniform)
    {
        double below = (double)Rank(count) / sorted.Length;
        return below + uniform * (AtMost(count) - below);
    }

    /// <summary>How many draws are below a number.</summary>
    private int Rank(long number)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < number)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
