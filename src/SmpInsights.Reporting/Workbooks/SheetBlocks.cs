using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Deals the tables and figures of a section out to sheets, in their order.</summary>
internal static class SheetBlocks
{
    /// <summary>Blocks that are read on one page stand on one sheet; a long table has a sheet to itself.</summary>
    public static IEnumerable<IReadOnlyList<SheetBlock>> Pages(Section section)
    {
        var page = new List<SheetBlock>();
        foreach (var block in Of(section))
        {
            if (page.Count > 0 && (block.IsLong || page[0].IsLong || !new PageLayout([.. page, block]).FitsPage))
            {
                yield return page;
                page = [];
            }

            page.Add(block);
        }

        if (page.Count > 0)
            yield return page;
    }

    private static IEnumerable<SheetBlock> Of(Section section)
    {
        foreach (var block in section.Blocks)
        {
            if (block is TableBlock table)
                yield return new TableOnSheet(table);
            foreach (var figure in block.Figures)
            {
                var title = block is FigureGridBlock grid ? $"{figure.Title}: {grid.Title}" : figure.Title;
                yield return HeatMapOnSheet.IsHeatMap(figure) ? new HeatMapOnSheet(figure, title) : new FigureOnSheet(figure, title);
            }
        }
    }
}
