using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Revisions;

/// <summary>A key figure as a revision prints it, or one of its sentences in short, whose name is then empty: what may not be printed is not in it either.</summary>
public sealed record KeyFigure(string Name, string Value)
{
    /// <summary>The tiles of a report in their order; of one without tiles the sentences in short.</summary>
    public static IReadOnlyList<KeyFigure> Of(ReportDocument document)
    {
        var tiles = document.Blocks.OfType<TilesBlock>().SelectMany(block => block.Tiles).Select(tile => new KeyFigure(tile.Label, CellText.Of(tile.Value))).ToList();
        return tiles.Count > 0 ? tiles : [.. document.Headlines.Select(sentence => new KeyFigure(string.Empty, sentence))];
    }
}
