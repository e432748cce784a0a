using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Figures;

/// <summary>
/// Something drawn. Marks whose series have one name share colour, dash and shape, and one entry of the legend.
/// Where Y is a <see cref="CategoryAxis"/>, bars and intervals lie: their X is the category's index and their Y the value all the same.
/// </summary>
public abstract record Mark
{
    private protected Mark() { }

    /// <summary>Whether there is anything to draw that came from data.</summary>
    public abstract bool HasData { get; }
}

/// <summary>What a series stands for, which decides how loud it is drawn.</summary>
public enum SeriesRole { Data, Muted, Improvement, Concern }

/// <summary>A named series.</summary>
public sealed record Series(string Name, SeriesRole Role = SeriesRole.Data);

/// <summary>A point; Y is null where there is a gap. The label is shown when hovered, and beside a point of a <see cref="PointsMark"/> where it fits.</summary>
public sealed record DataPoint(double X, double? Y, string? Label = null)
{
    public double X { get; } = Require.Finite(X, nameof(X));

    public double? Y { get; } = Y is { } y ? Require.Finite(y, nameof(Y)) : null;
}

/// <summary>A vertical extent at X.</summary>
public sealed record BandPoint(double X, double Lower, double Upper)
{
    public double X { get; } = Require.Finite(X, nameof(X));

    public double Lower { get; } = Require.Finite(Lower, nameof(Lower));

    public double Upper { get; } = Require.Finite(Upper, nameof(Upper));
}

/// <summary>A value and its interval at X; open ends are null.</summary>
public sealed record IntervalPoint(double X, double Value, double? Lower, double? Upper, string? Label = null)
{
    public double X { get; } = Require.Finite(X, nameof(X));

    public double Value { get; } = Require.Finite(Value, nameof(Value));

    public double? Lower { get; } = Lower is { } lower ? Require.Finite(lower, nameof(Lower)) : null;

    public double? Upper { get; } = Upper is { } upper ? Require.Finite(upper, nameof(Upper)) : null;
}

/// <summary>Points joined by straight lines, broken at gaps and, where drawn, between points further apart than the longest join; a native chart joins those.</summary>
public sealed record LineMark(Series Series, IReadOnlyList<DataPoint> Points, bool Markers = false, bool Dashed = false, double LongestJoin = double.PositiveInfinity) : Mark
{
    public override bool HasData => Points.Any(point => point.Y.HasValue);
}

/// <summary>A step function, right-continuous: the value holds from its X to the next. Censored observations are ticks on it.</summary>
public sealed record StepMark(Series Series, IReadOnlyList<DataPoint> Points, IReadOnlyList<DataPoint>? Censored = null) : Mark
{
    public override bool HasData => Points.Any(point => point.Y.HasValue);
}

/// <summary>An interval around a line, or around a step function. One without a line of its name is labelled itself.</summary>
public sealed record BandMark(Series Series, IReadOnlyList<BandPoint> Points, bool Stepped = false) : Mark
{
    public override bool HasData => Points.Count > 0;
}

/// <summary>Points alone; those with a label are named where there is room.</summary>
public sealed record PointsMark(Series Series, IReadOnlyList<DataPoint> Points) : Mark
{
    public override bool HasData => Points.Any(point => point.Y.HasValue);
}

/// <summary>Bars from zero; several such marks stand side by side.</summary>
public sealed record BarsMark(Series Series, IReadOnlyList<DataPoint> Points) : Mark
{
    public override bool HasData => Points.Any(point => point.Y.HasValue);
}

/// <summary>Bars from zero; several such marks stand on each other in their order.</summary>
public sealed record StackedBarsMark(Series Series, IReadOnlyList<DataPoint> Points) : Mark
{
    public override bool HasData => Points.Any(point => point.Y.HasValue);
}

/// <summary>Values with error bars.</summary>
public sealed record IntervalsMark(Series Series, IReadOnlyList<IntervalPoint> Points) : Mark
{
    public override bool HasData => Points.Count > 0;
}

/// <summary>
/// A field of a heat map, by the indices of its categories. A number is shaded by its size and printed; a cell that is suppressed is hatched; any other is printed plain.
/// The label is shown when hovered.
/// </summary>
public sealed record HeatCell(int Column, int Row, Cell Value, string? Label = null)
{
    /// <summary>The number that is shaded, or null.</summary>
    public double? Number => Value switch
    {
        PercentCell percent => percent.Value,
        NumberCell number => number.Value,
        IntegerCell integer => integer.Value,
        _ => null,
    };
}

/// <summary>A table as shades; both axes are a <see cref="CategoryAxis"/>, and the mark stands alone.</summary>
public sealed record HeatMapMark(Series Series, IReadOnlyList<HeatCell> Cells) : Mark
{
    public override bool HasData => Cells.Any(cell => cell.Value is not MissingCell);
}

/// <summary>Which way a reference line runs.</summary>
public enum RuleDirection { Horizontal, Vertical }

/// <summary>A labelled reference line at a value of Y (horizontal) or X (vertical).</summary>
public sealed record RuleMark(RuleDirection Direction, double At, string Label) : Mark
{
    public double At { get; } = Require.Finite(At, nameof(At));

    public override bool HasData => false;
}

/// <summary>A remark at a place in the plot.</summary>
public sealed record TextMark(double X, double Y, string Text) : Mark
{
    public double X { get; } = Require.Finite(X, nameof(X));

    public double Y { get; } = Require.Finite(Y, nameof(Y));

    public override bool HasData => false;
}
