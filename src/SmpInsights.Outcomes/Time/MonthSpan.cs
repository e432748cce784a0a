using System.Globalization;

namespace SmpInsights.Outcomes.Time;

/// <summary>One month or several on end, both ends included.</summary>
public readonly record struct MonthSpan
{
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public MonthSpan(ReportMonth first, ReportMonth last)
    {
        if (last < first)
            throw new ArgumentException("A span of months ends before it begins.", nameof(last));
        (First, Last) = (first, last);
    }

    public ReportMonth First { get; }

    public ReportMonth Last { get; }

    public bool IsSingle => First == Last;

    public int Count => ((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1;

    public bool Contains(ReportMonth month) => month >= First && month <= Last;

    public bool Contains(DateOnly date) => date >= First.First && date <= Last.Last;

    /// <summary>For people: <c>June 2026</c>, <c>April to June 2026</c>, <c>November 2025 to January 2026</c>.</summary>
    public string Name => IsSingle ? First.Name
        : (First.Year == Last.Year ? First.First.ToString("MMMM", CultureInfo.InvariantCulture) : First.Name) + " to " + Last.Name;
}
