using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>The table of numbers at risk, its counts right under their times. Names stand to the left, or above their counts where they are long.</summary>
internal static class AtRiskDrawer
{
    /// <summary>The margin that names beside the counts need; 0 where they go above them.</summary>
    public static double LeftRoom(AtRiskTable table, double width)
    {
        var names = table.Rows.Select(row => TextMetrics.Width(XmlText.Clean(row.Group), Sizes.Tick)).DefaultIfEmpty().Max();
        return names > width * 0.2 ? 0 : names + (WidestCount(table) / 2) + 8 + Sizes.Margin;
    }

    /// <summary>Draws the table from <paramref name="top"/> down; returns its height.</summary>
    public static double Draw(Scene scene, Frame frame, AtRiskTable table, double top, double width)
    {
        var beside = LeftRoom(table, width) > 0;
        var shown = Shown(frame, table);
        var y = top + 12;
        scene.Text(new PlacedText(TextMetrics.Shorten(XmlText.Clean(table.Title), Sizes.Tick, width - (2 * Sizes.Margin), bold: true), Sizes.Margin, y, Sizes.Tick, TextAnchor.Start, Bold: true, Muted: true));
        foreach (var row in table.Rows)
        {
            y += Sizes.TickLine + 2;
            var name = XmlText.Clean(row.Group);
            if (beside)
            {
                scene.Text(new PlacedText(name, frame.Plot.Left - (WidestCount(table) / 2) - 8, y, Sizes.Tick, TextAnchor.End));
            }
            else
            {
                var text = TextMetrics.Shorten(name, Sizes.Tick, width - (2 * Sizes.Margin));
                scene.Text(new PlacedText(text, Sizes.Margin, y, Sizes.Tick, TextAnchor.Start, Full: string.Equals(text, name, StringComparison.Ordinal) ? null : name));
                y += Sizes.TickLine;
            }

            foreach (var i in shown)
                scene.Text(new PlacedText(CellText.Of(row.Counts[i]), frame.Across(table.At[i]), y, Sizes.Tick, TextAnchor.Middle, Muted: !beside));
        }

        return y - top + 8;
    }

    /// <summary>The axis with its ticks at the times of the counts: at each, or at every second, third, ... where counts would touch.</summary>
    public static Scale Timed(Scale axis, AtRiskTable table, double width)
    {
        var ticks = table.At.Where(axis.Holds).Order().Select(at => new Tick(at, axis.Write(at))).ToList();
        var room = ticks.Select(tick => TextMetrics.Width(tick.Label, Sizes.Tick)).Append(WidestCount(table)).Max() + 6;
        for (var every = 1; every <= ticks.Count; every++)
        {
            var some = ticks.Where((_, k) => k % every == 0).ToList();
            if (some.Zip(some.Skip(1)).All(pair => (axis.Share(pair.Second.At) - axis.Share(pair.First.At)) * width >= room))
                return axis with { Ticks = some };
        }

        return axis;
    }

    /// <summary>The counts that stand under a tick: the same in all rows.</summary>
    private static List<int> Shown(Frame frame, AtRiskTable table) =>
        [.. Enumerable.Range(0, table.At.Count).Where(i => frame.X.Ticks.Any(tick => tick.At.Equals(table.At[i])))];

    private static double WidestCount(AtRiskTable table) =>
        table.Rows.SelectMany(row => row.Counts).Select(count => TextMetrics.Width(CellText.Of(count), Sizes.Tick)).DefaultIfEmpty(10).Max();
}
