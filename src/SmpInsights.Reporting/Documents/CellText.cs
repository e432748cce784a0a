namespace SmpInsights.Reporting.Documents;

/// <summary>The text of a cell on a page.</summary>
public static class CellText
{
    public static string Of(Cell cell) => cell switch
    {
        TextCell text => text.Text,
        IntegerCell integer => Print.Integer(integer.Value),
        NumberCell number => Print.Number(number.Value, number.Decimals),
        PercentCell percent => Print.Percent(percent.Value, percent.Decimals),
        DateCell date => Print.Day(date.Value),
        MonthCell month => Print.Month(month.Value),
        MoneyCell money => Print.Money(money.Amount, money.Currency),
        EstimateCell estimate => Value(estimate) + Interval(estimate),
        FormulaCell formula => Of(formula.Value),
        SuppressedCell { GuardsAnother: true } => "withheld",
        SuppressedCell suppressed => "<" + Print.Integer(suppressed.Threshold),
        NotEnoughCell notEnough => notEnough.Text,
        MissingCell => Print.NoValue,
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "A kind of cell without a text."),
    };

    /// <summary>The value of an estimate, without its interval.</summary>
    public static string Value(EstimateCell estimate) =>
        Bare(estimate.Value, estimate.Format) + (estimate.Format.Kind == CellKind.Percent ? Print.NarrowSpace + "%" : "");

    /// <summary>" (16.9 to 18.2)"; an end that is not known is said in words.</summary>
    public static string Interval(EstimateCell estimate) => (estimate.Lower, estimate.Upper) switch
    {
        ({ } lower, { } upper) => $" ({Bare(lower, estimate.Format)} to {Bare(upper, estimate.Format)})",
        ({ } lower, null) => $" ({Bare(lower, estimate.Format)} or more)",
        (null, { } upper) => $" (up to {Bare(upper, estimate.Format)})",
        _ => "",
    };

    private static string Bare(double value, CellFormat format) => format.Kind switch
    {
        CellKind.Percent => Print.Number(value * 100, format.Decimals),
        _ => Print.Number(value, format.Decimals),
    };
}
