using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Deals the tables and figures of sections out to sheets, in their order.</summary>
internal static class SheetBlocks
{
    /// <summary>In units of width: what goes on an upright page.</summary>
    private const double WidestTitle = 84;

    /// <summary>Blocks of a section that are read on one page stand on one sheet; a long table has a sheet to itself.</summary>
    public static IEnumerable<IReadOnlyList<SheetBlock>> Pages(IReadOnlyList<Section> sections)
    {
        var page = new List<SheetBlock>();
        foreach (var blocks in sections.Select(section => Of(section).ToList()).Where(blocks => blocks.Count > 0))
        {
            var joins = page.Count > 0 && GoesOn(page, blocks);
            foreach (var (i, block) in blocks.Index())
            {
                if (page.Count > 0 && ((i == 0 && !joins) || !Fits([.. page, block])))
                {
                    yield return Filled(page);
                    page = [];
                }

                page.Add(block);
            }
        }

        if (page.Count > 0)
            yield return Filled(page);
    }

    /// <summary>What the sheet is called: as its only block, or as the sections of its blocks.</summary>
    public static string Title(IReadOnlyList<SheetBlock> blocks) =>
        blocks.Count == 1 ? blocks[0].Title : SheetText.Shortened(string.Join(" · ", blocks.Select(block => block.Section).Distinct(StringComparer.Ordinal)), WidestTitle);

    private static bool Fits(IReadOnlyList<SheetBlock> page) => !page.Any(block => block.IsLong) && new PageLayout(page).FitsPage;

    /// <summary>A small section goes on below another, and any below a small beginning: else a printed page would be all but empty.</summary>
    private static bool GoesOn(List<SheetBlock> page, List<SheetBlock> section) =>
        PageLayout.IsSmall(page) ? Fits([.. page, section[0]]) : PageLayout.IsSmall(section) && Fits([.. page, .. section]);

    /// <summary>Where the page has room, the data of its charts are printed too.</summary>
    private static List<SheetBlock> Filled(List<SheetBlock> page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].WithDataPrinted is { } whole && Fits([.. page[..i], whole, .. page[(i + 1)..]]))
                page[i] = whole;
        }

        return page;
    }

    /// <summary>Whether a table is the first rows of one that only the workbook holds, for the page.</summary>
    private static bool IsBeginning(TableBlock table, Section section) => section.Blocks.OfType<TableBlock>().Any(whole => whole.IsWorkbookOnly && !table.IsWorkbookOnly
        && table.Columns.SequenceEqual(whole.Columns) && table.Rows.Count < whole.Rows.Count && table.Rows.Zip(whole.Rows).All(rows => rows.First.SequenceEqual(rows.Second)));

    private static IEnumerable<SheetBlock> Of(Section section)
    {
        foreach (var block in section.Blocks)
        {
            if (block is TableBlock table && !IsBeginning(table, section))
                yield return new TableOnSheet(table, section.Title);
            foreach (var figure in block.Figures)
            {
                var title = block is FigureGridBlock grid && !figure.Title.Contains(grid.Title, StringComparison.OrdinalIgnoreCase) ? $"{figure.Title}: {SheetText.Lowered(grid.Title)}" : figure.Title;
                yield return figure.IsEmpty ? new FigureWithoutData(figure, title, section.Title) : HeatMapOnSheet.IsHeatMap(figure) ? new HeatMapOnSheet(figure, title, section.Title) : new FigureOnSheet(figure, title, section.Title);
            }
        }
    }
}
