using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A heat map as the table it is, its cells shaded as on the page and hatched where withheld; Excel has no chart for it.</summary>
internal static class HeatMapSheet
{
    /// <summary>Writes the table from <paramref name="header"/> down; returns the row after it.</summary>
    public static int Write(IXLWorksheet sheet, SheetTable writer, Figure figure, HeatMapMark heat, string name, int header)
    {
        var (across, down) = (((CategoryAxis)figure.X).Categories, ((CategoryAxis)figure.Y).Categories);
        var fields = heat.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        var next = writer.Write(
            name, header,
            [new SheetColumn(figure.Y.Title.Length > 0 ? figure.Y.Title : "Category", Right: false), .. across.Select(category => new SheetColumn(category, Right: true))],
            [.. down.Select((category, row) => (IReadOnlyList<Cell>)[new TextCell(category), .. across.Select((_, column) => fields.GetValueOrDefault((row, column), Cell.Missing))])]);
        var numbers = heat.Cells.Select(cell => cell.Number).OfType<double>().ToArray();
        foreach (var cell in heat.Cells)
        {
            var fill = sheet.Cell(header + 1 + cell.Row, 2 + cell.Column).Style.Fill;
            if (cell.Number is { } number)
            {
                fill.BackgroundColor = XLColor.FromHtml(Palette.LightShades[Palette.ShadeOf(number, numbers)]);
            }
            else if (cell.Value is SuppressedCell)
            {
                fill.PatternType = XLFillPatternValues.LightUp;
                fill.PatternColor = XLColor.FromHtml(Palette.AxisLine);
                fill.BackgroundColor = XLColor.FromHtml(Palette.Paper); // LibreOffice mixes the two and takes a missing one for black
            }
        }

        return next;
    }
}
