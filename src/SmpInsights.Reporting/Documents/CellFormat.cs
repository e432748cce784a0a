namespace SmpInsights.Reporting.Documents;

/// <summary>What a column, or an estimate, holds.</summary>
public enum CellKind { Text, Integer, Number, Percent, Date, Month, Money }

/// <summary>A kind of value and, for numbers and percentages, its decimals.</summary>
public sealed record CellFormat
{
    private CellFormat(CellKind kind, int decimals = 0)
    {
        Kind = kind;
        Decimals = Require.Decimals(decimals, nameof(decimals));
    }

    public static CellFormat Text { get; } = new(CellKind.Text);

    public static CellFormat Integer { get; } = new(CellKind.Integer);

    public static CellFormat Date { get; } = new(CellKind.Date);

    public static CellFormat Month { get; } = new(CellKind.Month);

    public static CellFormat Money { get; } = new(CellKind.Money);

    public CellKind Kind { get; }

    public int Decimals { get; }

    public static CellFormat Number(int decimals) => new(CellKind.Number, decimals);

    public static CellFormat Percent(int decimals = 1) => new(CellKind.Percent, decimals);
}
