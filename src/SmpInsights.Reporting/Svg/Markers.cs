namespace SmpInsights.Reporting.Svg;

/// <summary>Outlines of the eight markers, of about equal weight.</summary>
internal static class Markers
{
    public static string Path(int shape, double x, double y, double r) => (shape % Palette.Count) switch
    {
        0 => $"M{At(x - r, y)}A{Num.Of(r)} {Num.Of(r)} 0 1 0 {At(x + r, y)}A{Num.Of(r)} {Num.Of(r)} 0 1 0 {At(x - r, y)}Z",
        1 => Polygon(x, y, r * 0.9, (-1, -1), (1, -1), (1, 1), (-1, 1)),
        2 => Polygon(x, y, r * 1.15, (0, -1), (1, 0.8), (-1, 0.8)),
        3 => Polygon(x, y, r * 1.2, (0, -1), (1, 0), (0, 1), (-1, 0)),
        4 => Polygon(x, y, r * 1.15, (0, 1), (1, -0.8), (-1, -0.8)),
        5 => Polygon(x, y, r * 1.1, (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35)),
        6 => Polygon(x, y, r * 1.15, (0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)),
        _ => Polygon(x, y, r * 1.15, (-1, -1), (0, -0.45), (1, -1), (0.45, 0), (1, 1), (0, 0.45), (-1, 1), (-0.45, 0)),
    };

    private static string Polygon(double x, double y, double r, params (double X, double Y)[] corners) =>
        "M" + string.Join("L", corners.Select(corner => At(x + (corner.X * r), y + (corner.Y * r)))) + "Z";

    private static string At(double x, double y) => Num.Of(x) + " " + Num.Of(y);
}
