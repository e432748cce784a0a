namespace SmpInsights.Reporting.Svg;

/// <summary>Finds room in the plot for names of points, rules and remarks: free of other text always, free of data where it can be had.</summary>
internal sealed class LabelPlacer(Scene scene, Box plot, IReadOnlyList<(double X, double Y)> obstacles)
{
    /// <summary>Draws the text at the best of the places, or says that there is none.</summary>
    public bool TryPlace(PlacedText text, IEnumerable<(double X, double Y, TextAnchor Anchor)> places, int mostCovered)
    {
        var found = Find(text, places, mostCovered, []);
        if (found is not null)
            scene.Text(found);
        return found is not null;
    }

    /// <summary>The text at the best of the places, clear also of what is to be drawn beside it; null where there is none.</summary>
    public PlacedText? Find(PlacedText text, IEnumerable<(double X, double Y, TextAnchor Anchor)> places, int mostCovered, IReadOnlyList<PlacedText> beside)
    {
        PlacedText? best = null;
        var fewest = int.MaxValue;
        foreach (var (x, y, anchor) in places)
        {
            var candidate = text with { X = x, Y = y, Anchor = anchor, Halo = true };
            var box = candidate.Bounds;
            if (!box.Within(plot) || scene.Texts.Concat(beside).Any(other => other.Bounds.Overlaps(box)))
                continue;
            var covered = obstacles.Count(point => box.Holds(point.X, point.Y));
            if (covered >= fewest)
                continue;
            (best, fewest) = (candidate, covered);
            if (covered == 0)
                break;
        }

        return fewest > mostCovered ? null : best;
    }
}
