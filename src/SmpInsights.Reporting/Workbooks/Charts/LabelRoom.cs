using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>
/// Finds places for labels of points in a native chart, so that none lies over another, and over as few of the chart's markers and as little of its lines as may be.
/// A label without a place stands in its cell only.
/// </summary>
/// <param name="size">Of the chart.</param>
/// <param name="points">Markers, as shares of the plot from the left and from the top.</param>
/// <param name="lines">Corners of lines, as shares too.</param>
internal sealed class LabelRoom(ChartSize size, IEnumerable<(double Across, double Down)> points, IEnumerable<IReadOnlyList<(double Across, double Down)>> lines)
{
    private const double FromPoint = 9;

    /// <summary>What keeps a label from being read as that of another marker.</summary>
    private const double Clearance = 14;

    /// <summary>A marker that is covered is lost; a line goes on beside the label.</summary>
    private const int Marker = 100;

    /// <summary>In pixels: how finely lines are followed.</summary>
    private const double Stride = 8;
    private static readonly string[] Places = ["t", "b", "r", "l"];
    private readonly Box _plot = new(0, 0, size.PlotWidth, size.PlotHeight);
    private readonly (double X, double Y)[] _points = [.. points.Select(point => (point.Across * size.PlotWidth, point.Down * size.PlotHeight))];
    private readonly (double X, double Y)[] _lines = [.. lines.SelectMany(line => line.Zip(line.Skip(1)).SelectMany(part => Along(part.First, part.Second, size)))];
    private readonly List<Box> _taken = [];

    /// <summary>The place of a label at a point; null where there is none.</summary>
    public string? Take(string text, (double Across, double Down) point)
    {
        var (x, y, width) = (point.Across * size.PlotWidth, point.Down * size.PlotHeight, TextMetrics.Width(text, Sizes.Label));
        (string Place, Box Box)? best = null;
        var fewest = int.MaxValue;
        foreach (var place in Places)
        {
            var (left, top) = place switch
            {
                "t" => (x - (width / 2), y - FromPoint - Sizes.LabelLine),
                "b" => (x - (width / 2), y + FromPoint),
                "r" => (x + FromPoint, y - (Sizes.LabelLine / 2)),
                _ => (x - FromPoint - width, y - (Sizes.LabelLine / 2)),
            };
            var box = new Box(left, top, left + width, top + Sizes.LabelLine);
            var around = new Box(left - Clearance, top - Clearance, left + width + Clearance, top + Sizes.LabelLine + Clearance);
            if (!box.Within(_plot) || _taken.Exists(other => other.Overlaps(box)))
                continue;
            var covered = (Marker * _points.Count(other => other != (x, y) && around.Holds(other.X, other.Y))) + _lines.Count(other => box.Holds(other.X, other.Y));
            if (covered < fewest)
                (best, fewest) = ((place, box), covered);
        }

        if (best is { } found)
            _taken.Add(found.Box);
        return best?.Place;
    }
    private static IEnumerable<(double X, double Y)> Along((double Across, double Down) from, (double Across, double Down) to, ChartSize size)
    {
        var (x, y) = ((to.Across - from.Across) * size.PlotWidth, (to.Down - from.Down) * size.PlotHeight);
        var steps = (int)Math.Ceiling(Math.Sqrt((x * x) + (y * y)) / Stride) + 1;
        return Enumerable.Range(0, steps + 1).Select(i => ((from.Across * size.PlotWidth) + (x * i / steps), (from.Down * size.PlotHeight) + (y * i / steps)));
    }
}
