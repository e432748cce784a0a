using DocumentFormat.OpenXml.Drawing.Charts;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using DataPoint = SmpInsights.Reporting.Figures.DataPoint;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>What each kind of mark becomes in a native chart.</summary>
public sealed class MarkChartTests : IDisposable
{
    private static readonly Footnote Foot = new("9 treatments", SampleReport.AsOf, "readings");
    private readonly SavedCharts _saved = new(SampleReport.Workbook);

    public void Dispose() => _saved.Dispose();

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
    public void A_reference_line_crosses_the_plot_at_its_value_and_the_legend_names_a_level_one()
    {
        var chart = _saved.Chart("Contrast kept after treatment");
        var due = _saved.Series(chart, "Touch-up due (60 %)");
        Assert.Equal([0.6, 0.6], _saved.Numbers(due.GetFirstChild<YValues>()));
        Assert.Equal([0, 5], _saved.Numbers(due.GetFirstChild<XValues>()));
        Assert.Empty(due.Descendants<DataLabel>());
        Assert.DoesNotContain(chart.Legend!.Elements<LegendEntry>(), entry => entry.Index!.Val!.Value == ((ScatterChartSeries)due).Index!.Val!.Value);
        Assert.True(Assert.Single(_saved.Series(chart, "Reached after 2.6 years").Descendants<DataLabel>()).GetFirstChild<ShowSeriesName>()!.Val!.Value);
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

    [Theory]
    [InlineData("Rest of the clinic", true)]
    [InlineData("Contrast kept", false)]
    [InlineData("", false)]
    public void A_single_series_has_a_legend_unless_title_or_axis_names_it(string name, bool expected)
    {
        using var saved = SavedCharts.Of(new Figure("f", "Yours and the others'", "", new NumberAxis("Years"), new PercentAxis("Contrast kept"), [new LineMark(new Series(name), [new(0, 1), new(1, 0.5)])], new Footnote("2 treatments", SampleReport.AsOf, "readings")));
        Assert.Equal(expected, saved.Chart("Yours and the others'").Legend is not null);
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
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Value"), lines, Foot));
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
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Value"), marks, Foot));
        var chart = saved.Chart("F");
        Assert.Equal([1, null, 3, 3, 4], saved.Numbers(saved.Series(chart, "Steps").GetFirstChild<YValues>()));
        Assert.Equal([0, 1, 2, 3, 3], saved.Numbers(saved.Series(chart, "Steps").GetFirstChild<XValues>()));
        Assert.Equal([1, null, 2], saved.Numbers(saved.Series(chart, "Line").GetFirstChild<YValues>()));
        Assert.Equal(DisplayBlanksAsValues.Gap, chart.DisplayBlanksAs!.Val!.Value);
    }

    [Theory]
    [InlineData(1, 500)]
    [InlineData(3, 180)]
    [InlineData(6, 40)]
    [InlineData(24, 40)]
    public void Bars_of_few_categories_are_no_wider_than_those_of_six(int categories, int gap)
    {
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new Figures.CategoryAxis("", [.. Enumerable.Range(0, categories).Select(i => "C" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))]), new NumberAxis("Value"), [new BarsMark(new Series("S"), [.. Enumerable.Range(0, categories).Select(i => new DataPoint(i, 1))])], Foot));
        Assert.Equal(gap, saved.Chart("F").Descendants<GapWidth>().Single().Val!.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GBP")]
    public void A_series_without_a_name_is_called_as_its_figure_where_the_axis_does_not_say_what_it_is(string axis)
    {
        using var saved = SavedCharts.Of(new Figure("f", "Money received, month by month", "", new NumberAxis("Years"), new NumberAxis(axis), [new LineMark(new Series(""), [new(0, 2), new(1, 2.5)]), new LineMark(new Series("Usual"), [new(0, 2), new(1, 2)])], Foot));
        Assert.Equal([2, 2.5], saved.Numbers(saved.Series(saved.Chart("Money received, month by month"), "Money received").GetFirstChild<YValues>()));
    }

    [Fact]
    public void Months_leave_room_between_their_names()
    {
        foreach (var months in new[] { 2, 12, 24, 36, 60, 120 })
        {
            using var saved = SavedCharts.Of(new Figure("f", "F", "", new Figures.DateAxis("Month"), new NumberAxis("Value"), [new LineMark(new Series("S"), [.. Enumerable.Range(0, months).Select(i => new DataPoint(Figures.DateAxis.At(new DateOnly(2016, 1, 1).AddMonths(i)), i))])], Foot));
            Assert.InRange(months / saved.Chart("F").Descendants<DocumentFormat.OpenXml.Drawing.Charts.DateAxis>().Single().GetFirstChild<MajorUnit>()!.Val!.Value, 1, 9);
        }
    }

    [Fact]
    public void A_category_without_values_keeps_its_place()
    {
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new Figures.CategoryAxis("", ["A", "B", "C"]), new NumberAxis("Value"), [new BarsMark(new Series("S"), [new(0, 1), new(2, 3)])], Foot));
        var series = saved.Series(saved.Chart("F"), "S");
        Assert.Equal(["A", "B", "C"], saved.Texts(series.GetFirstChild<CategoryAxisData>()!.Descendants<Formula>().Single().Text));
        Assert.Equal([1, null, 3], saved.Numbers(series.GetFirstChild<Values>()));
    }

    [Fact]
    public void Two_lines_of_one_name_are_told_apart_in_the_table_and_share_the_name_in_the_legend()
    {
        LineMark Limit(double at) => new(new Series("Limits", SeriesRole.Muted), [new(0, at), new(1, at)]);
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Score"), [Limit(3), Limit(1), new LineMark(new Series(""), [new(0, 2), new(1, 2.5)])], Foot));
        var headers = saved.Cells["F"].Keys.Select(address => saved.Stored("F", address)).ToArray();
        Assert.Contains("Limits, upper", headers);
        Assert.Contains("Limits, lower", headers);
        var chart = saved.Chart("F");
        Assert.Equal([3, 3], saved.Numbers(saved.Series(chart, "Limits").GetFirstChild<YValues>()));
        Assert.Equal([2, 2.5], saved.Numbers(saved.Series(chart, "Score").GetFirstChild<YValues>()));
    }

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
