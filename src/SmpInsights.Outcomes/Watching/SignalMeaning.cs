namespace SmpInsights.Outcomes.Watching;

/// <summary>What a signal says about the clinic; a change where no direction is good in itself.</summary>
public enum SignalMeaning { Change, Improvement, Concern }
