using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>
/// Finds places for labels of points in a native chart, so that none lies over another, and over as few of the chart's markers and as little of its lines as may be.
/// A label without a place stands in its cell only.
/// </summary>
/// <param name="width">Of the plot, in pixels.</param>
/// <param name="height">Of the plot.</param>
/// <param name="beside">What the chart has right of the plot.</param>
/// <param name="points">Markers, as shares of the plot from the left and from the top.</param>
/// <param name="lines">Corners of lines, as shares too.</param>
internal sealed class LabelRoom(double width, double height, double beside, IEnumerable<(double Across, double Down)> points, IEnumerable<IReadOnlyList<(double Across, double Down)>> lines)
{
    public const double FromPoint = 9;

    /// <summary>From another marker: nearer, a label is read as its; farther, it is not taken for it.</summary>
    private const double Clearance = 15;
    private const double Clear = 30;

    /// <summary>A marker that is covered is lost; a line, which counts once in <see cref="Stride"/>, goes on beside the label.</summary>
    private const int Marker = 100;
    private const int NearMarker = 3;

    /// <summary>In pixels: how finely lines are followed.</summary>
    private const double Stride = 8;
    private static readonly string[] Places = ["t", "b", "r", "l"];
    private readonly Box _plot = new(0, 0, width + beside, height);
    private readonly (double X, double Y)[] _points = [.. points.Select(point => (point.Across * width, point.Down * height))];
    private readonly (double X, double Y)[] _lines = [.. lines.SelectMany(line => line.Zip(line.Skip(1)).SelectMany(part => Along(part.First, part.Second, width, height)))];
    private readonly List<Box> _taken = [];

    /// <summary>The place of a label at a point; null where there is none.</summary>
    public string? Take(string text, (double Across, double Down) point)
    {
        var (x, y, length) = (point.Across * width, point.Down * height, TextMetrics.Width(text, Sizes.Label));
        (string Place, Box Box)? best = null;
        var fewest = int.MaxValue;
        foreach (var place in Places)
        {
            var (left, top) = place switch
            {
                "t" => (x - (length / 2), y - FromPoint - Sizes.LabelLine),
                "b" => (x - (length / 2), y + FromPoint),
                "r" => (x + FromPoint, y - (Sizes.LabelLine / 2)),
                _ => (x - FromPoint - length, y - (Sizes.LabelLine / 2)),
            };
            var box = new Box(left, top, left + length, top + Sizes.LabelLine);
            if (!box.Within(_plot) || _taken.Exists(other => other.Overlaps(box)))
                continue;
            var covered = _points.Where(other => other != (x, y)).Sum(other => Distance(box, other) switch { < Clearance => Marker, < Clear => NearMarker, _ => 0 }) + _lines.Count(other => box.Holds(other.X, other.Y));
            if (covered < fewest)
                (best, fewest) = ((place, box), covered);
        }

        if (best is { } found)
            _taken.Add(found.Box);
        return best?.Place;
    }

    private static double Distance(Box box, (double X, double Y) point) =>
        double.Hypot(Math.Max(0, Math.Max(box.Left - point.X, point.X - box.Right)), Math.Max(0, Math.Max(box.Top - point.Y, point.Y - box.Bottom)));

    private static IEnumerable<(double X, double Y)> Along((double Across, double Down) from, (double Across, double Down) to, double width, double height)
    {
        var (x, y) = ((to.Across - from.Across) * width, (to.Down - from.Down) * height);
        var steps = (int)Math.Ceiling(Math.Sqrt((x * x) + (y * y)) / Stride);
        return Enumerable.Range(0, steps).Select(i => ((from.Across * width) + (x * i / steps), (from.Down * height) + (y * i / steps)));
    }
}
