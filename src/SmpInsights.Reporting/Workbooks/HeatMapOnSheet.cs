using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A heat map as the table it is, its cells shaded as on the page and hatched where withheld; Excel has no chart for it.</summary>
internal sealed class HeatMapOnSheet : SheetBlock
{
    private const double WidestName = 34;
    private readonly Figure _figure;
    private readonly HeatMapMark _heat;
    private readonly SheetTable _table;
    private readonly SheetNote _note;

    public HeatMapOnSheet(Figure figure, string title, string section)
        : base(title, section)
    {
        (_figure, _heat) = (figure, figure.Marks.OfType<HeatMapMark>().Single());
        var (across, down) = (((CategoryAxis)figure.X).Categories, ((CategoryAxis)figure.Y).Categories);
        var fields = _heat.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        _table = new SheetTable(
            "Figure_" + FigureOnSheet.Name(figure.Id),
            [new SheetColumn(Corner(figure), Right: false), .. across.Select(category => new SheetColumn(category, Right: true))],
            [.. down.Select((category, row) => (IReadOnlyList<Cell>)[new TextCell(category), .. across.Select((_, column) => fields.GetValueOrDefault((row, column), Cell.Missing))])],
            widest: WidestName, isFiltered: false);
        _note = new SheetNote([.. new[] { figure.Subtitle, Key(fields.Count < across.Count * down.Count), FigureRemarks.Foot(figure) }.Where(text => text.Length > 0)], Math.Max(PageLayout.Narrowest, _table.Widths.Sum()));
    }

    public override string Kind => "Shaded table";

    public override double Height => _table.Height + _note.Height;

    public override IEnumerable<SheetTable> Tables => [_table];

    public override int ColumnsPrinted => _table.Widths.Count;

    public static bool IsHeatMap(Figure figure) => figure.Marks.OfType<HeatMapMark>().Any();

    public override int Write(SheetPage page, int top, int titleRow)
    {
        var next = _table.Write(page.Sheet, top, 1, page.Band);
        page.Sheet.Workbook.NamedRanges.Add("FigureData_" + FigureOnSheet.Name(_figure.Id), page.Sheet.Range(top, 1, next - 1, _table.Widths.Count));
        Shade(page.Sheet, top);
        return _note.Write(page.Sheet, next, page.Printed);
    }

    /// <summary>Both axes, in the cell where they meet.</summary>
    private static string Corner(Figure figure) => string.Join(" · ", new[] { (figure.Y.Title, "↓"), (figure.X.Title, "→") }.Where(axis => axis.Item1.Length > 0).Select(axis => axis.Item1 + " " + axis.Item2).DefaultIfEmpty("Category"));

    private string Key(bool hasGaps)
    {
        var shaded = _heat.Cells.Where(cell => cell.Number.HasValue).OrderBy(cell => cell.Number).Select(cell => CellText.Of(cell.Value)).ToArray();
        var shades = shaded.Length == 0 ? "" : $"Shaded from {shaded[0]} (lightest) to {shaded[^1]} (darkest)";
        return SheetText.Raised(string.Join("; ", new[] { shades, hasGaps ? Print.NoValue + ": none" : "" }.Where(part => part.Length > 0)));
    }

    private void Shade(IXLWorksheet sheet, int header)
    {
        var numbers = _heat.Cells.Select(cell => cell.Number).OfType<double>().ToArray();
        foreach (var cell in _heat.Cells)
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
    }
}
