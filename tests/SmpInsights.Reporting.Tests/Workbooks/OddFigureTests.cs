using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using DateAxis = SmpInsights.Reporting.Figures.DateAxis;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>Figures that no report of ours has yet, but the model allows.</summary>
public sealed class OddFigureTests
{
    private static readonly Footnote Foot = new("9 treatments", SampleReport.AsOf, "readings");

    /// <summary>What no figure of ours does yet, but the model allows.</summary>
    public static TheoryData<string> Odd => [.. OddFigures().Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_figures_are_valid_and_whole(string id)
    {
        var figure = OddFigures().Single(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        using var saved = SavedCharts.Of(figure);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(saved.Package).Select(error => error.Path?.XPath + ": " + error.Description));
        var chart = Assert.Single(saved.Charts).Chart;
        var names = chart.PlotArea!.Descendants<SeriesText>().Select(text => saved.Texts(text.Descendants<Formula>().Single().Text)[0]).ToArray();
        foreach (var name in figure.Marks.Select(mark => mark switch { RuleMark rule => rule.Label, TextMark text => text.Text, BandMark band => band.Series.Name + ", lower", _ => Reporting.Svg.MarkSeries.Of(mark)!.Name }))
            Assert.Contains(name, names);
        foreach (var (sheet, cells) in saved.Cells)
        {
            foreach (var cell in cells.Values.Where(cell => cell.CellFormula is not null))
                Assert.Equal(saved.Computed(sheet, cell.CellFormula!.Text), double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture), 12);
        }
    }

    [Fact]
    public void Lying_bars_beside_a_reference_line_are_thick_lines_from_where_the_last_one_ended()
    {
        using var saved = SavedCharts.Of(OddFigures().First());
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
}
