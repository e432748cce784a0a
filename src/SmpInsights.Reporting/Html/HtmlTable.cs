using System.Text;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>A table that scrolls within its own frame, can be reached by keyboard, and says what its headers belong to.</summary>
internal static class HtmlTable
{
    /// <summary>From here on a page gives each column less air.</summary>
    private const int ManyColumns = 8;

    public static string Of(TableBlock table)
    {
        var html = new StringBuilder();
        html.Append($"<div class=\"table{(table.Rows.Count <= 8 ? " short" : "")}{(table.Columns.Count >= ManyColumns ? " dense" : "")}\" id=\"table-{table.Id}\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"caption-{table.Id}\">\n");
        html.Append($"<table>\n<caption id=\"caption-{table.Id}\" dir=\"auto\"><span>{XmlText.Escape(table.Title)}</span></caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append($"<th scope=\"col\"{Class(column.AlignsRight ? "n" : "")} dir=\"auto\">{XmlText.Escape(column.Header)}");
            html.Append(column.WithInterval ? " <span class=\"unit\">(95\u202F% interval)</span></th>" : "</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            Row(html, table.Columns, row);
        if (table.Rows.Count == 0)
            html.Append($"<tr><td class=\"none\" colspan=\"{Num.Of(table.Columns.Count)}\">No rows in this period.</td></tr>\n");
        html.Append("</tbody>\n");
        if (table.Total is { } total)
        {
            html.Append("<tfoot>\n");
            Row(html, table.Columns, total);
            html.Append("</tfoot>\n");
        }

        html.Append("</table>\n</div>\n");
        if (table.Note is { } note)
            html.Append($"<p class=\"remark\" dir=\"auto\">{XmlText.Escape(note)}</p>\n");
        return html.Append("</div>\n").ToString();
    }

    private static void Row(StringBuilder html, IReadOnlyList<Column> columns, IReadOnlyList<Cell> row)
    {
        html.Append("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var names = new[]
            {
                columns[i].AlignsRight ? "n" : "",
                row[i] is SuppressedCell or NotEnoughCell or MissingCell ? "quiet" : "",
                row[i] is TextCell or NotEnoughCell ? "" : "whole",
            };
            var name = Class(string.Join(' ', names.Where(part => part.Length > 0)));
            html.Append(i == 0
                ? $"<th scope=\"row\"{name} dir=\"auto\">{Content(row[i])}</th>"
                : $"<td{name} dir=\"auto\">{Content(row[i])}</td>");
        }

        html.Append("</tr>\n");
    }

    private static string Content(Cell cell) => cell switch
    {
        EstimateCell estimate => $"{XmlText.Escape(CellText.Value(estimate))}<span class=\"interval\">{XmlText.Escape(CellText.Interval(estimate))}</span>",
        MissingCell => "<span aria-label=\"none\" role=\"img\">–</span>",
        TextCell text => BreakableText.Html(text.Text),
        _ => XmlText.Escape(CellText.Of(cell)),
    };

    private static string Class(string names) => names.Length == 0 ? "" : $" class=\"{names}\"";
}
