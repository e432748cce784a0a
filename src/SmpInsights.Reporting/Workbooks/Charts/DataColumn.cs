using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>
/// A column that a mark brings to the table of its figure: a number, a text or nothing at each position, in the mark's order.
/// Where the column joins, a line runs from value to value.
/// </summary>
internal sealed record DataColumn(string Name, IReadOnlyList<(double X, object? Value)> Points, bool IsText = false, bool Joins = false)
{
    public static DataColumn Of(string name, IReadOnlyList<DataPoint> points, bool joins = false) => new(name, [.. points.Select(point => (point.X, (object?)point.Y))], Joins: joins);

    /// <summary>The labels of points, if any has one.</summary>
    public static IEnumerable<DataColumn> Labels(string name, IReadOnlyList<DataPoint> points)
    {
        if (points.Any(point => point.Label is not null))
            yield return new DataColumn(name + ", name", [.. points.Select(point => (point.X, (object?)point.Label))], IsText: true);
    }
}

/// <summary>A column in its place: its number in the table, and the row of each point, both from 0.</summary>
internal sealed record PlacedColumn(DataColumn Data, int Column, IReadOnlyList<int> Rows)
{
    /// <summary>Whether the points fill their rows one after the other.</summary>
    public bool IsUnbroken => Rows.Zip(Rows.Skip(1)).All(pair => pair.Second == pair.First + 1);
}
