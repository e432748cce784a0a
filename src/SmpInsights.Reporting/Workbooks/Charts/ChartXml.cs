using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The chart part of a plan.</summary>
internal static class ChartXml
{
    private const int FewGroups = 6;

    /// <summary>Gaps beside groups of bars, in per cent of a bar; the format knows none wider.</summary>
    private const double NarrowestGap = 40;
    private const double WidestGap = 500;

    public static ChartSpace Of(ChartPlan plan, SheetValues values)
    {
        var cells = new CellReferences(values);
        var space = new ChartSpace(new Date1904 { Val = false }, new EditingLanguage { Val = "en-US" }, new RoundedCorners { Val = false });
        space.AddNamespaceDeclaration("c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
        space.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        space.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        space.AddNamespaceDeclaration("c15", "http://schemas.microsoft.com/office/drawing/2012/chart");
        var chart = new Chart(
            new Title(new ChartText(cells.Texts(plan.Title)), new Overlay { Val = false }, ChartShape.Text(11, bold: true)),
            new AutoTitleDeleted { Val = false },
            Area(plan, cells));
        if (Legend(plan) is { } legend)
            chart.AppendChild(legend);
        chart.Append(
            new PlotVisibleOnly { Val = false },
            new DisplayBlanksAs { Val = plan.GapsBreakLines ? DisplayBlanksAsValues.Gap : DisplayBlanksAsValues.Span });
        space.Append(chart, new ShapeProperties(ChartShape.Solid("FFFFFF"), ChartShape.Line(new Stroke("D5DAE1", 0.75))), ChartShape.Text(9));
        return space;
    }

    private static PlotArea Area(ChartPlan plan, CellReferences cells)
    {
        var area = new PlotArea(Layout(plan));
        var xml = new SeriesXml(cells, plan.Figure.Y is Figures.CategoryAxis);
        var ordered = Ordered(plan);
        if (plan.Kind == PlotKind.Scatter)
        {
            var scatter = new ScatterChart(new ScatterStyle { Val = ScatterStyleValues.LineMarker }, new VaryColors { Val = false });
            for (var i = 0; i < ordered.Count; i++)
                scatter.AppendChild(xml.Scatter(ordered[i], i));
            area.AppendChild(Axes(scatter));
            var lies = plan.Figure.Y is Figures.CategoryAxis;
            area.Append(
                AxisXml.Number(plan.Figure.X, plan.X, horizontal: true, gridlines: lies, between: false, crossesAtEnd: lies),
                AxisXml.Number(plan.Figure.Y, plan.Y, horizontal: false, gridlines: true, between: false, crossesAtEnd: false));
            return area;
        }

        var lying = plan.Kind == PlotKind.LyingBars;
        if (Bars(ordered, plan.Positions.Count, lying, xml) is { } bars)
            area.AppendChild(bars);
        if (ordered.Any(series => series.Group == SeriesGroup.Lines))
        {
            var lines = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
            for (var i = 0; i < ordered.Count; i++)
            {
                if (ordered[i].Group == SeriesGroup.Lines)
                    lines.AppendChild(xml.Line(ordered[i], i));
            }

            lines.AppendChild(new ShowMarker { Val = true });
            area.AppendChild(Axes(lines));
        }

        area.AppendChild<OpenXmlElement>(!lying && plan.Figure.X is Figures.DateAxis ? AxisXml.Days(plan.Figure.X, plan.Positions) : AxisXml.Names(lying ? plan.Figure.Y : plan.Figure.X, horizontal: !lying));
        area.AppendChild(AxisXml.Number(lying ? plan.Figure.X : plan.Figure.Y, lying ? plan.X : plan.Y, horizontal: lying, gridlines: true, between: true, crossesAtEnd: lying));
        return area;
    }

    private static BarChart? Bars(List<ChartSeries> ordered, int groups, bool lying, SeriesXml xml)
    {
        var group = ordered.Find(series => series.Group != SeriesGroup.Lines)?.Group;
        if (group is null)
            return null;
        var stacked = group == SeriesGroup.StackedBars;
        var bars = new BarChart(
            new BarDirection { Val = lying ? BarDirectionValues.Bar : BarDirectionValues.Column },
            new BarGrouping { Val = stacked ? BarGroupingValues.Stacked : BarGroupingValues.Clustered },
            new VaryColors { Val = false });
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Group != SeriesGroup.Lines)
                bars.AppendChild(xml.Bar(ordered[i], i));
        }

        bars.Append(new GapWidth { Val = Gap(groups, stacked ? 1 : bars.Elements<BarChartSeries>().Count()) }, new Overlap { Val = (sbyte)(stacked ? 100 : 0) });
        return Axes(bars, lying);
    }

    /// <summary>The room between groups of bars, in per cent of a bar: bars of few groups are no wider than those of several.</summary>
    private static ushort Gap(int groups, int bars) => (ushort)Math.Clamp((100.0 * FewGroups / groups * (1 + (NarrowestGap / 100))) - (100 * bars), NarrowestGap, WidestGap);

    /// <summary>The axis of positions comes first.</summary>
    private static T Axes<T>(T group, bool lying = false)
        where T : OpenXmlElement
    {
        group.Append(new AxisId { Val = lying ? AxisXml.VerticalId : AxisXml.HorizontalId }, new AxisId { Val = lying ? AxisXml.HorizontalId : AxisXml.VerticalId });
        return group;
    }

    /// <summary>Bars before lines: legends list series by kind of chart, and count them so when entries are taken out.</summary>
    private static List<ChartSeries> Ordered(ChartPlan plan) =>
        [.. plan.Series.Where(series => series.Group != SeriesGroup.Lines), .. plan.Series.Where(series => series.Group == SeriesGroup.Lines)];

    /// <summary>No legend for one series that the title or the axis names.</summary>
    private static Legend? Legend(ChartPlan plan)
    {
        var ordered = Ordered(plan);
        if (ordered.Count(series => series.InLegend) < 2 && plan.Figure.Marks.Where(mark => mark.HasData).Select(Svg.MarkSeries.Of).All(series => series is null || IsSaid(plan.Figure, series.Name)))
            return null;
        var legend = new Legend(new LegendPosition { Val = LegendPositionValues.Bottom });
        for (var i = 0; i < ordered.Count; i++)
        {
            if (!ordered[i].InLegend)
                legend.AppendChild(new LegendEntry(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)i }, new Delete { Val = true }));
        }

        legend.Append(new Overlay { Val = false }, ChartShape.Text(9));
        return legend;
    }

    private static bool IsSaid(Figures.Figure figure, string name) =>
        figure.Title.StartsWith(name, StringComparison.OrdinalIgnoreCase) || new[] { figure.Title, figure.X.Title, figure.Y.Title }.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names beside the plot are labels, for which no program makes room by itself.</summary>
    private static Layout Layout(ChartPlan plan) => plan.Area is not { } area
        ? new Layout()
        : new Layout(new ManualLayout(
            new LayoutTarget { Val = LayoutTargetValues.Inner },
            new LeftMode { Val = LayoutModeValues.Edge },
            new TopMode { Val = LayoutModeValues.Edge },
            new Left { Val = area.Left },
            new Top { Val = area.Top },
            new Width { Val = area.Width },
            new Height { Val = area.Height }));
}
