using System.Globalization;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Ticks at 1, 2, 2.5 or 5 times a power of ten.</summary>
internal static class NumberScale
{
    private const double Largest = 1e12;

    /// <summary>Lays out numbers or shares. A range taken from data is widened to whole steps where <paramref name="widen"/> says so; numbers that are <paramref name="whole"/>, by default where all are, have no ticks between them.</summary>
    public static Scale Of(IReadOnlyList<double> values, AxisRange? range, bool includeZero, bool percent, bool widen, int targetTicks, bool mirrored = false, bool? whole = null)
    {
        var (from, to) = range is null ? Extent(values, includeZero, percent) : (range.From, range.To);
        var smallest = !percent && (whole ?? (values.Count > 0 && values.All(double.IsInteger))) ? 1 : 0;
        var step = Step(from, to, targetTicks, smallest);
        if (range is null && widen)
            (from, to) = Widened(from, to, step, percent && values.All(value => value <= 1));
        var decimals = Decimals(percent ? step * 100 : step);
        var ticks = new List<Tick>();
        for (var k = Math.Ceiling((from / step) - 1e-6); k * step <= to + (step * 1e-6) && ticks.Count < 60; k++)
            ticks.Add(new Tick(k * step, Label(Shown(k * step), decimals, percent)));
        var finer = Math.Min(decimals + 2, 8);
        return new Scale(from, to, ticks, value => percent ? Label(Shown(value), Math.Max(1, decimals), percent: true) : Trimmed(value, finer));

        double Shown(double value) => mirrored ? Math.Abs(value) : value;
    }

    private static (double From, double To) Extent(IReadOnlyList<double> values, bool includeZero, bool percent)
    {
        var usable = values.Select(value => Math.Clamp(value, -Largest, Largest)).ToArray();
        var from = usable.Length == 0 ? 0 : usable.Min();
        var to = usable.Length == 0 ? 1 : usable.Max();
        if (includeZero)
            (from, to) = (Math.Min(from, 0), Math.Max(to, 0));
        if (to - from > Math.Max(Math.Abs(from), Math.Abs(to)) * 1e-9 && to - from > 1e-9)
            return (from, to);
        var room = percent ? 0.05 : Math.Max(Math.Abs(to) * 0.1, 1);
        return includeZero && from >= 0 ? (0, to + room) : (from - room, to + room);
    }

    private static (double From, double To) Widened(double from, double to, double step, bool stopAtOne)
    {
        var lower = Math.Floor((from / step) + 1e-6) * step;
        var upper = Math.Ceiling((to / step) - 1e-6) * step;
        return (lower, stopAtOne ? Math.Max(to, Math.Min(upper, 1)) : upper);
    }

    private static double Step(double from, double to, int target, double smallest)
    {
        var raw = (to - from) / Math.Max(1, target);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double[] factors = [1, 2, 2.5, 5, 10];
        var step = factors.Select(factor => factor * power).First(candidate => candidate >= raw * 0.999 || candidate >= 9.99 * power);
        if (smallest > 0 && step is > 2 and < 3)
            step = 5;
        return Math.Max(step, smallest);
    }

    private static int Decimals(double step)
    {
        for (var decimals = 0; decimals < 8; decimals++)
        {
            var scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * Math.Max(1, scaled))
                return decimals;
        }

        return 8;
    }

    private static string Label(double value, int decimals, bool percent) =>
        percent ? Print.Percent(value, decimals) : Print.Number(value, decimals);

    public static string Trimmed(double value, int decimals)
    {
        if (Math.Abs(value) >= 1e15)
            return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        var text = Print.Number(value, decimals);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
