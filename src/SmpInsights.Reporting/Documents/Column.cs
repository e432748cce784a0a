namespace SmpInsights.Reporting.Documents;

/// <summary>Where a column's cells stand; by default text starts the line and numbers end it.</summary>
public enum Alignment { ByKind, Start, End }

/// <summary>A column of a table.</summary>
public sealed record Column(string Header, CellFormat Format, Alignment Alignment = Alignment.ByKind, bool WithInterval = false)
{
    /// <summary>Whether the cells end at the right edge, digits under digits.</summary>
    public bool AlignsRight => Alignment == Alignment.End
        || (Alignment == Alignment.ByKind && Format.Kind is CellKind.Integer or CellKind.Number or CellKind.Percent or CellKind.Money);

    public static Column Text(string header) => new(header, CellFormat.Text);

    public static Column Integer(string header) => new(header, CellFormat.Integer);

    public static Column Number(string header, int decimals) => new(header, CellFormat.Number(decimals));

    public static Column Percent(string header, int decimals = 1) => new(header, CellFormat.Percent(decimals));

    public static Column Date(string header) => new(header, CellFormat.Date);

    public static Column Month(string header) => new(header, CellFormat.Month);

    public static Column Money(string header) => new(header, CellFormat.Money);

    /// <summary>A value with its 95 % interval.</summary>
    public static Column Estimate(string header, CellFormat format) => new(header, format, WithInterval: true);
}
