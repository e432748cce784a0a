namespace SmpInsights.Reporting.Documents;

/// <summary>Whether a value wants attention; never told by colour alone.</summary>
public enum Tone { Neutral, Improvement, Concern }

/// <summary>One key figure with what it is compared with. The sparkline holds the run of the value, oldest first, null where there was none.</summary>
public sealed record Tile(
    string Label,
    Cell Value,
    IReadOnlyList<Comparison> Comparisons,
    string? Note = null,
    IReadOnlyList<double?>? Sparkline = null,
    Tone Tone = Tone.Neutral);

/// <summary>"last month" and its value.</summary>
public sealed record Comparison(string Label, Cell Value);
