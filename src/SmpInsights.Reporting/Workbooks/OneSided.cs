using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>
/// Bars that run both ways from zero, as a spreadsheet can show them: on each other from zero on, one series each. Its charts would show shares below zero, and name the halves of the middle answer apart.
/// </summary>
internal static class OneSided
{
    public static Figure Of(Figure figure)
    {
        if (!Diverging.Is(figure))
            return figure;
        IReadOnlyList<Mark> bars = [.. Order(figure).Select(series => new StackedBarsMark(series, Diverging.Whole(figure, series.Name)))];
        var whole = new PercentAxis((figure.Y is CategoryAxis ? figure.X : figure.Y).Title, PercentAxis.Whole);
        return figure.Y is CategoryAxis
            ? new Figure(figure.Id, figure.Title, string.Empty, whole, figure.Y, bars, figure.Footnote, figure.AtRisk, figure.NoDataReason, figure.Description)
            : new Figure(figure.Id, figure.Title, string.Empty, figure.X, whole, bars, figure.Footnote, figure.AtRisk, figure.NoDataReason, figure.Description);
    }

    /// <summary>From the left: what lies on that side, the farthest first; what lies on both; what lies on the right. A zero has its side's sign.</summary>
    private static IEnumerable<Series> Order(Figure figure) => figure.Marks.OfType<StackedBarsMark>()
        .GroupBy(mark => mark.Series.Name, StringComparer.Ordinal)
        .Select((marks, i) => (marks.First().Series, Index: i, Side: marks.Count() > 1 ? 0 : marks.First().Points.All(point => point.Y is { } y && double.IsNegative(y)) ? -1 : 1))
        .OrderBy(x => x.Side).ThenBy(x => x.Side < 0 ? -x.Index : x.Index)
        .Select(x => x.Series);
}
