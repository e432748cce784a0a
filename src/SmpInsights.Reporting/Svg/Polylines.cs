using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>How points become lines, for every renderer.</summary>
internal static class Polylines
{
    /// <summary>The points between gaps, and between neighbours no further apart than the longest join; none of them is without a value.</summary>
    public static IEnumerable<List<DataPoint>> Runs(IReadOnlyList<DataPoint> points, double longestJoin = double.PositiveInfinity)
    {
        var run = new List<DataPoint>();
        foreach (var point in points)
        {
            if (run.Count > 0 && (point.Y is null || point.X - run[^1].X > longestJoin))
            {
                yield return run;
                run = [];
            }

            if (point.Y.HasValue)
                run.Add(point);
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>The points themselves or, stepped, with the corner before each: a value holds until the next.</summary>
    public static List<(double X, double Y)> Corners(IEnumerable<(double X, double Y)> points, bool stepped)
    {
        var corners = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (stepped && corners.Count > 0)
                corners.Add((point.X, corners[^1].Y));
            corners.Add(point);
        }

        return corners;
    }
}
