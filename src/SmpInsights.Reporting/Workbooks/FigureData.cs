using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A figure as a table. Where a series has two values at one position (a step, or two marks of one name) the row comes twice.</summary>
internal static class FigureData
{
    public static (IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) Of(Figure figure)
    {
        if (figure.Marks.OfType<HeatMapMark>().FirstOrDefault() is { } heat)
            return HeatMapData.Of(figure, heat);
        var lies = figure.Y is CategoryAxis;
        var (positions, values) = lies ? (figure.Y, figure.X) : (figure.X, figure.Y);
        var title = positions.Title.Length > 0 ? positions.Title : positions is DateAxis ? "Date" : positions is CategoryAxis ? "Category" : "Position";
        var columns = new List<SheetColumn> { new(title, Right: positions is not CategoryAxis and not DateAxis) };
        var series = figure.Marks.SelectMany(Columns).ToArray();
        columns.AddRange(series.Select(column => new SheetColumn(column.Name, Right: !column.IsText)));
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var x in series.SelectMany(column => column.Values.Keys).Distinct().Order())
        {
            var depth = series.Max(column => column.Values.GetValueOrDefault(x)?.Count ?? 0);
            for (var k = 0; k < depth; k++)
            {
                var at = k;
                rows.Add([Value(positions, x), .. series.Select(column => Cell(column, values, x, at))]);
            }
        }

        return (columns, rows);
    }

    /// <summary>A position or value as a cell of its axis' kind.</summary>
    public static Cell Value(Axis axis, double value) => axis switch
    {
        DateAxis => new DateCell(DateAxis.DayAt(value)),
        CategoryAxis category => new TextCell(category.Categories.ElementAtOrDefault((int)Math.Round(Math.Clamp(value, -1, category.Categories.Count))) ?? ""),
        PercentAxis => new PercentCell(value, 2),
        _ => double.IsInteger(value) && Math.Abs(value) < 1e15 ? new IntegerCell((long)value) : new NumberCell(value, 3),
    };

    private static Cell Cell(DataColumn column, Axis axis, double x, int k)
    {
        if (column.Values.GetValueOrDefault(x) is not { } values || k >= values.Count)
            return new TextCell("");
        return values[k] switch { double value => Value(axis, value), string text => new TextCell(text), _ => new TextCell("") };
    }

    private static IEnumerable<DataColumn> Columns(Mark mark) => mark switch
    {
        LineMark line => [Of(line.Series.Name, line.Points), .. Labels(line.Series.Name, line.Points)],
        StepMark step => step.Censored is { Count: > 0 } censored
            ? [Of(step.Series.Name, step.Points), Of(step.Series.Name + ", censored", censored)]
            : [Of(step.Series.Name, step.Points)],
        PointsMark points => [Of(points.Series.Name, points.Points), .. Labels(points.Series.Name, points.Points)],
        BarsMark bars => [Of(bars.Series.Name, bars.Points)],
        StackedBarsMark stacked => [Of(stacked.Series.Name, stacked.Points)],
        BandMark band =>
        [
            Of(band.Series.Name + ", lower", band.Points.Select(point => new DataPoint(point.X, point.Lower))),
            Of(band.Series.Name + ", upper", band.Points.Select(point => new DataPoint(point.X, point.Upper))),
        ],
        IntervalsMark intervals =>
        [
            Of(intervals.Series.Name, intervals.Points.Select(point => new DataPoint(point.X, point.Value))),
            Of(intervals.Series.Name + ", lower", intervals.Points.Select(point => new DataPoint(point.X, point.Lower))),
            Of(intervals.Series.Name + ", upper", intervals.Points.Select(point => new DataPoint(point.X, point.Upper))),
        ],
        _ => [],
    };

    private static DataColumn Of(string name, IEnumerable<DataPoint> points) =>
        new(name, IsText: false, points.GroupBy(point => point.X).ToDictionary(group => group.Key, group => group.Select(point => (object?)point.Y).ToList()));

    private static IEnumerable<DataColumn> Labels(string name, IReadOnlyList<DataPoint> points)
    {
        if (points.Any(point => point.Label is not null))
            yield return new DataColumn(name + ", name", IsText: true, points.GroupBy(point => point.X).ToDictionary(group => group.Key, group => group.Select(point => (object?)point.Label).ToList()));
    }

    private sealed record DataColumn(string Name, bool IsText, Dictionary<double, List<object?>> Values);
}
