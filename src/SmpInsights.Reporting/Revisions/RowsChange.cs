namespace SmpInsights.Reporting.Revisions;

/// <summary>How the rows of a table differ from those of the revision before. How many is not told: a count of late rows can be one client.</summary>
public enum RowsChange { More, Fewer, Corrected }
