namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Points that chance alone seldom brings. <paramref name="Sign"/> is 1 where they lie above the centre or rise, −1 where they lie below or fall;
/// <paramref name="Points"/> are their places in the series, from 0, in order: all of a run or trend, and only those in the outer third.
/// </summary>
public sealed record Signal(SignalRule Rule, int Sign, IReadOnlyList<int> Points);
