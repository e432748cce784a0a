namespace SmpInsights.Data.Import;

/// <summary>A rule over several cells of one row: the reason against the row, or null. Cells are as stored, null where empty.</summary>
internal sealed record RowRule(string Column, Func<StagedRow, string?> Reason);

/// <summary>A table of the data contract; its file is <c>{Name}.csv</c>, its first column its id.</summary>
internal sealed record ContractTable(string Name, IReadOnlyList<ContractColumn> Columns)
{
    public string File => Name + ".csv";

    public ContractColumn Id => Columns[0];

    /// <summary>Reports cannot do without it.</summary>
    public bool Needed { get; init; }

    /// <summary>The reference through which a row's clinic, and so its time zone, is found; null where no column is a date.</summary>
    public string? ClinicThrough { get; init; }

    public IReadOnlyList<RowRule> RowRules { get; init; } = [];

    /// <summary>Rules that need other tables: files of <c>sql/import/rules</c>.</summary>
    public IReadOnlyList<string> TableRules { get; init; } = [];

    /// <summary>What is kept but said of a row by itself: files of <c>sql/import/warnings</c> over the staged rows.</summary>
    public IReadOnlyList<string> RowWarnings { get; init; } = [];

    /// <summary>Its rows can make a treatment look odd, so the treatments they belong to are looked at after the import.</summary>
    public bool Watched { get; init; }

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (string.Equals(Columns[i].Name, column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"Table {Name} has no column {column}.", nameof(column));
    }
}
