using DocumentFormat.OpenXml.Drawing.Charts;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using C15 = DocumentFormat.OpenXml.Office2013.Drawing.Chart;
using DataPoint = SmpInsights.Reporting.Figures.DataPoint;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>Names of categories and points in a native chart.</summary>
public sealed class ChartLabelTests : IDisposable
{
    private static readonly Footnote Foot = new("9 treatments", SampleReport.AsOf, "readings");
    private readonly SavedCharts _saved = new(SampleReport.Workbook);

    public void Dispose() => _saved.Dispose();

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
    public void A_label_longer_than_the_chart_has_room_for_is_shortened_in_a_cell_of_its_own()
    {
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Answers"), new NumberAxis("Score"), [new PointsMark(new Series("Clinics"), [new(1, 2, SampleReport.LongName), new(2, 3, "Short")])], Foot));
        var labels = saved.Texts(saved.Chart("F").Descendants<C15.DataLabelsRange>().Single().GetFirstChild<C15.Formula>()!.Text);
        Assert.Equal("Short", labels[1]);
        Assert.EndsWith("…", labels[0], StringComparison.Ordinal);
        Assert.InRange(labels[0].Length, 10, 45);
    }

    [Fact]
    public void Labels_that_would_lie_over_each_other_stand_apart()
    {
        PointsMark clinics = new(new Series("Clinics"), [.. Enumerable.Range(0, 6).Select(i => new DataPoint(10 + (i * 0.01), 5, "a clinic's name"))]);
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Years"), new NumberAxis("Score"), [new LineMark(new Series("Line"), [new(0, 0), new(20, 10)]), clinics], Foot));
        var labels = saved.Series(saved.Chart("F"), "Clinics").Descendants<DataLabel>().ToArray();
        Assert.Equal([0, 1, 2, 3], labels.Select(label => (int)label.Index!.Val!.Value - 1));
        Assert.Equal(4, labels.Select(label => label.GetFirstChild<DataLabelPosition>()!.Val!.InnerText).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Names_of_points_beside_a_level_line_stand_on_the_side_away_from_it()
    {
        Mark[] marks = [new RuleMark(RuleDirection.Horizontal, 0.5, "all: 50 %"), new PointsMark(new Series("Clinics"), [new(20, 0.55, "Above"), new(40, 0.45, "Below")])];
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Answers", new AxisRange(0, 60)), new PercentAxis("Satisfied", PercentAxis.Whole), marks, Foot));
        var labels = saved.Series(saved.Chart("F"), "Clinics").Descendants<DataLabel>();
        Assert.Equal(["t", "b"], labels.Select(label => label.GetFirstChild<DataLabelPosition>()!.Val!.InnerText));
    }

    [Fact]
    public void A_name_does_not_stand_beside_the_marker_of_another()
    {
        Mark[] marks = [new RuleMark(RuleDirection.Horizontal, 0.746, "all: 75 %"), new PointsMark(new Series("Clinics"), [new(19, 0.632, "Clinic 3"), new(20, 0.70, "Clinic 1")])];
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Answers", new AxisRange(0, 25)), new PercentAxis("Satisfied", PercentAxis.Whole), marks, Foot));
        Assert.Equal("r", saved.Series(saved.Chart("F"), "Clinics").Descendants<DataLabel>().Last().GetFirstChild<DataLabelPosition>()!.Val!.InnerText);
    }

    [Fact]
    public void Two_near_points_have_their_names_on_sides_away_from_each_other()
    {
        Mark[] marks = [new RuleMark(RuleDirection.Horizontal, 0.372, "all: 37 %"), new PointsMark(new Series("People"), [new(22, 0.32, "Practitioner 5"), new(20, 0.25, "Practitioner 7"), new(21, 0.43, "Practitioner 6")])];
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Answers", new AxisRange(0, 24)), new PercentAxis("Satisfied", PercentAxis.Whole), marks, Foot));
        var labels = saved.Series(saved.Chart("F"), "People").Descendants<DataLabel>().ToDictionary(label => label.Index!.Val!.Value, label => label.GetFirstChild<DataLabelPosition>()!.Val!.InnerText);
        Assert.Equal(("b", "t", "r"), (labels[0], labels[1], labels[2]));
    }

    [Fact]
    public void Beside_named_points_the_plot_leaves_their_names_room()
    {
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Answers", new AxisRange(0, 10)), new NumberAxis("Score"), [new PointsMark(new Series("People"), [new(10, 2, "A practitioner's name")])], Foot));
        var area = saved.Chart("F").PlotArea!.GetFirstChild<Layout>()!.GetFirstChild<ManualLayout>()!;
        Assert.InRange(area.GetFirstChild<Left>()!.Val!.Value + area.GetFirstChild<Width>()!.Val!.Value, 0.6, 0.9);
    }

    [Fact]
    public void Points_along_days_have_their_names_in_the_table_alone()
    {
        var day = Figures.DateAxis.At(new DateOnly(2026, 1, 1));
        using var saved = SavedCharts.Of(new Figure("f", "F", "", new Figures.DateAxis("Month"), new NumberAxis("Score"), [new PointsMark(new Series("Signals"), [new(day, 5, "outside the limits")])], Foot));
        Assert.Empty(saved.Chart("F").Descendants<DataLabel>());
        Assert.Contains(saved.Cells["F"].Keys, address => string.Equals(saved.Stored("F", address), "outside the limits", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_beside_a_chart_stand_on_the_very_end_of_its_axis()
    {
        for (var i = 1; i <= 60; i++)
        {
            var value = i / 7.0;
            using var saved = SavedCharts.Of(new Figure("f", "F", "", new NumberAxis("Rate"), new Figures.CategoryAxis("", ["A"]), [new IntervalsMark(new Series("S"), [new(0, value, value * 0.6, value * 1.4)])], Foot));
            var chart = saved.Chart("F");
            var start = saved.Numbers(chart.Descendants<ScatterChartSeries>().Last().GetFirstChild<XValues>())[0];
            Assert.Equal(chart.Descendants<ValueAxis>().Single(axis => !axis.Delete!.Val!.Value).Scaling!.MinAxisValue!.Val!.Value, start);
        }
    }
}
