namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Leaves out what could not be seen of a line with very many points. D. H. Douglas and T. K. Peucker (1973), Cartographica 10, 112-122:
/// no point left out lies further than the tolerance from the line that is drawn.
/// </summary>
internal static class Thinning
{
    /// <summary>Marks of one series up to which each is drawn by itself.</summary>
    public const int Above = 400;

    /// <summary>A quarter of a pixel.</summary>
    private const double Tolerance = 0.25;

    /// <summary>The first, the last, the highest and the lowest point are kept; a line of few points is left as it is.</summary>
    public static IReadOnlyList<(double X, double Y)> Line(IReadOnlyList<(double X, double Y)> points)
    {
        if (points.Count <= Above)
            return points;
        var keep = new bool[points.Count];
        var (lowest, highest) = (0, 0);
        for (var i = 1; i < points.Count; i++)
        {
            lowest = points[i].Y > points[lowest].Y ? i : lowest;
            highest = points[i].Y < points[highest].Y ? i : highest;
        }

        int[] fixedPoints = [.. new[] { 0, lowest, highest, points.Count - 1 }.Distinct().Order()];
        var open = new Stack<(int From, int To)>();
        for (var i = 0; i < fixedPoints.Length; i++)
        {
            keep[fixedPoints[i]] = true;
            if (i > 0)
                open.Push((fixedPoints[i - 1], fixedPoints[i]));
        }

        while (open.TryPop(out var piece))
        {
            var (furthest, distance) = Furthest(points, piece.From, piece.To);
            if (distance <= Tolerance)
                continue;
            keep[furthest] = true;
            open.Push((piece.From, furthest));
            open.Push((furthest, piece.To));
        }

        return [.. points.Where((_, i) => keep[i])];
    }

    /// <summary>The first point in each column of pixels.</summary>
    public static IEnumerable<(double X, double Y)> OnePerColumn(IReadOnlyList<(double X, double Y)> points) =>
        points.DistinctBy(point => Math.Floor(point.X));

    private static (int Index, double Distance) Furthest(IReadOnlyList<(double X, double Y)> points, int from, int to)
    {
        var (a, b) = (points[from], points[to]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var (furthest, most) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
        {
            var (x, y) = (points[i].X - a.X, points[i].Y - a.Y);
            var along = length > 0 ? Math.Clamp(((x * dx) + (y * dy)) / length, 0, 1) : 0;
            var (offX, offY) = (x - (along * dx), y - (along * dy));
            var square = (offX * offX) + (offY * offY);
            if (square > most)
                (furthest, most) = (i, square);
        }

        return (furthest, Math.Sqrt(most));
    }
}
