namespace SmpInsights.Outcomes.Watching;

/// <summary>Which way of a measure is good.</summary>
public enum Direction { Neutral, HigherIsBetter, LowerIsBetter }
