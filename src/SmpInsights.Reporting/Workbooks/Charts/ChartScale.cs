using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>A figure's scale in the numbers of a sheet, where a day counts from Excel's beginning.</summary>
internal static class ChartScale
{
    /// <summary>Excel's day 0; right from 1 March 1900 on, before which no date is a number.</summary>
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    public static readonly double FirstDay = new DateOnly(1900, 3, 1).DayNumber;

    public static double Number(Axis axis, double value) => axis is DateAxis ? DateAxis.DayAt(value).DayNumber - DayZero : value;

    /// <summary>The distance of the ticks, or none where there are fewer than two or it grows.</summary>
    public static double? Step(Scale scale) => scale.Ticks.Count > 1 && !scale.Doubles ? scale.Ticks[1].At - scale.Ticks[0].At : null;

    /// <summary>With <paramref name="whole"/> an axis that was taken from the data starts at a tick, since native ticks are counted from the start.</summary>
    public static Scale Of(Axis axis, Scale scale, bool whole)
    {
        if (axis is DateAxis)
            return scale with { From = Math.Floor(scale.From) - DayZero, To = Math.Ceiling(scale.To) - DayZero, Ticks = [.. scale.Ticks.Select(tick => tick with { At = tick.At - DayZero })] };
        return whole && axis is not CategoryAxis && axis.Range is null && Step(scale) is { } step
            ? scale with { From = Kept(Math.Floor((scale.From / step) + 1e-6) * step), To = Kept(Math.Ceiling((scale.To / step) - 1e-6) * step) }
            : scale;
    }

    /// <summary>A cell keeps 15 digits: an end of the axis that had more would leave out the point that stands on it.</summary>
    private static double Kept(double value) => Math.Round(value, 12);
}
