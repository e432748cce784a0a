using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks.Charts.Marks;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>How each kind of mark becomes cells and native series. A test holds the list against all kinds of marks there are.</summary>
internal static class MarkCharts
{
    private static readonly Dictionary<Type, IMarkChart> ByKind = new IMarkChart[]
    {
        new LineMarkChart(), new StepMarkChart(), new BandMarkChart(), new PointsMarkChart(), new BarsMarkChart(), new StackedBarsMarkChart(),
        new IntervalsMarkChart(), new RuleMarkChart(), new TextMarkChart(),
    }.ToDictionary(chart => chart.Kind);

    public static IMarkChart Of(Mark mark) => ByKind.TryGetValue(mark.GetType(), out var chart)
        ? chart
        : throw new NotSupportedException($"Marks of kind {mark.GetType().Name} have no place in a workbook yet: add one to {nameof(MarkCharts)}.");
}
