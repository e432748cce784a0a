using System.Globalization;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Ticks at days, months or years, whichever leave room for their labels.</summary>
internal static class DateScale
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];
    private static readonly int[] DaySteps = [1, 2, 7, 14];

    public static Scale Of(IReadOnlyList<double> days, AxisRange? range, double padding, double width, double size)
    {
        var from = range?.From ?? (days.Count == 0 ? 0 : days.Min()) - padding;
        var to = range?.To ?? (days.Count == 0 ? 1 : days.Max()) + padding;
        from = Math.Clamp(from, 40, DateOnly.MaxValue.DayNumber - 80);
        to = Math.Clamp(to, 41, DateOnly.MaxValue.DayNumber - 40);
        if (to - from < 1)
            (from, to) = (from - 15, from + 15);
        return new Scale(from, to, to - from < 45 && !days.All(IsFirstOfMonth) ? Days(from, to, width, size) : Months(from, to, width, size), day => Print.Day(DateAxis.DayAt(day)));
    }

    private static bool IsFirstOfMonth(double day) => DateAxis.DayAt(day).Day == 1;

    private static List<Tick> Days(double from, double to, double width, double size)
    {
        var room = TextMetrics.Width("88 Mmm", size) + 8;
        var step = DaySteps.FirstOrDefault(step => width * step / (to - from) >= room, 28);
        var ticks = new List<Tick>();
        for (var day = Math.Ceiling(from); day <= to; day += step)
        {
            var date = DateAxis.DayAt(day);
            ticks.Add(new Tick(day, string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Print.MonthName(date)}"), Year(ticks, date)));
        }

        return ticks;
    }

    private static List<Tick> Months(double from, double to, double width, double size)
    {
        var months = (to - from) / 30.44;
        var room = TextMetrics.Width("Mmm8", size);
        var step = MonthSteps.FirstOrDefault(step => width * step / months >= room, MonthSteps[^1]);
        var first = DateAxis.DayAt(Math.Ceiling(from));
        var index = (first.Year * 12) + first.Month - 1;
        if (first.Day > 1)
            index++;
        index += (step - (index % step)) % step;
        var ticks = new List<Tick>();
        for (; ; index += step)
        {
            var date = new DateOnly(Math.Min(index / 12, 9999), (index % 12) + 1, 1);
            if (date.DayNumber > to || index / 12 > 9998)
                return ticks;
            ticks.Add(step >= 12 ? new Tick(date.DayNumber, YearOf(date)) : new Tick(date.DayNumber, Print.MonthName(date), Year(ticks, date)));
        }
    }

    private static string? Year(List<Tick> before, DateOnly date) =>
        before.Count == 0 || DateAxis.DayAt(before[^1].At).Year != date.Year ? YearOf(date) : null;

    private static string YearOf(DateOnly date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);
}
