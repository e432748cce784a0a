using System.Text;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>The HTML of each kind of block.</summary>
internal static class HtmlBlocks
{
    /// <summary>Side by side on paper; two where three would leave one alone.</summary>
    private const int PanelsInRow = 3;

    public static string Of(Block block) => block switch
    {
        TextBlock text => Paragraphs(text),
        TilesBlock tiles => Tiles(tiles),
        TableBlock { IsWorkbookOnly: true } table => $"<p class=\"remark\" id=\"table-{table.Id}\" dir=\"auto\">{XmlText.Escape(table.Title)}: {(table.Rows.Count == 0 ? "no rows" : $"{Print.Integer(table.Rows.Count)} {(table.Rows.Count == 1 ? "row" : "rows")}, in the workbook")}.</p>\n",
        TableBlock table => HtmlTable.Of(table),
        FigureBlock figure => Drawn(figure.Figure),
        FigureGridBlock grid => Grid(grid),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block without a page."),
    };

    /// <summary>A figure twice, for a wide and for a narrow screen; the style sheet shows one.</summary>
    private static string Drawn(Figure figure) =>
        $"<figure id=\"figure-{figure.Id}\">\n<div class=\"wide\">{SvgRenderer.Render(figure)}</div>\n<div class=\"narrow\">{SvgRenderer.Render(figure, SvgSize.Phone, "_n")}</div>\n</figure>\n";

    private static string Grid(FigureGridBlock grid) =>
        $"<div class=\"panels\" role=\"group\" aria-label=\"{XmlText.Escape(grid.Title)}\">\n<h3 dir=\"auto\">{XmlText.Escape(grid.Title)}</h3>\n<div class=\"grid{(grid.Figures.Count % PanelsInRow == 1 ? " two" : "")}\">\n"
        + string.Concat(grid.Figures.Select(figure => $"<figure id=\"figure-{figure.Id}\">{SvgRenderer.Render(figure, SvgSize.Panel)}</figure>\n")) + "</div>\n</div>\n";

    private static string Paragraphs(TextBlock text)
    {
        var html = new StringBuilder();
        var name = text.Kind switch { TextKind.Note => "note", TextKind.Warning => "warning", _ => "text" };
        html.Append($"<div class=\"{name}\"{(text.Kind == TextKind.Normal ? "" : " role=\"note\"")}>\n");
        if (text.Kind == TextKind.Warning)
            html.Append("<p class=\"mark\">Please note</p>\n");
        if (text.Bulleted)
            html.Append("<ul>\n");
        foreach (var line in text.Lines)
            html.Append(text.Bulleted ? $"<li dir=\"auto\">{XmlText.Escape(line)}</li>\n" : $"<p dir=\"auto\">{XmlText.Escape(line)}</p>\n");
        if (text.Bulleted)
            html.Append("</ul>\n");
        return html.Append("</div>\n").ToString();
    }

    private static string Tiles(TilesBlock block)
    {
        var html = new StringBuilder("<ul class=\"tiles\">\n");
        foreach (var tile in block.Tiles)
        {
            var tone = tile.Tone switch { Tone.Improvement => " good", Tone.Concern => " bad", _ => "" };
            html.Append($"<li class=\"tile{tone}\">\n<h3 dir=\"auto\">{XmlText.Escape(tile.Label)}</h3>\n");
            html.Append($"<p class=\"value{(tile.Value is NotEnoughCell or TextCell ? " words" : CellText.Of(tile.Value) is { Length: > 11 } && tile.Value is not EstimateCell ? " long" : "")}\" dir=\"auto\">{Value(tile.Value)}</p>\n");
            if (tile.Tone != Tone.Neutral)
                html.Append($"<p class=\"tone\">{(tile.Tone == Tone.Improvement ? "▲ Improvement" : "◆ Needs attention")}</p>\n");
            if (tile.Sparkline is { } values)
                html.Append(Sparkline.Of(values));
            if (tile.Comparisons.Count > 0)
            {
                html.Append("<dl>\n");
                foreach (var comparison in tile.Comparisons)
                    html.Append($"<div><dt dir=\"auto\">{XmlText.Escape(comparison.Label)}</dt><dd>{Value(comparison.Value)}</dd></div>\n");
                html.Append("</dl>\n");
            }

            if (tile.Note is { } note)
                html.Append($"<p class=\"remark\" dir=\"auto\">{XmlText.Escape(note)}</p>\n");
            html.Append("</li>\n");
        }

        return html.Append("</ul>\n").ToString();
    }

    private static string Value(Cell cell) => cell is EstimateCell estimate
        ? $"{XmlText.Escape(CellText.Value(estimate))}<span class=\"interval\">{XmlText.Escape(CellText.Interval(estimate))}</span>"
        : XmlText.Escape(CellText.Of(cell));
}
