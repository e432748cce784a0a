namespace SmpInsights.Outcomes.Privacy;

/// <summary>A printed total and the cells that add up to it, as positions in the list of cells. A cell may be in any number of margins, also as the total of one and a part of another.</summary>
public sealed record Margin(int Total, IReadOnlyList<int> Parts);
