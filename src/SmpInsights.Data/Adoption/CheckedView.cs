namespace SmpInsights.Data.Adoption;

/// <summary>One view against the contract. Rows: how many it has; Good: how many of them can be used. IsThere: whether the database has it. Faults: what is wrong with the view as a whole.</summary>
public sealed record CheckedView(string View, bool Needed, bool IsThere, bool ChangedAt, long Rows, long Good, IReadOnlyList<CheckedColumn> Columns, IReadOnlyList<CheckedFault> Faults, IReadOnlyList<string> Unknown)
{
    public long Rejected => Rows - Good;

    /// <summary>Nothing can be read of it.</summary>
    public bool IsUnusable => IsThere ? Columns.Any(c => c.Required && c.Type is null) : Needed;
}
