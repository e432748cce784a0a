using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Draws a heat map: the larger the number the deeper the shade, all of them pale enough in the light and deep enough in the dark for the number printed on them.
/// </summary>
internal static class HeatMapDrawer
{
    private const double Gap = 1.5;

    private const double Small = 9;

    /// <summary>Whether there are fields without a cell, or with one that has nothing to print.</summary>
    public static bool HasBlanks(Figure figure, HeatMapMark heat) =>
        heat.Cells.Where(cell => CellText.Of(cell.Value).Length > 0).DistinctBy(cell => (cell.Column, cell.Row)).Count() < ((CategoryAxis)figure.X).Categories.Count * ((CategoryAxis)figure.Y).Categories.Count;

    public static void Draw(Scene scene, Frame frame, HeatMapMark heat, string scope)
    {
        var numbers = heat.Cells.Select(cell => cell.Number).OfType<double>().ToArray();
        foreach (var cell in heat.Cells)
        {
            var box = new Box(frame.Across(cell.Column - 0.5) + Gap, frame.Down(cell.Row - 0.5) + Gap, frame.Across(cell.Column + 0.5) - Gap, frame.Down(cell.Row + 0.5) - Gap);
            var text = CellText.Of(cell.Value);
            var hover = string.Join(": ", new[] { $"{frame.Y.Write(cell.Row)}, {frame.X.Write(cell.Column)}", cell.Label ?? text }.Where(part => part.Length > 0));
            if (cell.Number is { } number)
            {
                var shade = Palette.ShadeOf(number, numbers);
                scene.Rect(box, Palette.ShadeClass(shade), Palette.LightShades[shade], hover);
            }
            else
            {
                scene.Rect(box, "wash", Palette.Wash, hover, pattern: cell.Value is SuppressedCell ? Hatching.SuppressedId(scope) : null);
            }

            Words(scene, box, text, cell);
        }
    }

    /// <summary>The value in its field: small, then on two lines where the field is narrow; never cut or broken within a word, since "1…" is another number. Without room it shows when hovered.</summary>
    private static void Words(Scene scene, Box box, string text, HeatCell cell)
    {
        var room = box.Right - box.Left - 4;
        foreach (var (size, most) in new[] { (Sizes.Tick, 1), (Small, 1), (Small, 2) })
        {
            var lines = TextMetrics.Wrap(text, size, room, most);
            if (lines.Any(line => TextMetrics.Width(line, size) > room || line.EndsWith('…')) || !string.Equals(string.Join(' ', lines), XmlText.Kept(text), StringComparison.Ordinal))
                continue;
            var top = ((box.Top + box.Bottom) / 2) + (size * 0.35) - ((lines.Count - 1) * (size + 1) / 2);
            for (var i = 0; i < lines.Count; i++)
                scene.Text(new PlacedText(lines[i], (box.Left + box.Right) / 2, top + (i * (size + 1)), size, TextAnchor.Middle, Muted: cell.Number is null, Halo: cell.Value is SuppressedCell));
            return;
        }
    }
}
