namespace SmpInsights.Reporting.Svg;

/// <summary>Half as often is as far from 1 as twice as often: ticks at powers of two, or of four, eight, ... where there would be too many, or with one between two where there would be few.</summary>
internal static class RatioScale
{
    private const int Furthest = 30;

    /// <summary>Doublings up to which each has a tick between.</summary>
    private const int Few = 2;

    public static Scale Of(IReadOnlyList<double> values, int targetTicks)
    {
        var powers = values.Where(value => value > 0).Select(value => Math.Clamp(Math.Log2(value), -Furthest, Furthest)).DefaultIfEmpty(0).ToArray();
        var (from, to) = ((int)Math.Floor(powers.Min() + 1e-9), (int)Math.Ceiling(powers.Max() - 1e-9));
        if (from == to)
            (from, to) = (from - 1, to + 1);
        var step = (int)Math.Ceiling((to - from) / (double)Math.Max(1, targetTicks));
        (from, to) = ((int)Math.Floor(from / (double)step) * step, (int)Math.Ceiling(to / (double)step) * step);
        Tick[] ticks = [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(k => At(Math.Pow(2, from + (k * step))))];
        return new Scale(Math.Pow(2, from), Math.Pow(2, to), ticks, value => NumberScale.Trimmed(value, value < 0.1 ? 4 : 2), Doubles: true)
        {
            Between = to - from <= Few ? [.. ticks.SkipLast(1).Select(tick => At(1.5 * tick.At))] : [],
        };

        static Tick At(double value) => new(value, NumberScale.Trimmed(value, 6));
    }
}
