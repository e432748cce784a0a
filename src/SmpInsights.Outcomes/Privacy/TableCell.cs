namespace SmpInsights.Outcomes.Privacy;

/// <summary>
/// A cell that is to be printed. <paramref name="Parts"/> names the disjoint parts whose sum its counts are (such as the answers of one technique in one month); none for a cell of
/// nothing. Cells of the same parts are the same number, in whatever table or report they stand.
/// </summary>
/// <param name="Table">The table's id.</param>
/// <param name="Key">The cell within its table.</param>
/// <param name="Clients">Distinct clients it rests on, 0 or more.</param>
/// <param name="Parts">Each name once.</param>
/// <param name="IsClosed">Never printed, whatever its size: it is only here to be protected.</param>
public sealed record TableCell(string Table, string Key, int Clients, IReadOnlyList<string> Parts, bool IsClosed = false)
{
    /// <summary>A cell that shares no part with any other: only margins tie it to them.</summary>
    public TableCell(string table, string key, int clients)
        : this(table, key, clients, [table + "/" + key])
    {
    }
}
