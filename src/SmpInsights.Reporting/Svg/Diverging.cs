using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Bars that run both ways from zero: a series whose half lies on each side is one number to the reader.</summary>
internal static class Diverging
{
    public static bool Is(Figure figure) => (figure.Y is CategoryAxis ? figure.X : figure.Y) is PercentAxis { Mirrored: true };

    /// <summary>Diverging bars are named from left to right: what lies furthest below zero first. 0 for all in other figures.</summary>
    public static int SideOfZero(Figure figure, string series)
    {
        if (!Is(figure))
            return 0;
        var stacks = figure.Marks.OfType<StackedBarsMark>().ToList();
        var own = stacks.FindAll(mark => string.Equals(mark.Series.Name, series, StringComparison.Ordinal));
        var values = own.SelectMany(mark => mark.Points).Select(point => point.Y).OfType<double>().ToList();
        var (below, above) = (values.Exists(y => y < 0) || (values.Count > 0 && values.TrueForAll(y => y == 0 && double.IsNegative(y))), values.Exists(y => y > 0)); // nothing at all below zero is -0, and keeps its place
        return !below ? 1 : above ? 0 : -1 - stacks.IndexOf(own[0]);
    }

    /// <summary>What a series has on both sides together, without sign.</summary>
    public static IReadOnlyList<DataPoint> Whole(Figure figure, string series) =>
        [.. figure.Marks.OfType<StackedBarsMark>().Where(mark => string.Equals(mark.Series.Name, series, StringComparison.Ordinal))
            .SelectMany(mark => mark.Points).Where(point => point.Y.HasValue).GroupBy(point => point.X).Select(at => new DataPoint(at.Key, at.Sum(point => Math.Abs(point.Y!.Value))))];
}
