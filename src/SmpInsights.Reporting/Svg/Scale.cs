namespace SmpInsights.Reporting.Svg;

/// <summary>A place on an axis that is labelled; a date's second line is its year.</summary>
internal sealed record Tick(double At, string Label, string? Second = null);

/// <summary>An axis laid out: its range, its ticks, and how a value on it is written when asked for precisely.</summary>
internal sealed record Scale(double From, double To, IReadOnlyList<Tick> Ticks, Func<double, string> Write)
{
    /// <summary>0 at the start of the axis, 1 at its end; beyond it for values outside, but never by much.</summary>
    public double Share(double value) => Math.Clamp((value - From) / (To - From), -2, 3);

    public bool Holds(double value)
    {
        var slack = (To - From) * 1e-9;
        return value >= From - slack && value <= To + slack;
    }
}
