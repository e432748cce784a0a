namespace SmpInsights.Reporting.Svg;

/// <summary>A place on an axis that is labelled; a date's second line is its year.</summary>
internal sealed record Tick(double At, string Label, string? Second = null);

/// <summary>An axis laid out: its range, its ticks, and how a value on it is written when asked for precisely. One that doubles has its values where their logarithms are.</summary>
internal sealed record Scale(double From, double To, IReadOnlyList<Tick> Ticks, Func<double, string> Write, bool Doubles = false)
{
    /// <summary>Ticks between the others that a drawing has and a native axis, whose ticks are all alike far apart, has not.</summary>
    public IReadOnlyList<Tick> Between { get; init; } = [];

    public IEnumerable<Tick> Drawn => Ticks.Concat(Between).OrderBy(tick => tick.At);

    /// <summary>0 at the start of the axis, 1 at its end; beyond it for values outside, but never by much.</summary>
    public double Share(double value) => Math.Clamp((Place(value) - Place(From)) / (Place(To) - Place(From)), -2, 3);

    public double Place(double value) => Doubles ? Math.Log2(Math.Max(value, double.Epsilon)) : value;

    public bool Holds(double value)
    {
        var slack = (To - From) * 1e-9;
        return value >= From - slack && value <= To + slack;
    }
}
