using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>The plot area and the way from data to it.</summary>
internal sealed record Frame(Figure Figure, Box Plot, Scale X, Scale Y, bool Lies)
{
    public double Across(double x) => Plot.Left + (X.Share(x) * (Plot.Right - Plot.Left));

    public double Down(double y) => Figure.Y is CategoryAxis
        ? Plot.Top + (Y.Share(y) * (Plot.Bottom - Plot.Top))
        : Plot.Bottom - (Y.Share(y) * (Plot.Bottom - Plot.Top));

    /// <summary>Where a mark's position and value are; where categories stand on the vertical axis the two change places.</summary>
    public (double X, double Y) At(double position, double value) => Lies ? (Across(value), Down(position)) : (Across(position), Down(value));

    public string WritePosition(double position) => Lies ? Y.Write(position) : X.Write(position);

    public string WriteValue(double value) => Lies ? X.Write(value) : Y.Write(value);

    public Scale Values => Lies ? X : Y;
}
