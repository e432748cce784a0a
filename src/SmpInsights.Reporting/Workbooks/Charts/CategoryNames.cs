using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Names of categories beside a scatter chart, whose axes know only numbers: labels of points at the start of the other axis.</summary>
internal static class CategoryNames
{
    private const double Widest = 420;

    /// <summary>Adds the names where they are needed; returns the share of the chart's width that they take.</summary>
    public static double Add(Plot plot)
    {
        if (!plot.IsScatter || (plot.Lies ? plot.Figure.Y : plot.Figure.X) is not CategoryAxis { Categories.Count: > 0 } axis)
            return 0;
        var widest = plot.Lies ? Widest : plot.Size.PlotWidth / axis.Categories.Count;
        string[] names = [.. axis.Categories.Select(name => TextMetrics.Shorten(SheetText.Clean(name), Sizes.Label, widest))];
        var places = plot.Helpers.Add("Place of the name", [.. names.Select((_, i) => new HelperCell(i))], "General");
        var starts = plot.Helpers.Add("Start of the axis", [.. names.Select(_ => new HelperCell(plot.Values.From))], "General");
        var texts = plot.Helpers.AddText("Name", names);
        plot.Add(new ChartSeries(HelperColumns.Header(texts), places, starts) { Labels = new SeriesLabels([.. Enumerable.Range(0, names.Length)], plot.Lies ? "l" : "b", texts, Muted: false) });
        return plot.Lies ? (names.Max(name => TextMetrics.Width(name, Sizes.Label)) + 30) / plot.Size.Width : 0;
    }
}
