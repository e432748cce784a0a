using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Svg;

public sealed class TickTests
{
    private static string[] Labels(Axis x, Axis y, params DataPoint[] points) =>
        [.. SvgRenderer.Texts(new Figure("f", "T", "", x, y, [new LineMark(new Series(""), points)], new Footnote("", SampleReport.AsOf, ""))).Select(text => text.Text)];

    [Fact]
    public void Whole_numbers_get_no_ticks_between() =>
        Assert.DoesNotContain(Labels(new NumberAxis(""), new NumberAxis("", IncludeZero: true), new(0, 0), new(2, 2)), label => label.Contains('.', StringComparison.Ordinal));

    [Fact]
    public void Counts_get_no_ticks_between_though_their_limits_lie_there()
    {
        Mark[] marks = [new LineMark(new Series("Limits", SeriesRole.Muted), [new(0, 1.6), new(1, 1.6)]), new LineMark(new Series("Touch-ups"), [new(0, 0), new(1, 1)])];
        Assert.Equal(["0", "1", "2"], Scales.Vertical(new Figure("f", "T", "", new NumberAxis(""), new NumberAxis("", IncludeZero: true), marks, new Footnote("", SampleReport.AsOf, "")), 300).Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Shares_end_at_a_hundred_per_cent() =>
        Assert.Contains("100\u202F%", Labels(new NumberAxis(""), new PercentAxis(""), new(0, 0.2), new(1, 0.99)));

    [Fact]
    public void Months_name_the_year_once_and_at_each_new_year()
    {
        var labels = Labels(new DateAxis(""), new NumberAxis(""), new(DateAxis.At(new DateOnly(2024, 7, 1)), 1), new(DateAxis.At(new DateOnly(2026, 6, 1)), 2));
        Assert.Equal(["2024", "2025", "2026"], labels.Where(label => label.StartsWith("20", StringComparison.Ordinal)));
        Assert.Contains("Jan", labels);
    }

    [Fact]
    public void Decades_are_labelled_by_year() =>
        Assert.Contains("2010", Labels(new DateAxis(""), new NumberAxis(""), new(DateAxis.At(new DateOnly(2000, 1, 1)), 1), new(DateAxis.At(new DateOnly(2020, 1, 1)), 2)));
}
