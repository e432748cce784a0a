namespace SmpInsights.Statistics.MixedModels;

internal static class ModelInput
{
    public static void Require(ReadOnlySpan<UnitSums> units, ReadOnlySpan<int> pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        if (pattern.Length != units.Length)
            throw new ArgumentException("There must be one pattern index for each unit.", nameof(pattern));
        if (patterns.Count == 0 || patterns[0].Intercept.Length + patterns[0].Slope.Length == 0)
            throw new ArgumentException("There must be a pattern with at least one column.", nameof(patterns));
        foreach (RandomSlopePattern one in patterns)
        {
            if (one.Intercept.Length != patterns[0].Intercept.Length || one.Slope.Length != patterns[0].Slope.Length)
                throw new ArgumentException("All patterns must have the same columns.", nameof(patterns));
            if (!Array.TrueForAll(one.Intercept, double.IsFinite) || !Array.TrueForAll(one.Slope, double.IsFinite))
                throw new ArgumentException("Every covariate must be finite.", nameof(patterns));
        }
        foreach (int index in pattern)
        {
            if ((uint)index >= (uint)patterns.Count)
                throw new ArgumentException("A pattern index is out of range.", nameof(pattern));
        }
        foreach (ref readonly UnitSums unit in units)
        {
            if (unit.Count < 0 || !double.IsFinite(unit.SumT + unit.SumTT + unit.SumY + unit.SumTY + unit.SumYY))
                throw new ArgumentException("The sums of every unit must be finite and its count not negative.", nameof(units));
        }
    }
}
