using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>Bars that run both ways are, in a workbook, bars on each other: no share below zero, and every series by its name.</summary>
public sealed class OneSidedTests
{
    private static StackedBarsMark Bars(string name, params double[] values) => new(new Series(name), [.. values.Select((y, i) => new DataPoint(i, y))]);

    private static Figure Answers(double dissatisfied, bool mirrored = true) => new("answers", "Answers", "To the left", new PercentAxis("Share", Mirrored: mirrored), new CategoryAxis("", ["Yours", "Rest"]),
        [Bars("3", -0.1, -0.05), Bars("3", 0.1, 0.05), Bars("1 or 2", -dissatisfied, -0.0), Bars("4 or 5", 0.6, 0.9)],
        new Footnote("12 answers", new DateOnly(2026, 6, 30), "surveys"));

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.0)]
    public void Series_stand_from_the_left_with_what_they_have_on_both_sides(double dissatisfied)
    {
        var plain = OneSided.Of(Answers(dissatisfied));

        Assert.Equal(["1 or 2", "3", "4 or 5"], plain.Marks.Cast<StackedBarsMark>().Select(m => m.Series.Name));
        Assert.Equal([dissatisfied, 0.2, 0.6], plain.Marks.Cast<StackedBarsMark>().Select(m => m.Points[0].Y!.Value));
        Assert.Equal(new PercentAxis("Share", PercentAxis.Whole), plain.X);
        Assert.Empty(plain.Subtitle);
    }

    [Fact]
    public void Any_other_figure_stays_as_it_is()
    {
        var figure = Answers(0.2, mirrored: false);
        Assert.Same(figure, OneSided.Of(figure));
    }
}
