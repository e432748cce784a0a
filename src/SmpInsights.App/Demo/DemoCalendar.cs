namespace SmpInsights.App.Demo;

/// <summary>The days of the demo: from the first clinic's opening to the day before Today.</summary>
internal sealed class DemoCalendar
{
    /// <summary>New clients by month of the year against the average: full in spring and autumn, quiet in August and December.</summary>
    private static readonly double[] Season = [1.05, 1.0, 1.1, 1.15, 1.1, 1.0, 0.95, 0.8, 1.05, 1.1, 1.0, 0.8];

    public DemoCalendar(DemoOptions options)
    {
        LastDay = options.Today.AddDays(-1);
        ThisMonth = new DateOnly(options.Today.Year, options.Today.Month, 1);
        Opening = ThisMonth.AddMonths(-options.Months - DemoOptions.HistoryMonths);
    }

    public DateOnly Opening { get; }

    /// <summary>First day of the month that is not over yet.</summary>
    public DateOnly ThisMonth { get; }

    public DateOnly LastDay { get; }

    public static double SeasonOf(DateOnly day) => Season[day.Month - 1];

    /// <summary>The day itself, or the Monday after a Sunday, when clinics are closed.</summary>
    public static DateOnly OpenDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(1) : day;

    public bool HasCome(DateOnly day) => day <= LastDay;

    public DateOnly? IfCome(DateOnly? day) => day is { } d && HasCome(d) ? d : null;
}
