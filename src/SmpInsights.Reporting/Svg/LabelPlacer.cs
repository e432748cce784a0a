namespace SmpInsights.Reporting.Svg;

/// <summary>Finds room in the plot for names of points, rules and remarks: free of other text always, free of data where it can be had.</summary>
internal sealed class LabelPlacer(Scene scene, Box plot, IReadOnlyList<(double X, double Y)> obstacles)
{
    /// <summary>Draws the text at the best of the places, or says that there is none.</summary>
    public bool TryPlace(PlacedText text, IEnumerable<(double X, double Y, TextAnchor Anchor)> places, int mostCovered)
    {
        PlacedText? best = null;
        var fewest = int.MaxValue;
        foreach (var (x, y, anchor) in places)
        {
            var candidate = text with { X = x, Y = y, Anchor = anchor, Halo = true };
            var box = candidate.Bounds;
            if (!box.Within(plot) || scene.Texts.Exists(other => other.Bounds.Overlaps(box)))
                continue;
            var covered = obstacles.Count(point => box.Holds(point.X, point.Y));
            if (covered >= fewest)
                continue;
            (best, fewest) = (candidate, covered);
            if (covered == 0)
                break;
        }

        if (best is null || fewest > mostCovered)
            return false;
        scene.Text(best);
        return true;
    }
}
