using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>How points become lines, for every renderer.</summary>
internal static class Polylines
{
    /// <summary>The points between gaps; none of them is without a value.</summary>
    public static IEnumerable<List<DataPoint>> Runs(IReadOnlyList<DataPoint> points)
    {
        var run = new List<DataPoint>();
        foreach (var point in points)
        {
            if (point.Y.HasValue)
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
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
