namespace SmpInsights.Reporting.Documents;

/// <summary>One printed value of a table or a tile. The set is closed: a writer handles every kind or does not compile its table of kinds.</summary>
public abstract record Cell
{
    private protected Cell() { }

    /// <summary>The cell that prints an en dash: there is no value, and none was to be expected.</summary>
    public static Cell Missing { get; } = new MissingCell();

    /// <summary>A number where there is one, else <see cref="Missing"/>.</summary>
    public static Cell NumberOrMissing(double? value, int decimals) => value is { } number ? new NumberCell(number, decimals) : Missing;

    /// <summary>A p-value where there is one; the smallest are printed as a bound.</summary>
    public static Cell PValueOrMissing(double? p) => p < 0.001 ? new TextCell("< 0.001") : NumberOrMissing(p, 3);

    /// <summary>A percentage (0..1) where there is one, else <see cref="Missing"/>.</summary>
    public static Cell PercentOrMissing(double? value, int decimals = 1) => value is { } share ? new PercentCell(share, decimals) : Missing;
}

/// <summary>Plain text.</summary>
public sealed record TextCell(string Text) : Cell;

/// <summary>A whole number.</summary>
public sealed record IntegerCell(long Value) : Cell;

/// <summary>A finite number printed with a fixed count of decimals.</summary>
public sealed record NumberCell(double Value, int Decimals) : Cell
{
    public double Value { get; } = Require.Finite(Value, nameof(Value));

    public int Decimals { get; } = Require.Decimals(Decimals, nameof(Decimals));
}

/// <summary>A share, 0..1 for 0 % to 100 %.</summary>
public sealed record PercentCell(double Value, int Decimals = 1) : Cell
{
    public double Value { get; } = Require.Finite(Value, nameof(Value));

    public int Decimals { get; } = Require.Decimals(Decimals, nameof(Decimals));
}

/// <summary>A calendar day.</summary>
public sealed record DateCell(DateOnly Value) : Cell;

/// <summary>A calendar month, stored as any day in it.</summary>
public sealed record MonthCell(DateOnly Value) : Cell;

/// <summary>An amount in one currency (ISO 4217 code).</summary>
public sealed record MoneyCell(decimal Amount, string Currency) : Cell
{
    public string Currency { get; } = Require.CurrencyCode(Currency, nameof(Currency));
}

/// <summary>A value with its 95 % interval; an open end is null. One cell on a page, three columns in a workbook.</summary>
public sealed record EstimateCell(double Value, double? Lower, double? Upper, CellFormat Format) : Cell
{
    public double Value { get; } = Require.Finite(Value, nameof(Value));

    public double? Lower { get; } = Lower is { } lower ? Require.Finite(lower, nameof(Lower)) : null;

    public double? Upper { get; } = Upper is { } upper ? Require.Finite(upper, nameof(Upper)) : null;
}

/// <summary>
/// A computed value that a workbook also works out by itself: on a page the value, in a cell the formula (Excel's file format, without the equals sign) with the value kept beside it.
/// </summary>
public sealed record FormulaCell(Cell Value, string Formula) : Cell
{
    public Cell Value { get; } = Value is IntegerCell or NumberCell or PercentCell or MoneyCell ? Value : throw new ArgumentException("A formula gives a number.", nameof(Value));
}

/// <summary>A value withheld because it rests on fewer clients than the threshold; prints "&lt;5", or "withheld" where it rests on enough and would give another away.</summary>
public sealed record SuppressedCell(int Threshold, bool GuardsAnother = false) : Cell;

/// <summary>A value that cannot be given yet, and why: "not enough data yet: 3 of 10".</summary>
public sealed record NotEnoughCell(string Text) : Cell;

/// <summary>No value. Use <see cref="Cell.Missing"/>.</summary>
public sealed record MissingCell : Cell;
