namespace SmpInsights.Statistics.Descriptive;

/// <summary>Location and spread of a sample, in the unit of its values. The values need no order and are left as they are.</summary>
public static class Sample
{
    /// <summary>Size from which squares are no longer safe to add up.</summary>
    private const double Huge = 1e140;

    /// <summary>2^-600.</summary>
    private const double Shrink = 2.409919865102884e-181;

    /// <summary>The arithmetic mean; null for no value. A second pass takes out the rounding error of the first.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? Mean(ReadOnlySpan<double> values)
    {
        RequireFinite(values);
        if (values.IsEmpty)
            return null;
        // Values near the largest number there is would overflow in a sum; the power of two takes no digit.
        double unit = Largest(values) > Huge ? Shrink : 1;
        double sum = 0;
        foreach (double value in values)
            sum += value * unit;
        double mean = sum / values.Length;
        double left = 0;
        foreach (double value in values)
            left += value * unit - mean;
        return (mean + left / values.Length) / unit;
    }

    /// <summary>The standard deviation with divisor n − 1; null below two values, or when it is too large a number to write.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? StandardDeviation(ReadOnlySpan<double> values)
    {
        double? mean = Mean(values);
        if (mean is not { } centre || values.Length < 2)
            return null;
        double unit = Largest(values) > Huge ? Shrink : 1;
        double squares = 0;
        foreach (double value in values)
            squares += (value * unit - centre * unit) * (value * unit - centre * unit);
        double deviation = Math.Sqrt(squares / (values.Length - 1)) / unit;
        return double.IsFinite(deviation) ? deviation : null;
    }

    /// <summary>The middle value, or the mean of the two middle ones; null for no value.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? Median(ReadOnlySpan<double> values)
    {
        RequireFinite(values);
        if (values.IsEmpty)
            return null;
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : sorted[half - 1] + (sorted[half] / 2 - sorted[half - 1] / 2);
    }

    /// <summary>The value with a share <paramref name="p"/> of the sample below it, on the straight line between the two nearest; null for no value.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="p">From 0, the smallest value, to 1, the largest.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside its range.</exception>
    /// <remarks>Definition 7 of R. J. Hyndman and Y. Fan (1996), Am Stat 50, 361-365; R's default.</remarks>
    public static double? Quantile(ReadOnlySpan<double> values, double p)
    {
        RequireFinite(values);
        if (!(p is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Must lie between 0 and 1.");
        if (values.IsEmpty)
            return null;
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double place = (sorted.Length - 1) * p;
        int below = (int)place;
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[below + 1] * share;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static void RequireFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException("Every value must be finite.", nameof(values));
        }
    }
}
