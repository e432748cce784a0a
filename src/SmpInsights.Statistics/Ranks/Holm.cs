namespace SmpInsights.Statistics.Ranks;

/// <summary>
/// Adjustment of several p-values so that the chance of any false finding among them stays below the level each is then held against.
/// S. Holm (1979), "A simple sequentially rejective multiple test procedure", Scand J Stat 6, 65-70. Same as R's
/// <c>p.adjust(p, "holm")</c>.
/// </summary>
public static class Holm
{
    /// <summary>The adjusted values in the order given, none below its own and none above 1. O(k log k).</summary>
    /// <param name="p">Values from 0 to 1; null, a test that could not be made, stays null and does not count.</param>
    /// <exception cref="ArgumentException">A value is outside 0 to 1.</exception>
    public static double?[] Adjust(ReadOnlySpan<double?> p)
    {
        var adjusted = new double?[p.Length];
        var made = new List<(double P, int Index)>();
        for (int i = 0; i < p.Length; i++)
        {
            if (p[i] is not { } value)
                continue;
            if (!(value >= 0 && value <= 1))
                throw new ArgumentException("Every value must lie between 0 and 1.", nameof(p));
            made.Add((value, i));
        }
        made.Sort();
        double largest = 0;
        for (int k = 0; k < made.Count; k++)
        {
            largest = Math.Max(largest, Math.Min(1, (made.Count - k) * made[k].P));
            adjusted[made[k].Index] = largest;
        }
        return adjusted;
    }
}
