namespace SmpInsights.Data.Runs;

/// <summary>State of a run; stored in lower case.</summary>
public enum RunState { Queued, Running, Done, Failed }
