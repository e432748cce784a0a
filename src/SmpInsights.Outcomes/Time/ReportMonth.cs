using System.Globalization;

namespace SmpInsights.Outcomes.Time;

/// <summary>A calendar month, such as 2026-06. Both its first and its last day belong to it.</summary>
public readonly record struct ReportMonth : IComparable<ReportMonth>
{
    /// <summary>The earliest month a report may be asked for: it looks back over years that must exist too.</summary>
    public const int EarliestReportYear = 1903;

    /// <exception cref="ArgumentOutOfRangeException">Year outside 1-9998 or month outside 1-12.</exception>
    public ReportMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Year = year;
        Month = month;
    }

    public int Year { get; }

    public int Month { get; }

    public DateOnly First => new(Year, Month, 1);

    /// <summary>The last day: a report of the month is as of this day, inclusive.</summary>
    public DateOnly Last => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    public ReportMonth Previous => Add(-1);

    public ReportMonth SameMonthLastYear => Add(-12);

    public static ReportMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>The month so many months later; earlier when negative.</summary>
    public ReportMonth Add(int months) => Of(First.AddMonths(months));

    public bool Contains(DateOnly date) => date.Year == Year && date.Month == Month;

    /// <summary>The months from so many before this one up to this one, oldest first.</summary>
    public IReadOnlyList<ReportMonth> Trailing(int count)
    {
        var self = this;
        return [.. Enumerable.Range(0, count).Select(i => self.Add(i - count + 1))];
    }

    /// <summary>The months from this one to another, both with them, oldest first; none when the other is earlier.</summary>
    public IReadOnlyList<ReportMonth> To(ReportMonth last)
    {
        var self = this;
        return [.. Enumerable.Range(0, Math.Max(0, (12 * (last.Year - Year)) + last.Month - Month + 1)).Select(i => self.Add(i))];
    }

    /// <summary>Reads <c>yyyy-MM</c>, from <see cref="EarliestReportYear"/> on.</summary>
    public static bool TryParse(string? text, out ReportMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year is < EarliestReportYear or > 9998)
            return false;
        month = Of(first);
        return true;
    }

    public int CompareTo(ReportMonth other) => First.CompareTo(other.First);

    public static bool operator <(ReportMonth a, ReportMonth b) => a.CompareTo(b) < 0;

    public static bool operator >(ReportMonth a, ReportMonth b) => a.CompareTo(b) > 0;

    public static bool operator <=(ReportMonth a, ReportMonth b) => a.CompareTo(b) <= 0;

    public static bool operator >=(ReportMonth a, ReportMonth b) => a.CompareTo(b) >= 0;

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>For people: <c>June 2026</c>.</summary>
    public string Name => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
