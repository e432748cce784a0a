using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;
using SmpInsights.Reporting.Workbooks.Charts;
using DateAxis = SmpInsights.Reporting.Figures.DateAxis;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>The charts of a workbook, whatever is drawn in them.</summary>
public sealed class ChartTests : IDisposable
{
    private static readonly Footnote Foot = new("9 treatments", SampleReport.AsOf, "readings");
    private readonly SavedCharts _saved = new(SampleReport.Workbook);

    public void Dispose() => _saved.Dispose();

    [Fact]
    public void Every_kind_of_mark_has_its_place_in_a_workbook()
    {
        var kinds = typeof(Mark).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mark)) && !type.IsAbstract && type != typeof(HeatMapMark)).ToArray();
        Assert.True(kinds.Length >= 9);
        Assert.All(kinds, kind => Assert.Equal(kind, MarkCharts.Of((Mark)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind)).Kind));
    }

    [Fact]
    public void An_axis_of_ratios_doubles_in_the_native_chart_too()
    {
        var chart = _saved.Charts.Single(chart => _saved.Texts(chart.Chart.Title!.Descendants<Formula>().Single().Text)[0].StartsWith("Rate of touch-ups", StringComparison.Ordinal)).Chart;
        var axis = chart.Descendants<ValueAxis>().Single(axis => axis.Scaling!.GetFirstChild<LogBase>() is not null);
        Assert.Equal((2.0, 32.0, 2.0), (axis.Scaling!.LogBase!.Val!.Value, axis.Scaling.MaxAxisValue!.Val!.Value, axis.GetFirstChild<MajorUnit>()!.Val!.Value));
        Assert.InRange(axis.Scaling.MinAxisValue!.Val!.Value, 0.25 - 1e-9, 0.25 - 1e-15); // the names of the rows stand on it
    }

    [Fact]
    public void A_heat_map_is_a_table_of_shaded_cells_hatched_where_withheld()
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(SampleReport.Workbook));
        var heat = SampleReport.Document().Figures.SelectMany(figure => figure.Marks).OfType<HeatMapMark>().Single();
        var fields = workbook.Worksheets.SelectMany(sheet => sheet.Tables).Single(table => string.Equals(table.Name, "Figure_fade_by_skin", StringComparison.Ordinal));
        foreach (var cell in heat.Cells)
        {
            var saved = fields.Cell(cell.Row + 2, cell.Column + 2);
            if (cell.Number is { } number)
                Assert.Equal(number, saved.GetDouble(), 12);
            Assert.Equal(cell.Value is SuppressedCell, saved.Style.Fill.PatternType == ClosedXML.Excel.XLFillPatternValues.LightUp);
            if (cell.Value is SuppressedCell)
                Assert.Equal(ClosedXML.Excel.XLColor.FromHtml("#FFFFFF"), saved.Style.Fill.BackgroundColor);
            Assert.Equal(cell.Number.HasValue, saved.Style.Fill.PatternType == ClosedXML.Excel.XLFillPatternValues.Solid);
        }
    }

    [Fact]
    public void Every_figure_with_data_has_one_native_chart_on_its_sheet_and_one_without_says_why()
    {
        var figures = SampleReport.Document().Figures.Where(figure => !figure.Marks.Any(mark => mark is HeatMapMark)).ToArray();
        Assert.Equal(figures.Count(figure => !figure.IsEmpty), _saved.Charts.Count());
        var titles = _saved.Charts.Select(chart => _saved.Texts(chart.Chart.Title!.Descendants<Formula>().Single().Text)[0]).ToArray();
        Assert.Equal(titles.Length, titles.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(titles, title => title.StartsWith("Complaints L", StringComparison.Ordinal));
        Assert.Contains(_saved.Cells, sheet => sheet.Value.Keys.Any(address => _saved.Stored(sheet.Key, address) is { } text && text.Contains("3 of the 10 treatments", StringComparison.Ordinal)));
    }

    [Fact]
    public void Charts_hold_no_literals_and_keep_what_their_cells_hold()
    {
        foreach (var (sheet, chart) in _saved.Charts)
        {
            Assert.Empty(chart.Descendants<NumberLiteral>());
            Assert.Empty(chart.Descendants<StringLiteral>());
            foreach (var reference in chart.Descendants<NumberReference>())
            {
                var (there, addresses) = SavedCharts.Resolve(reference.Formula!.Text);
                Assert.Equal(sheet, there);
                Assert.Equal((uint)addresses.Count, reference.NumberingCache!.PointCount!.Val!.Value);
                var kept = reference.NumberingCache.Elements<NumericPoint>().ToDictionary(point => (int)point.Index!.Value, point => point.NumericValue!.Text);
                Assert.Equal(addresses.Select(address => _saved.Stored(there, address)), addresses.Select((_, i) => kept.GetValueOrDefault(i)));
            }

            foreach (var reference in chart.Descendants<StringReference>())
            {
                var (there, addresses) = SavedCharts.Resolve(reference.Formula!.Text);
                Assert.Equal(sheet, there);
                var kept = reference.StringCache!.Elements<StringPoint>().ToDictionary(point => (int)point.Index!.Value, point => point.NumericValue!.Text);
                Assert.Equal(addresses.Select(address => _saved.Stored(there, address)), addresses.Select((_, i) => kept.GetValueOrDefault(i)));
            }

            Assert.Matches(@"!\$A\$[0-9]+$", chart.Title!.Descendants<Formula>().Single().Text);
        }
    }

    [Fact]
    public void Axes_are_shown_titled_and_formatted()
    {
        foreach (var (sheet, chart) in _saved.Charts)
        {
            var axes = chart.PlotArea!.ChildElements.Where(element => element is ValueAxis or DocumentFormat.OpenXml.Drawing.Charts.CategoryAxis or DocumentFormat.OpenXml.Drawing.Charts.DateAxis).ToArray();
            Assert.Equal(2, axes.Length);
            var ids = axes.Select(axis => axis.GetFirstChild<AxisId>()!.Val!.Value).ToHashSet();
            Assert.All(chart.PlotArea.ChildElements.Where(element => element is ScatterChart or BarChart or LineChart), group => Assert.True(ids.SetEquals(group.Elements<AxisId>().Select(id => id.Val!.Value))));
            Assert.All(axes.OfType<ValueAxis>(), axis => Assert.False(axis.NumberingFormat!.SourceLinked!.Value));
            Assert.True(axes.Count(axis => axis.GetFirstChild<Delete>()!.Val!.Value) <= 1, sheet);
        }

        var percent = _saved.Chart("Contrast kept after treatment").Descendants<ValueAxis>().Single(axis => axis.AxisPosition!.Val!.Value == AxisPositionValues.Left);
        Assert.Equal("0%", percent.NumberingFormat!.FormatCode!.Value);
        Assert.Equal((0.0, 1.0), (percent.Scaling!.MinAxisValue!.Val!.Value, percent.Scaling.MaxAxisValue!.Val!.Value));
        Assert.Equal("Contrast kept", percent.Title!.InnerText);
    }

    [Fact]
    public void Series_differ_in_grey_print_too()
    {
        var lines = _saved.Chart("Eight series").Descendants<LineChartSeries>().Select(series => series.Descendants<DocumentFormat.OpenXml.Drawing.PresetDash>().First().Val!.InnerText).ToArray();
        Assert.Equal(8, lines.Distinct(StringComparer.Ordinal).Count());
        var fills = _saved.Chart("Answers by practitioner").Descendants<BarChartSeries>().Select(series => series.Descendants<DocumentFormat.OpenXml.Drawing.PatternFill>().FirstOrDefault()?.Preset?.InnerText).ToArray();
        Assert.Equal(5, fills.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_formula_is_ours_and_its_kept_value_is_what_its_cells_give()
    {
        var counted = 0;
        foreach (var (sheet, cells) in _saved.Cells)
        {
            foreach (var cell in cells.Values.Where(cell => cell.CellFormula is not null))
            {
                counted++;
                var formula = cell.CellFormula!.Text;
                if (formula.StartsWith("SUBTOTAL(109,", StringComparison.Ordinal))
                    continue;
                Assert.Matches("^-?[A-Z]+[0-9]+([-+][A-Z]+[0-9]+|\\+\\(-?[0-9.E-]+\\))?$", formula);
                Assert.Equal(_saved.Computed(sheet, formula), double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), 12);
            }
        }

        Assert.True(counted > 500);
    }

    [Fact]
    public void Nothing_in_the_package_leads_outside()
    {
        var parts = _saved.Package.GetAllParts().ToArray();
        Assert.Empty(parts.SelectMany(part => part.ExternalRelationships));
        Assert.Empty(parts.SelectMany(part => part.HyperlinkRelationships));
        Assert.Empty(_saved.Book.ExternalWorkbookParts);
    }

    [Fact]
    public void Titles_and_names_that_look_like_formulas_stay_text()
    {
        using var saved = SavedCharts.Of(new Figure("f", "=HYPERLINK(\"x\")", "@sub", new Figures.CategoryAxis("+axis", ["=1+1", "-2"]), new NumberAxis("=y", IncludeZero: true),
            [new BarsMark(new Series("=cmd|' /C calc'!A0"), [new(0, 1), new(1, 2)]), new RuleMark(RuleDirection.Horizontal, 1, "=2+2"), new TextMark(1, 1, "@now")], new Footnote("=3", SampleReport.AsOf, "-4")));
        Assert.All(saved.Cells.SelectMany(sheet => sheet.Value.Values).Where(cell => cell.CellFormula is not null), cell => Assert.Matches("^[A-Z]+[0-9]+$", cell.CellFormula!.Text));
        var (sheet, chart) = Assert.Single(saved.Charts);
        Assert.Equal("=HYPERLINK(\"x\")", saved.Stored(sheet, "A1"));
        Assert.Equal(["=1+1", "-2"], saved.Texts(chart.Descendants<BarChartSeries>().Single().GetFirstChild<CategoryAxisData>()!.Descendants<Formula>().Single().Text));
    }

    [Fact]
    public void Days_before_Excels_calendar_get_a_table_and_the_reason_but_no_chart()
    {
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new DateAxis(""), new NumberAxis("Sessions"), [new LineMark(new Series("S"), [new(DateAxis.At(new DateOnly(1899, 5, 1)), 1), new(DateAxis.At(new DateOnly(1999, 5, 1)), 2)])], Foot));
        Assert.Empty(saved.Charts);
        Assert.Contains(saved.Cells["F"].Keys, address => saved.Stored("F", address) is { } text && text.StartsWith("No chart: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_documents_give_equal_bytes() => Assert.Equal(SampleReport.Workbook, WorkbookWriter.Write(SampleReport.Document()));
}
