namespace SmpInsights.Outcomes.Watching;

/// <summary>A measure that is watched month by month. <paramref name="Id"/> is its key in documents and definitions, <paramref name="Name"/> what a person reads.</summary>
public sealed record WatchedMeasure(string Id, string Name, ChartKind Kind, Direction Direction)
{
    /// <summary>What points above the centre, or rising (1), or below it, or falling (-1), mean.</summary>
    public SignalMeaning Meaning(int sign) =>
        Direction == Direction.Neutral ? SignalMeaning.Change
        : sign > 0 == (Direction == Direction.HigherIsBetter) ? SignalMeaning.Improvement
        : SignalMeaning.Concern;
}
