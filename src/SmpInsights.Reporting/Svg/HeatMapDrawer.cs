using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Draws a heat map: the larger the number the deeper the shade, all of them pale enough in the light and deep enough in the dark for the number printed on them.
/// </summary>
internal static class HeatMapDrawer
{
    private const double Gap = 1.5;

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

            var shown = TextMetrics.Shorten(text, Sizes.Tick, box.Right - box.Left - 4);
            if (shown.Length > 1 || shown.Length == text.Length)
                scene.Text(new PlacedText(shown, (box.Left + box.Right) / 2, ((box.Top + box.Bottom) / 2) + 4, Sizes.Tick, TextAnchor.Middle, Muted: cell.Number is null, Halo: cell.Value is SuppressedCell, Full: shown.Length == text.Length ? null : text));
        }
    }
}
