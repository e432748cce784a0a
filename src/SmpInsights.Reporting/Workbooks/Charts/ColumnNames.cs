using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>What columns of a figure's table are called: as their series, but never nothing, and the two lines of one name by which lies above.</summary>
internal static class ColumnNames
{
    /// <summary>What a title says of its months, which each series has.</summary>
    private const string ByMonth = ", month by month";

    /// <summary>The name of a series in legends. One without a name is what the axis says, or what the figure's title does where the axis says nothing but the currency.</summary>
    public static string Of(Figure figure, Series series) => series.Name.Length > 0 ? series.Name
        : Value(figure).Title is { Length: > 0 } title && !FigureTable.IsCurrency(title) ? title
        : figure.Title.EndsWith(ByMonth, StringComparison.Ordinal) ? figure.Title[..^ByMonth.Length] : figure.Title;

    public static string Of(Figure figure, Mark mark, DataColumn column)
    {
        var series = MarkSeries.Of(mark)!;
        var name = series.Name.Length > 0 ? column.Name : Of(figure, series) + column.Name;
        if (mark is not LineMark line || column.IsText)
            return name;
        var others = figure.Marks.OfType<LineMark>().Where(other => !ReferenceEquals(other, mark) && string.Equals(other.Series.Name, line.Series.Name, StringComparison.Ordinal)).ToArray();
        return others is [var other] && Side(line, other) is { } side ? $"{name}, {side}" : name;
    }

    private static Axis Value(Figure figure) => Scales.Lies(figure) ? figure.X : figure.Y;

    /// <summary>"upper" or "lower" where the two lines never cross.</summary>
    private static string? Side(LineMark line, LineMark other)
    {
        var there = other.Points.Where(point => point.Y.HasValue).GroupBy(point => point.X).ToDictionary(group => group.Key, group => group.First().Y!.Value);
        var differences = line.Points.Where(point => point.Y.HasValue && there.ContainsKey(point.X)).Select(point => point.Y!.Value - there[point.X]).ToArray();
        return differences.Length == 0 || differences.All(d => d == 0) ? null : differences.All(d => d >= 0) ? "upper" : differences.All(d => d <= 0) ? "lower" : null;
    }
}
