using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;
using SmpInsights.Reporting.Workbooks.Charts;
using C15 = DocumentFormat.OpenXml.Office2013.Drawing.Chart;
using DateAxis = SmpInsights.Reporting.Figures.DateAxis;

namespace SmpInsights.Reporting.Tests.Workbooks;

public sealed class ChartTests : IDisposable
{
    private static readonly byte[] Bytes = WorkbookWriter.Write(SampleReport.Document());
    private static readonly Footnote Foot = new("9 treatments", SampleReport.AsOf, "readings");
    private readonly SavedCharts _saved = new(Bytes);

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
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(Bytes));
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
    public void Bars_are_the_figures_numbers_and_a_missing_one_is_a_gap()
    {
        var chart = _saved.Chart("Touch-ups by reason");
        var bars = Assert.Single(chart.Descendants<BarChart>());
        Assert.Equal(BarGroupingValues.Clustered, bars.BarGrouping!.Val!.Value);
        Assert.Equal(2, bars.Elements<BarChartSeries>().Count());
        Assert.Equal([22, 19, 16, 13, 10, 7], _saved.Numbers(_saved.Series(chart, "2025").GetFirstChild<Values>()));
        Assert.Equal([14, 12, 10, 8, null, 4], _saved.Numbers(_saved.Series(chart, "2026 to date").GetFirstChild<Values>()));
        Assert.Equal(["Fade", "Colour shift", "Density", "Hairline change", "Correction", "Other"], _saved.Texts(_saved.Series(chart, "2025").GetFirstChild<CategoryAxisData>()!.Descendants<Formula>().Single().Text));
    }

    [Fact]
    public void Stacked_bars_overlap_wholly_on_an_axis_of_months()
    {
        var chart = _saved.Chart("Revenue by kind");
        var bars = Assert.Single(chart.Descendants<BarChart>());
        Assert.Equal(BarGroupingValues.Stacked, bars.BarGrouping!.Val!.Value);
        Assert.Equal(100, bars.GetFirstChild<Overlap>()!.Val!.Value);
        Assert.Equal(TimeUnitValues.Months, Assert.Single(chart.Descendants<DocumentFormat.OpenXml.Drawing.Charts.DateAxis>()).GetFirstChild<BaseTimeUnit>()!.Val!.Value);
        var refund = _saved.Series(chart, "Refund");
        Assert.Equal([-2, -3, -4], _saved.Numbers(refund.GetFirstChild<Values>())[..3]);
        Assert.Equal(new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified), DateTime.FromOADate(_saved.Numbers(refund.GetFirstChild<CategoryAxisData>())[0]!.Value));
    }

    [Fact]
    public void Lying_bars_have_the_first_category_on_top_and_their_numbers_below()
    {
        var chart = _saved.Chart("Answers by practitioner");
        var bars = Assert.Single(chart.Descendants<BarChart>());
        Assert.Equal(BarDirectionValues.Bar, bars.BarDirection!.Val!.Value);
        var names = Assert.Single(chart.Descendants<DocumentFormat.OpenXml.Drawing.Charts.CategoryAxis>());
        Assert.Equal(OrientationValues.MaxMin, names.Scaling!.Orientation!.Val!.Value);
        Assert.Equal(AxisPositionValues.Left, names.AxisPosition!.Val!.Value);
        Assert.Equal(names.AxisId!.Val!.Value, bars.Elements<AxisId>().First().Val!.Value);
        Assert.Equal(CrossesValues.Maximum, Assert.Single(chart.Descendants<ValueAxis>()).GetFirstChild<Crosses>()!.Val!.Value);
    }

    [Fact]
    public void A_step_function_holds_its_value_until_the_next_position()
    {
        var chart = _saved.Chart("Time to first touch-up");
        var series = _saved.Series(chart, "3D layering");
        var mark = SampleFigures.Fade[0].Marks.OfType<StepMark>().Single(step => string.Equals(step.Series.Name, "3D layering", StringComparison.Ordinal));
        double?[] x = [mark.Points[0].X, .. mark.Points.Skip(1).SelectMany(point => new double?[] { point.X, point.X })];
        double?[] y = [mark.Points[0].Y, .. mark.Points.Skip(1).SelectMany((point, i) => new[] { mark.Points[i].Y, point.Y })];
        Near(x, _saved.Numbers(series.GetFirstChild<XValues>()));
        Near(y, _saved.Numbers(series.GetFirstChild<YValues>()));
        var censored = _saved.Series(chart, "3D layering, censored");
        Assert.Equal(mark.Censored!.Count, _saved.Numbers(censored.GetFirstChild<YValues>()).Count(value => value.HasValue));
        Assert.NotEqual(MarkerStyleValues.None, censored.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.Marker>()!.Symbol!.Val!.Value);
    }

    [Fact]
    public void Error_bars_reach_from_limit_to_limit_and_an_open_end_has_none()
    {
        var chart = _saved.Chart("Fade per year by technique");
        var series = _saved.Series(chart, "Estimate");
        var bars = series.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.ErrorBars>()!;
        Assert.Equal(ErrorBarDirectionValues.X, bars.ErrorDirection!.Val!.Value);
        var points = SampleFigures.Fade[2].Marks.OfType<IntervalsMark>().Single().Points;
        Near(points.Select(point => (double?)point.Value), _saved.Numbers(series.GetFirstChild<XValues>()));
        Near(points.Select(point => (double?)point.X), _saved.Numbers(series.GetFirstChild<YValues>()));
        Near(points.Select(point => point.Upper - point.Value), _saved.Numbers(bars.GetFirstChild<Plus>()));
        Near(points.Select(point => point.Value - point.Lower), _saved.Numbers(bars.GetFirstChild<Minus>()));
        Assert.Null(_saved.Numbers(bars.GetFirstChild<Minus>())[3]);
    }

    [Fact]
    public void Names_beside_a_lying_chart_are_labels_that_read_cells()
    {
        var chart = _saved.Chart("Fade per year by technique");
        var range = Assert.Single(chart.Descendants<C15.DataLabelsRange>());
        var names = _saved.Texts(range.GetFirstChild<C15.Formula>()!.Text);
        Assert.Equal("Classic stipple", names[0]);
        Assert.Equal("晨光诊所的王小明医生", names[6]);
        Assert.Equal(7, range.Ancestors<ScatterChartSeries>().Single().Descendants<DataLabel>().Count());
        Assert.Equal(OrientationValues.MaxMin, chart.Descendants<ValueAxis>().Single(axis => axis.Delete!.Val!.Value).Scaling!.Orientation!.Val!.Value);
    }

    [Fact]
    public void A_reference_line_crosses_the_plot_at_its_value_and_bears_its_name()
    {
        var chart = _saved.Chart("Contrast kept after treatment");
        var due = _saved.Series(chart, "Touch-up due (60 %)");
        Assert.Equal([0.6, 0.6, 0.6], _saved.Numbers(due.GetFirstChild<YValues>()));
        Assert.Equal([0, 5], new[] { 0, 2 }.Select(i => _saved.Numbers(due.GetFirstChild<XValues>())[i]));
        Assert.True(Assert.Single(due.Descendants<DataLabel>()).GetFirstChild<ShowSeriesName>()!.Val!.Value);
        Assert.Equal([2.55, 2.55, 2.55], _saved.Numbers(_saved.Series(chart, "Reached after 2.6 years").GetFirstChild<XValues>()));
        var months = _saved.Chart("No-shows");
        Assert.Equal(Enumerable.Repeat<double?>(0.118, 24), _saved.Numbers(_saved.Series(months, "Upper limit").GetFirstChild<Values>()));
    }

    [Fact]
    public void A_band_is_two_thin_lines_at_its_limits_that_the_legend_leaves_out()
    {
        var chart = _saved.Chart("Contrast kept after treatment");
        var band = SampleFigures.Fade[1].Marks.OfType<BandMark>().Single();
        Near(band.Points.Select(point => (double?)point.Lower), _saved.Numbers(_saved.Series(chart, "All treatments, lower").GetFirstChild<YValues>()));
        Near(band.Points.Select(point => (double?)point.Upper), _saved.Numbers(_saved.Series(chart, "All treatments, upper").GetFirstChild<YValues>()));
        var survival = _saved.Chart("Time to first touch-up");
        var shown = survival.Descendants<ScatterChartSeries>().Select(series => series.Index!.Val!.Value).Except(survival.Legend!.Elements<LegendEntry>().Select(entry => entry.Index!.Val!.Value)).ToArray();
        Assert.Equal(["Classic stipple", "3D layering", "Density fill", "Scar camouflage"], survival.Descendants<ScatterChartSeries>().Where(series => shown.Contains(series.Index!.Val!.Value)).Select(series => _saved.Texts(series.SeriesText!.Descendants<Formula>().Single().Text)[0]));
    }

    [Fact]
    public void A_gap_breaks_a_line()
    {
        var chart = _saved.Chart("Four series close together");
        var values = _saved.Numbers(_saved.Series(chart, "Practitioner 3").GetFirstChild<Values>());
        Assert.Null(values[11]);
        Assert.Equal(23, values.Count(value => value.HasValue));
        Assert.Equal(DisplayBlanksAsValues.Gap, chart.DisplayBlanksAs!.Val!.Value);
    }

    [Fact]
    public void Lines_at_positions_of_their_own_are_not_broken_by_the_rows_of_others()
    {
        LineMark[] lines = [new(new Series("A"), [new(0, 1), new(2, 3), new(4, 5)]), new(new Series("B"), [new(1, 2), new(3, 4)])];
        using var saved = Saved(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Value"), lines, Foot));
        var series = saved.Series(saved.Chart("F"), "A");
        Assert.Equal([0, 2, 4], saved.Numbers(series.GetFirstChild<XValues>()));
        Assert.Equal([1, 3, 5], saved.Numbers(series.GetFirstChild<YValues>()));
    }

    [Fact]
    public void A_gap_is_empty_and_never_0_where_helpers_repeat_the_table()
    {
        Mark[] marks =
        [
            new StepMark(new Series("Steps"), [new(0, 1), new(1, null), new(2, 3), new(3, 4)]), new LineMark(new Series("Line"), [new(0.5, 1), new(1.5, null), new(2.5, 2)]),
        ];
        using var saved = Saved(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Value"), marks, Foot));
        var chart = saved.Chart("F");
        Assert.Equal([1, null, 3, 3, 4], saved.Numbers(saved.Series(chart, "Steps").GetFirstChild<YValues>()));
        Assert.Equal([0, 1, 2, 3, 3], saved.Numbers(saved.Series(chart, "Steps").GetFirstChild<XValues>()));
        Assert.Equal([1, null, 2], saved.Numbers(saved.Series(chart, "Line").GetFirstChild<YValues>()));
        Assert.Equal(DisplayBlanksAsValues.Gap, chart.DisplayBlanksAs!.Val!.Value);
    }

    [Fact]
    public void A_category_without_values_keeps_its_place()
    {
        using var saved = Saved(new Figure("f", "F", "", new Figures.CategoryAxis("", ["A", "B", "C"]), new NumberAxis("Value"), [new BarsMark(new Series("S"), [new(0, 1), new(2, 3)])], Foot));
        var series = saved.Series(saved.Chart("F"), "S");
        Assert.Equal(["A", "B", "C"], saved.Texts(series.GetFirstChild<CategoryAxisData>()!.Descendants<Formula>().Single().Text));
        Assert.Equal([1, null, 3], saved.Numbers(series.GetFirstChild<Values>()));
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
                Assert.Equal(Computed(_saved, sheet, formula), double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), 12);
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
        using var saved = Saved(new Figure("f", "=HYPERLINK(\"x\")", "@sub", new Figures.CategoryAxis("+axis", ["=1+1", "-2"]), new NumberAxis("=y", IncludeZero: true),
            [new BarsMark(new Series("=cmd|' /C calc'!A0"), [new(0, 1), new(1, 2)]), new RuleMark(RuleDirection.Horizontal, 1, "=2+2"), new TextMark(1, 1, "@now")], new Footnote("=3", SampleReport.AsOf, "-4")));
        Assert.All(saved.Cells.SelectMany(sheet => sheet.Value.Values).Where(cell => cell.CellFormula is not null), cell => Assert.Matches("^[A-Z]+[0-9]+$", cell.CellFormula!.Text));
        var (sheet, chart) = Assert.Single(saved.Charts);
        Assert.Equal("=HYPERLINK(\"x\")", saved.Stored(sheet, "A1"));
        Assert.Equal(["=1+1", "-2"], saved.Texts(chart.Descendants<BarChartSeries>().Single().GetFirstChild<CategoryAxisData>()!.Descendants<Formula>().Single().Text));
    }

    /// <summary>What no figure of ours does yet, but the model allows.</summary>
    public static TheoryData<string> Odd => [.. OddFigures().Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_figures_are_valid_and_whole(string id)
    {
        var figure = OddFigures().Single(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        using var saved = Saved(figure);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(saved.Package).Select(error => error.Path?.XPath + ": " + error.Description));
        var chart = Assert.Single(saved.Charts).Chart;
        var names = chart.PlotArea!.Descendants<SeriesText>().Select(text => saved.Texts(text.Descendants<Formula>().Single().Text)[0]).ToArray();
        foreach (var name in figure.Marks.Select(mark => mark switch { RuleMark rule => rule.Label, TextMark text => text.Text, BandMark band => band.Series.Name + ", lower", _ => Reporting.Svg.MarkSeries.Of(mark)!.Name }))
            Assert.Contains(name, names);
        foreach (var (sheet, cells) in saved.Cells)
        {
            foreach (var cell in cells.Values.Where(cell => cell.CellFormula is not null))
                Assert.Equal(Computed(saved, sheet, cell.CellFormula!.Text), double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), 12);
        }
    }

    [Fact]
    public void Lying_bars_beside_a_reference_line_are_thick_lines_from_where_the_last_one_ended()
    {
        using var saved = Saved(OddFigures().First());
        var chart = saved.Charts.Single().Chart;
        var second = saved.Series(chart, "Second");
        Assert.Equal([0.5, 0.75], saved.Numbers(second.GetFirstChild<XValues>()));
        var bars = second.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.ErrorBars>()!;
        Assert.Equal([0.3, 0.25], saved.Numbers(bars.GetFirstChild<Minus>()));
        Assert.True(bars.NoEndCap!.Val!.Value);
        Assert.True(bars.Descendants<DocumentFormat.OpenXml.Drawing.Outline>().Single().Width!.Value > 12_700 * 10);
    }

    [Fact]
    public void Bars_side_by_side_and_on_each_other_in_one_figure_are_refused() => Assert.Throws<ArgumentException>(() => new Figure(
        "f", "F", "", new Figures.CategoryAxis("", ["One"]), new NumberAxis("Score"), [new BarsMark(new Series("A"), [new(0, 1)]), new StackedBarsMark(new Series("B"), [new(0, 1)])], Foot));

    [Fact]
    public void Two_lines_of_one_name_are_told_apart_in_the_table_and_share_the_name_in_the_legend()
    {
        LineMark Limit(double at) => new(new Series("Limits", SeriesRole.Muted), [new(0, at), new(1, at)]);
        using var saved = Saved(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Score"), [Limit(3), Limit(1), new LineMark(new Series(""), [new(0, 2), new(1, 2.5)])], Foot));
        var headers = saved.Cells["F"].Keys.Select(address => saved.Stored("F", address)).ToArray();
        Assert.Contains("Limits, upper", headers);
        Assert.Contains("Limits, lower", headers);
        var chart = saved.Chart("F");
        Assert.Equal([3, 3], saved.Numbers(saved.Series(chart, "Limits").GetFirstChild<YValues>()));
        Assert.Equal([2, 2.5], saved.Numbers(saved.Series(chart, "Score").GetFirstChild<YValues>()));
    }

    [Fact]
    public void A_label_longer_than_the_chart_has_room_for_is_shortened_in_a_cell_of_its_own()
    {
        using var saved = Saved(new Figure("f", "F", "", new NumberAxis("Answers"), new NumberAxis("Score"), [new PointsMark(new Series("Clinics"), [new(1, 2, SampleReport.LongName), new(2, 3, "Short")])], Foot));
        var labels = saved.Texts(saved.Chart("F").Descendants<C15.DataLabelsRange>().Single().GetFirstChild<C15.Formula>()!.Text);
        Assert.Equal("Short", labels[1]);
        Assert.EndsWith("…", labels[0], StringComparison.Ordinal);
        Assert.InRange(labels[0].Length, 10, 45);
    }

    [Fact]
    public void Names_beside_a_chart_stand_on_the_very_end_of_its_axis()
    {
        for (var i = 1; i <= 60; i++)
        {
            var value = i / 7.0;
            using var saved = Saved(new Figure("f", "F", "", new NumberAxis("Rate"), new Figures.CategoryAxis("", ["A"]), [new IntervalsMark(new Series("S"), [new(0, value, value * 0.6, value * 1.4)])], Foot));
            var chart = saved.Chart("F");
            var start = saved.Numbers(chart.Descendants<ScatterChartSeries>().Last().GetFirstChild<XValues>())[0];
            Assert.Equal(chart.Descendants<ValueAxis>().Single(axis => !axis.Delete!.Val!.Value).Scaling!.MinAxisValue!.Val!.Value, start);
        }
    }

    [Fact]
    public void Days_before_Excels_calendar_get_a_table_and_the_reason_but_no_chart()
    {
        using var saved = Saved(new Figure("f", "F", "", new DateAxis(""), new NumberAxis("Sessions"), [new LineMark(new Series("S"), [new(DateAxis.At(new DateOnly(1899, 5, 1)), 1), new(DateAxis.At(new DateOnly(1999, 5, 1)), 2)])], Foot));
        Assert.Empty(saved.Charts);
        Assert.Contains(saved.Cells["F"].Keys, address => saved.Stored("F", address) is { } text && text.StartsWith("No chart: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_documents_give_equal_bytes() => Assert.Equal(Bytes, WorkbookWriter.Write(SampleReport.Document()));

    internal static IEnumerable<Figure> OddFigures()
    {
        var names = new Figures.CategoryAxis("", ["One", "Two"]);
        var days = new DateAxis("");
        static double Day(int i) => DateAxis.At(new DateOnly(2026, 1, 15).AddDays(i * 9));
        StackedBarsMark[] stacked = [new(new Series("First"), [new(0, 0.2), new(1, 0.5)]), new(new Series("Second"), [new(0, 0.3), new(1, 0.25)])];
        BarsMark[] bars = [new(new Series("Left"), [new(0, 2), new(1, -1)]), new(new Series("Right"), [new(0, 1), new(1, null)])];
        IntervalsMark[] intervals = [new(new Series("Old"), [new(0, 1, 0.5, 2), new(1, 2, null, 3)]), new(new Series("New"), [new(1, 1.5, 1, 1.8)])];
        yield return new("lying-rule", "F", "", new PercentAxis("Share"), names, [.. stacked, new RuleMark(RuleDirection.Vertical, 0.4, "Limit")], Foot);
        yield return new("lying-intervals", "F", "", new NumberAxis("Score"), names, [.. intervals, new RuleMark(RuleDirection.Horizontal, 0.5, "Between"), new TextMark(1.2, 0, "Here")], Foot);
        yield return new("upright-intervals", "F", "", names, new NumberAxis("Score"), [.. intervals], Foot);
        yield return new("bars-and-line", "F", "", names, new NumberAxis("Score", IncludeZero: true), [.. bars, new LineMark(new Series("Line"), [new(0, 1), new(1, 2)]), new RuleMark(RuleDirection.Vertical, 1, "Since"), new RuleMark(RuleDirection.Horizontal, 1, "Aim")], Foot);
        yield return new("histogram", "F", "", new NumberAxis("Years"), new NumberAxis("Clients"), [new BarsMark(new Series("Clients"), [new(0.5, 3), new(1.5, 7), new(2.5, 1)])], Foot);
        yield return new("bars-and-steps", "F", "", new NumberAxis("Years"), new NumberAxis("Clients"), [new BarsMark(new Series("Clients"), [new(0.5, 3), new(1.5, -7)]), new StepMark(new Series("Steps"), [new(0, 1), new(1, null), new(2, 3), new(3, 4)])], Foot);
        yield return new("steps-of-days", "F", "", days, new PercentAxis("Left"), [new BandMark(new Series("S"), [new(Day(0), 0.7, 1), new(Day(2), 0.5, 0.9)], Stepped: true), new StepMark(new Series("S"), [new(Day(0), 1), new(Day(2), 0.8)], [new(Day(1), 1)]), new RuleMark(RuleDirection.Vertical, Day(1), "New pigment")], Foot);
        yield return new("days", "F", "", days, new NumberAxis("Sessions"), [new LineMark(new Series("S"), [new(Day(0), 1), new(Day(1), null), new(Day(2), 4)]), new TextMark(Day(2), 4, "Moved"), new BandMark(new Series("Usual"), [new(Day(0), 1, 2), new(Day(1), 1, 2), new(Day(2), 1, 2)])], Foot);
        yield return new("twice", "F", "", new NumberAxis("Age"), new NumberAxis("Score"), [new PointsMark(new Series("P"), [new(1, 2, "a"), new(1, 3), new(2, 2, "=b")]), new PointsMark(new Series("Q"), [new(1, 5), new(0.1, 1)])], Foot);
    }

    private static double Computed(SavedCharts saved, string sheet, string formula)
    {
        double Value(string address) => double.Parse(saved.Stored(sheet, address)!, CultureInfo.InvariantCulture);
        var match = Regex.Match(formula, "^(?<minus>-)?(?<a>[A-Z]+[0-9]+)(?:(?<sign>[-+])(?:(?<b>[A-Z]+[0-9]+)|\\((?<c>[-0-9.E]+)\\)))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.True(match.Success, formula);
        var first = Value(match.Groups["a"].Value) * (match.Groups["minus"].Success ? -1 : 1);
        if (!match.Groups["sign"].Success)
            return first;
        var second = match.Groups["b"].Success ? Value(match.Groups["b"].Value) : double.Parse(match.Groups["c"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["sign"].ValueSpan[0] == '-' ? first - second : first + second;
    }

    private static SavedCharts Saved(Figure figure) =>
        new(WorkbookWriter.Write(new ReportDocument("R", "", SampleReport.Document().Facts, [], [new Section("s", "S", [new FigureBlock(figure)])])));

    private static void Near(IEnumerable<double?> expected, double?[] actual)
    {
        var wanted = expected.ToArray();
        Assert.Equal(wanted.Length, actual.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            Assert.Equal(wanted[i].HasValue, actual[i].HasValue);
            Assert.Equal(wanted[i] ?? 0, actual[i] ?? 0, 1e-13);
        }
    }
}
