using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Figures;

/// <summary>Numbers at risk at given positions of the X axis, a row a group; the group's name is that of its series.</summary>
public sealed record AtRiskTable
{
    public AtRiskTable(string title, IReadOnlyList<double> at, IReadOnlyList<AtRiskRow> rows)
    {
        if (rows.Any(row => row.Counts.Count != at.Count))
            throw new ArgumentException("Every group has one count a position.", nameof(rows));
        (Title, At, Rows) = (title, at, rows);
    }

    public string Title { get; }

    public IReadOnlyList<double> At { get; }

    public IReadOnlyList<AtRiskRow> Rows { get; }
}

/// <summary>The counts of one group: <see cref="IntegerCell"/>, or <see cref="SuppressedCell"/> where too few.</summary>
public sealed record AtRiskRow(string Group, IReadOnlyList<Cell> Counts);
