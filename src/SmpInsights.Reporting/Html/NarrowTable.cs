using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>How a table is shown on a telephone: as it is where its columns fit, each row as a card where they don't and rows are few, else within a frame that scrolls and says so.</summary>
internal enum NarrowTable { Fits, Cards, Scrolls }

/// <summary>Chooses, from what can't be broken in a column, its longest word, number or interval, and from how high its words would pile up.</summary>
internal static class NarrowTables
{
    /// <summary>Room in a telephone of 390 points, without margins and the frame's edges.</summary>
    private const double Room = 336;

    /// <summary>As in the style sheet: type of a narrow table and the padding of a column.</summary>
    private const double Type = 12.8;
    private const double Padding = 10;

    /// <summary>Lines beyond which a cell's words are a pile.</summary>
    private const int MostLines = 3;

    /// <summary>Rows above which cards would be a long way down.</summary>
    private const int MostCards = 10;

    public static NarrowTable Of(TableBlock table) =>
        Enumerable.Range(0, table.Columns.Count).Sum(i => Width(table, i)) <= Room ? NarrowTable.Fits
        : table.Rows.Count + (table.Total is null ? 0 : 1) <= MostCards ? NarrowTable.Cards
        : NarrowTable.Scrolls;

    private static double Width(TableBlock table, int column)
    {
        var cells = table.Rows.Select(row => row[column]).Concat(table.Total is { } total ? [total[column]] : []);
        var header = HeaderText.Pieces(table.Columns[column].Header).Max(word => TextMetrics.Width(word, Type, bold: true));
        return cells.Select(cell => Width(cell, bold: column == 0)).Append(header).Max() + Padding;
    }

    private static double Width(Cell cell, bool bold)
    {
        var longest = Pieces(cell).Max(piece => TextMetrics.Width(piece, Type, bold));
        return cell is TextCell or NotEnoughCell ? Math.Max(longest, TextMetrics.Width(CellText.Of(cell), Type, bold) / MostLines) : longest;
    }

    private static IEnumerable<string> Pieces(Cell cell) => cell switch
    {
        EstimateCell estimate => [CellText.Value(estimate), CellText.Interval(estimate).Trim()],
        TextCell or NotEnoughCell => CellText.Of(cell).Split(' '),
        _ => [CellText.Of(cell)],
    };
}
