using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A heat map as the table it is: a row a category of its vertical axis, a column one of its horizontal.</summary>
internal static class HeatMapData
{
    public static (IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) Of(Figure figure, HeatMapMark heat)
    {
        var (across, down) = (((CategoryAxis)figure.X).Categories, ((CategoryAxis)figure.Y).Categories);
        var fields = heat.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        return (
            [new SheetColumn(figure.Y.Title.Length > 0 ? figure.Y.Title : "Category", Right: false), .. across.Select(name => new SheetColumn(name, Right: true))],
            [.. down.Select((name, row) => (IReadOnlyList<Cell>)[new TextCell(name), .. across.Select((_, column) => fields.GetValueOrDefault((row, column), Cell.Missing))])]);
    }
}
