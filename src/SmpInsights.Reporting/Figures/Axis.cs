namespace SmpInsights.Reporting.Figures;

/// <summary>
/// An axis. Positions on it are numbers: the number itself, a share 0..1, a day (<see cref="DateAxis.At"/>), or a category's index.
/// </summary>
public abstract record Axis(string Title)
{
    private protected Axis(string title, AxisRange? range)
        : this(title) => Range = range;

    /// <summary>A fixed range, or null to take it from the data.</summary>
    public AxisRange? Range { get; }
}

/// <summary>A fixed range of an axis.</summary>
public sealed record AxisRange
{
    public AxisRange(double from, double to)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to) || from >= to)
            throw new ArgumentOutOfRangeException(nameof(to), to, "A range runs from a smaller to a larger finite number.");
        (From, To) = (from, to);
    }

    public double From { get; }

    public double To { get; }
}

/// <summary>A linear axis of numbers. With <paramref name="IncludeZero"/> a range taken from the data starts or ends at 0.</summary>
public sealed record NumberAxis(string Title, AxisRange? Range = null, bool IncludeZero = false) : Axis(Title, Range);

/// <summary>A linear axis of shares, 0..1, labelled in per cent. A <paramref name="Mirrored"/> one runs both ways from 0 and is labelled without sign, for bars that diverge.</summary>
public sealed record PercentAxis(string Title, AxisRange? Range = null, bool IncludeZero = true, bool Mirrored = false) : Axis(Title, Range)
{
    /// <summary>0 % to 100 %.</summary>
    public static AxisRange Whole { get; } = new(0, 1);
}

/// <summary>An axis of ratios above 0. Where they lie far apart, half as often is as far from 1 as twice as often; on a linear axis one long interval would leave no room for the others.</summary>
public sealed record RatioAxis(string Title) : Axis(Title, null);

/// <summary>An axis of days.</summary>
public sealed record DateAxis(string Title, AxisRange? Range = null) : Axis(Title, Range)
{
    /// <summary>The position of a day.</summary>
    public static double At(DateOnly day) => day.DayNumber;

    /// <summary>The day at a position.</summary>
    public static DateOnly DayAt(double position) =>
        DateOnly.FromDayNumber((int)Math.Clamp(Math.Round(position), DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}

/// <summary>An axis of named categories, positions 0, 1, ... As Y axis the first is on top.</summary>
public sealed record CategoryAxis(string Title, IReadOnlyList<string> Categories) : Axis(Title, null);
