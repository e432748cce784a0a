using System.Text;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>A table that scrolls within its own frame, can be reached by keyboard, and says what its headers belong to.</summary>
internal sealed class HtmlTable
{
    /// <summary>From here on a page gives each column less air.</summary>
    private const int ManyColumns = 8;

    private const string Interval = "(95\u202F% interval)";

    private readonly StringBuilder _html = new();
    private readonly TableBlock _table;
    private readonly NarrowTable _narrow;

    private HtmlTable(TableBlock table) => (_table, _narrow) = (table, NarrowTables.Of(table));

    public static string Of(TableBlock table) => new HtmlTable(table).Write();

    private string Write()
    {
        var names = string.Concat(_table.Rows.Count <= 8 ? " short" : "", _table.Columns.Count >= ManyColumns ? " dense" : "", _narrow switch { NarrowTable.Cards => " cards", NarrowTable.Scrolls => " swipe", _ => "" });
        _html.Append($"<div class=\"table{names}\" id=\"table-{_table.Id}\">\n");
        if (_narrow == NarrowTable.Scrolls)
            _html.Append($"<p class=\"hint\" aria-hidden=\"true\">{Num.Of(_table.Columns.Count)} columns: swipe sideways to see them all →</p>\n");
        _html.Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"caption-{_table.Id}\">\n<table{Role("table")}>\n<caption id=\"caption-{_table.Id}\" dir=\"auto\"><span>{XmlText.Escape(_table.Title)}</span></caption>\n");
        Headers();
        _html.Append($"<tbody{Role("rowgroup")}>\n");
        foreach (var row in _table.Rows)
            Row(row);
        if (_table.Rows.Count == 0)
            _html.Append($"<tr{Role("row")}><td class=\"none\"{Role("cell")} colspan=\"{Num.Of(_table.Columns.Count)}\">No rows in this period.</td></tr>\n");
        _html.Append("</tbody>\n");
        if (_table.Total is { } total)
        {
            _html.Append($"<tfoot{Role("rowgroup")}>\n");
            Row(total);
            _html.Append("</tfoot>\n");
        }

        _html.Append("</table>\n</div>\n");
        if (_table.Note is { } note)
            _html.Append($"<p class=\"remark\" dir=\"auto\">{XmlText.Escape(note)}</p>\n");
        return _html.Append("</div>\n").ToString();
    }

    private void Headers()
    {
        _html.Append($"<thead{Role("rowgroup")}><tr{Role("row")}>");
        foreach (var column in _table.Columns)
        {
            _html.Append($"<th scope=\"col\"{Role("columnheader")}{Class(column.AlignsRight ? "n" : "")} dir=\"auto\">{HeaderText.Html(column.Header)}");
            _html.Append(column.WithInterval ? $" <span class=\"unit\">{Interval}</span></th>" : "</th>");
        }

        _html.Append("</tr></thead>\n");
    }

    private void Row(IReadOnlyList<Cell> row)
    {
        _html.Append($"<tr{Role("row")}>");
        for (var i = 0; i < row.Count; i++)
        {
            var names = new[]
            {
                _table.Columns[i].AlignsRight ? "n" : "",
                row[i] is SuppressedCell or NotEnoughCell or MissingCell ? "quiet" : "",
                row[i] is TextCell or NotEnoughCell ? "" : "whole",
            };
            var name = Class(string.Join(' ', names.Where(part => part.Length > 0)));
            _html.Append(i == 0
                ? $"<th scope=\"row\"{Role("rowheader")}{name} dir=\"auto\">{Content(row[i])}</th>"
                : $"<td{Role("cell")}{name}{Label(_table.Columns[i])} dir=\"auto\">{Content(row[i])}</td>");
        }

        _html.Append("</tr>\n");
    }

    /// <summary>Laid out as a card, a row is no table to a screen reader unless it is told so.</summary>
    private string Role(string role) => _narrow == NarrowTable.Cards ? $" role=\"{role}\"" : "";

    /// <summary>What a card writes above the value.</summary>
    private string Label(Column column) => _narrow == NarrowTable.Cards ? $" data-label=\"{XmlText.Escape(column.Header)}{(column.WithInterval ? " " + Interval : "")}\"" : "";

    private static string Content(Cell cell) => cell switch
    {
        EstimateCell estimate => $"{XmlText.Escape(CellText.Value(estimate))}<span class=\"interval\">{XmlText.Escape(CellText.Interval(estimate))}</span>",
        MissingCell => "<span aria-label=\"none\" role=\"img\">–</span>",
        TextCell text => BreakableText.Html(text.Text),
        _ => XmlText.Escape(CellText.Of(cell)),
    };

    private static string Class(string names) => names.Length == 0 ? "" : $" class=\"{names}\"";
}
