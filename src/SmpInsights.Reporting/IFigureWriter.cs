using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting;

/// <summary>Draws figures in a further format, beside the SVG.</summary>
public interface IFigureWriter
{
    /// <summary>The ending of the file's name, without a dot.</summary>
    public string Extension { get; }

    /// <summary>The file's content; equal figures give equal bytes.</summary>
    public byte[] Write(Figure figure);
}
