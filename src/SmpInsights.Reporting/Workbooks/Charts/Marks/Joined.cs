namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>The cells of what a line joins: the table's where no row of another series interrupts them, else helpers without a break.</summary>
internal static class Joined
{
    public static (CellRun Positions, CellRun Values) Cells(PlacedColumn column, Plot plot) =>
        !plot.IsScatter || column.IsUnbroken ? (plot.Positions, plot.Cells(column)) : Helpers(column, plot, [.. Enumerable.Range(0, column.Rows.Count).Select(i => (i, i))]);

    /// <summary>The corners of a step function: each value holds until the next position.</summary>
    public static (CellRun Positions, CellRun Values) Steps(PlacedColumn column, Plot plot)
    {
        var corners = new List<(int Position, int Value)>();
        for (var i = 0; i < column.Rows.Count; i++)
        {
            if (i > 0 && column.Data.Points[i].Value is not null && column.Data.Points[i - 1].Value is not null)
                corners.Add((i, i - 1));
            corners.Add((i, i));
        }

        return Helpers(column, plot, corners);
    }

    private static (CellRun Positions, CellRun Values) Helpers(PlacedColumn column, Plot plot, IReadOnlyList<(int Position, int Value)> corners) =>
    (
        plot.Helpers.Add(column.Data.Name + ", position", [.. corners.Select(corner => plot.PositionAt(column.Rows[corner.Position]))], plot.PositionFormat),
        plot.Helpers.Add(column.Data.Name + ", value", [.. corners.Select(corner => plot.ValueAt(column, corner.Value))], plot.ValueFormat));
}
