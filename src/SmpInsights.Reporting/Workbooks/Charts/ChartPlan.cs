using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>What a native chart is built from: where it stands, the cells of its title, its axes and its series.</summary>
internal sealed record ChartPlan(
    Figure Figure,
    PlotKind Kind,
    CellRun Title,
    Scale X,
    Scale Y,
    IReadOnlyList<double> Positions,
    IReadOnlyList<ChartSeries> Series,
    string Alternative,
    int Row,
    ChartSize Size,
    bool GapsBreakLines)
{
    /// <summary>Where the plot stands; null where each program decides.</summary>
    public PlotBox? Area { get; init; }
}
