namespace SmpInsights.Statistics.Descriptive;

/// <summary>Location and spread of a sample, in the unit of its values. The values need no order and are left as they are.</summary>
public static class Sample
{
    /// <summary>The arithmetic mean; null for no value. A second pass takes out the rounding error of the first.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? Mean(ReadOnlySpan<double> values)
    {
        RequireFinite(values);
        if (values.IsEmpty)
            return null;
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        double left = 0;
        foreach (double value in values)
            left += value - mean;
        return mean + left / values.Length;
    }

    /// <summary>The standard deviation with divisor n − 1; null below two values.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? StandardDeviation(ReadOnlySpan<double> values)
    {
        double? mean = Mean(values);
        if (mean is not { } centre || values.Length < 2)
            return null;
        double squares = 0;
        foreach (double value in values)
            squares += (value - centre) * (value - centre);
        return Math.Sqrt(squares / (values.Length - 1));
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
        return sorted.Length % 2 == 1 ? sorted[half] : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
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
