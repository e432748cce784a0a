using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>The series of a mark, and the positions it takes up.</summary>
internal static class MarkSeries
{
    public static Series? Of(Mark mark) => mark switch
    {
        LineMark line => line.Series,
        StepMark step => step.Series,
        BandMark band => band.Series,
        PointsMark points => points.Series,
        BarsMark bars => bars.Series,
        StackedBarsMark stacked => stacked.Series,
        IntervalsMark intervals => intervals.Series,
        HeatMapMark heat => heat.Series,
        _ => null,
    };

    public static IEnumerable<double> Positions(Mark mark) => mark switch
    {
        LineMark line => line.Points.Select(point => point.X),
        StepMark step => step.Points.Concat(step.Censored ?? []).Select(point => point.X),
        BandMark band => band.Points.Select(point => point.X),
        PointsMark points => points.Points.Select(point => point.X),
        BarsMark bars => bars.Points.Select(point => point.X),
        StackedBarsMark stacked => stacked.Points.Select(point => point.X),
        IntervalsMark intervals => intervals.Points.Select(point => point.X),
        RuleMark { Direction: RuleDirection.Vertical } rule => [rule.At],
        TextMark text => [text.X],
        _ => [],
    };

    public static IEnumerable<double> Values(Mark mark) => mark switch
    {
        LineMark line => Present(line.Points),
        StepMark step => Present(step.Points.Concat(step.Censored ?? [])),
        BandMark band => band.Points.SelectMany(point => new[] { point.Lower, point.Upper }),
        PointsMark points => Present(points.Points),
        BarsMark bars => Present(bars.Points).Append(0),
        IntervalsMark intervals => intervals.Points.SelectMany(point => new[] { point.Value, point.Lower ?? point.Value, point.Upper ?? point.Value }),
        RuleMark { Direction: RuleDirection.Horizontal } rule => [rule.At],
        TextMark text => [text.Y],
        _ => [],
    };

    private static IEnumerable<double> Present(IEnumerable<DataPoint> points) => points.Where(point => point.Y.HasValue).Select(point => point.Y!.Value);
}
