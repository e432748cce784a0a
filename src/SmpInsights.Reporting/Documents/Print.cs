using System.Globalization;

namespace SmpInsights.Reporting.Documents;

/// <summary>How values are written on a page: the same in every language, with a true minus sign and spaces that never break.</summary>
public static class Print
{
    public const string Minus = "\u2212";
    public const string NarrowSpace = "\u202F";
    public const string NoValue = "\u2013";

    /// <summary>Up to here a decimal holds 15 digits and what is printed behind the point.</summary>
    private const double LargestExact = 1e15;

    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Integer(long value) => Signed(value.ToString("#,##0", CultureInfo.InvariantCulture));

    /// <summary>A half is rounded away from zero, of the number as it reads in 15 digits: as a spreadsheet does, so that page and workbook print the same.</summary>
    public static string Number(double value, int decimals)
    {
        var format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        return Signed(Math.Abs(value) < LargestExact ? ((decimal)value).ToString(format, CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture));
    }

    /// <summary>A share 0..1 with the sign.</summary>
    public static string Percent(double share, int decimals) => Number(share * 100, decimals) + NarrowSpace + "%";

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}\u00A0{MonthNames[day.Month - 1]}\u00A0{day.Year:0000}");

    public static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{MonthNames[day.Month - 1]}\u00A0{day.Year:0000}");

    public static string MonthName(DateOnly day) => MonthNames[day.Month - 1];

    public static string Money(decimal amount, string currency)
    {
        var digits = Math.Abs(amount).ToString("N" + Currencies.Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var sign = amount < 0 && digits.Any(c => c is >= '1' and <= '9') ? Minus : "";
        return sign + Currencies.Prefix(currency) + digits;
    }

    /// <summary>A hyphen in front becomes a minus sign; a zero that was rounded to loses it.</summary>
    private static string Signed(string text)
    {
        if (text[0] != '-')
            return text;
        return text.Any(c => c is >= '1' and <= '9') ? Minus + text[1..] : text[1..];
    }
}
