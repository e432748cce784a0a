using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Puts values into cells as what they are: numbers, dates and text, each with its format.</summary>
internal static class CellWriter
{
    /// <summary>Excel counts days from 1900 and believes that year had a 29 February; earlier dates are written as text.</summary>
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    /// <summary>Digits that a cell's number can hold.</summary>
    private const long LargestWhole = 999_999_999_999_999;

    public static void Write(IXLCell cell, Cell value)
    {
        switch (value)
        {
            case TextCell text: Text(cell, text.Text); break;
            case IntegerCell integer when Math.Abs((decimal)integer.Value) > LargestWhole: Text(cell, Print.Integer(integer.Value)); break;
            case IntegerCell integer: Number(cell, integer.Value, "#,##0"); break;
            case NumberCell number: Number(cell, number.Value, Format(CellFormat.Number(number.Decimals))); break;
            case PercentCell percent: Number(cell, percent.Value, Format(CellFormat.Percent(percent.Decimals))); break;
            case MoneyCell money: Number(cell, (double)money.Amount, MoneyFormat(money.Currency)); break;
            case DateCell date: Date(cell, date.Value, "d mmm yyyy", Print.Day(date.Value)); break;
            case MonthCell month: Date(cell, new DateOnly(month.Value.Year, month.Value.Month, 1), "mmm yyyy", Print.Month(month.Value)); break;
            case FormulaCell formula: Write(cell, formula.Value); break;
            case EstimateCell estimate: Number(cell, estimate.Value, Format(estimate.Format)); break;
            default: Quiet(cell, CellText.Of(value)); break;
        }
    }

    public static void Text(IXLCell cell, string text)
    {
        var clean = SheetText.Clean(text);
        if (clean.Length == 0)
            return;
        cell.SetValue<string>(clean);
        cell.Style.NumberFormat.Format = "@";
        if (SheetText.LooksLikeFormula(clean))
            cell.Style.IncludeQuotePrefix = true;
    }

    /// <summary>With the sign or code that a page has.</summary>
    public static string MoneyFormat(string currency) => $"[${Currencies.Prefix(currency).TrimEnd('\u00A0')}]{(char.IsLetter(Currencies.Prefix(currency)[0]) ? " " : "")}{BareMoneyFormat(currency)}";

    /// <summary>An amount without its currency, which stands in another cell of the row.</summary>
    public static string BareMoneyFormat(string currency) => Format(CellFormat.Number(Currencies.Decimals(currency)));

    public static string Format(CellFormat format)
    {
        var digits = format.Decimals == 0 ? "0" : "0." + new string('0', format.Decimals);
        return format.Kind == CellKind.Percent ? digits + "%" : "#,##" + digits;
    }

    /// <summary>The text that a program shows, for the width of the column.</summary>
    public static string Shown(Cell value) => value switch
    {
        MoneyCell money => "-" + Print.Money(Math.Abs(money.Amount), money.Currency),
        EstimateCell estimate => CellText.Value(estimate) + "0",
        TextCell text => SheetText.Clean(text.Text),
        FormulaCell formula => Shown(formula.Value),
        _ => CellText.Of(value),
    };

    private static void Number(IXLCell cell, double value, string format)
    {
        cell.SetValue<double>(value);
        cell.Style.NumberFormat.Format = format;
    }

    private static void Date(IXLCell cell, DateOnly value, string format, string text)
    {
        if (value < FirstDate)
        {
            Text(cell, text);
            return;
        }

        cell.SetValue<DateTime>(value.ToDateTime(TimeOnly.MinValue));
        cell.Style.DateFormat.Format = format;
    }

    private static void Quiet(IXLCell cell, string text)
    {
        Text(cell, text);
        cell.Style.Font.FontColor = XLColor.FromHtml("#55606E");
    }
}
