namespace SmpInsights.Reporting.Svg;

/// <summary>Ticks at powers of two, or of four, eight, ... where there would be too many. Ratios close to each other keep the finer ticks of a linear axis.</summary>
internal static class RatioScale
{
    private const int Furthest = 30;

    /// <summary>How many times as large the largest must be as the smallest before the axis doubles.</summary>
    private const double FarApart = 4;

    public static Scale Of(IReadOnlyList<double> values, int targetTicks)
    {
        if (values.Count == 0 || values.Max() <= FarApart * values.Min())
            return NumberScale.Of(values, null, includeZero: false, percent: false, widen: true, targetTicks);
        var powers = values.Where(value => value > 0).Select(value => Math.Clamp(Math.Log2(value), -Furthest, Furthest)).ToArray();
        var (from, to) = ((int)Math.Floor(powers.Min() + 1e-9), (int)Math.Ceiling(powers.Max() - 1e-9));
        var step = (int)Math.Ceiling((to - from) / (double)Math.Max(1, targetTicks));
        (from, to) = ((int)Math.Floor(from / (double)step) * step, (int)Math.Ceiling(to / (double)step) * step);
        return new Scale(Math.Pow(2, from), Math.Pow(2, to), [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(k => Math.Pow(2, from + (k * step))).Select(at => new Tick(at, NumberScale.Trimmed(at, 6)))],
            value => NumberScale.Trimmed(value, value < 0.1 ? 4 : 2), Doubles: true);
    }
}
