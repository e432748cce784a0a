using System.Globalization;

namespace SmpInsights.Data.Import;

/// <summary>Text of a cell to the value that is stored (text, whole number, real number, or <see cref="UnsettledDate"/>), or the reason why not.</summary>
internal sealed class CellParser(DateOnly utcToday)
{
    public const int LongestId = 64;
    public const int LongestText = 1000;
    public const int MoneyDecimals = 4;

    /// <summary>Of dates and years of birth; what is earlier is a slip, or a spreadsheet's empty date.</summary>
    public const int EarliestYear = 1900;

    /// <summary>The reason against a date or year of birth before <see cref="EarliestYear"/>.</summary>
    public static readonly string TooEarly = FormattableString.Invariant($"before {EarliestYear}");

    /// <summary>Fits decimal(18, 4), and a signed 64-bit count of ten-thousandths.</summary>
    private const decimal LargestMoney = 99_999_999_999_999.9999m;

    // Somewhere on earth it is still the day before, or already the day after, the date in UTC.
    private readonly string surelyPast = Iso(utcToday.AddDays(-1));
    private readonly string surelyFuture = Iso(utcToday.AddDays(2));
    private readonly int latestYear = utcToday.AddDays(1).Year;

    public static string Iso(DateOnly date) => date.ToString(StoredDate.Format, CultureInfo.InvariantCulture);

    /// <returns>The reason against the cell, or null.</returns>
    public string? Parse(ContractColumn column, string text, out object? value)
    {
        value = null;
        return column.Kind switch
        {
            CellKind.Id => Id(text, out value),
            CellKind.Text => PlainText(text, out value),
            CellKind.Code => Code(column.Codes, text, out value),
            CellKind.Zones => Zones(column.Codes, text, out value),
            CellKind.Date => Date(text, out value),
            CellKind.Flag => Flag(text, out value),
            CellKind.Whole => Whole(text, out value) ?? OutOfRange(column, (long)value!, "from"),
            CellKind.BirthYear => Whole(text, out value) ?? AgainstBirthYear((long)value!),
            CellKind.Real => Real(text, out value) ?? OutOfRange(column, (double)value!, "between"),
            CellKind.PositiveReal => Real(text, out value) ?? ((double)value! > 0 ? null : "not above 0"),
            CellKind.Money => Money(text, out value),
            CellKind.TimeZone => TimeZone(text, out value),
            _ => Currency(text, out value),
        };
    }

    private static string? Id(string text, out object? value)
    {
        value = text;
        return text.Length > LongestId ? $"longer than {LongestId.ToString(CultureInfo.InvariantCulture)} characters"
            : text.Any(char.IsControl) ? "control character in an id"
            : null;
    }

    private static string? PlainText(string text, out object? value)
    {
        value = text;
        return text.Length > LongestText ? $"longer than {LongestText.ToString(CultureInfo.InvariantCulture)} characters" : null;
    }

    private static string? Code(IReadOnlyList<string> codes, string text, out object? value)
    {
        value = codes.FirstOrDefault(code => string.Equals(code, text, StringComparison.Ordinal));
        return value is null ? NotIn(codes) : null;
    }

    private static string? Zones(IReadOnlyList<string> codes, string text, out object? value)
    {
        var zones = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        value = zones.Count == 0 ? null : string.Join(';', zones);
        return zones.TrueForAll(zone => codes.Contains(zone, StringComparer.Ordinal)) ? null : NotIn(codes);
    }

    private static string NotIn(IReadOnlyList<string> codes) => "not one of " + string.Join(", ", codes);

    private static string? Flag(string text, out object? value)
    {
        value = text.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => 1L,
            "FALSE" or "0" or "NO" => 0L,
            _ => null,
        };
        return value is null ? "not one of true, false, 1, 0, yes, no" : null;
    }

    private static string? Whole(string text, out object? value)
    {
        var parsed = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = (long)number;
        return parsed ? null : "not a whole number";
    }

    private static string? OutOfRange(ContractColumn column, double number, string range) =>
        number >= column.Min && number <= column.Max ? null
            : double.IsPositiveInfinity(column.Max) ? string.Create(CultureInfo.InvariantCulture, $"below {column.Min}")
            : string.Create(CultureInfo.InvariantCulture, $"not {range} {column.Min} {(range is "from" ? "to" : "and")} {column.Max}");

    private string? AgainstBirthYear(long year) => year < EarliestYear ? TooEarly : year > latestYear ? "after this year" : null;

    private static string? Real(string text, out object? value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var parsed = double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number);
        value = number == 0 ? 0d : number;
        return parsed && double.IsFinite(number) ? null : "not a number";
    }

    private static string? Money(string text, out object? value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = null;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var amount))
        {
            return "not an amount";
        }

        if (Math.Abs(amount) > LargestMoney)
        {
            return "too large an amount";
        }

        var scaled = amount * StoredMoney.Scale;
        if (scaled != decimal.Truncate(scaled))
        {
            return $"more than {MoneyDecimals.ToString(CultureInfo.InvariantCulture)} decimals";
        }

        value = (long)scaled;
        return null;
    }

    private static string? TimeZone(string text, out object? value)
    {
        value = text;
        var plain = text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '+' or '-');
        return plain && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId ? null : "not an IANA time zone";
    }

    private static string? Currency(string text, out object? value)
    {
        value = text;
        return Currencies.IsKnown(text) ? null : "not an ISO 4217 currency code";
    }

    private string? Date(string text, out object? value)
    {
        value = null;
        if (DateText.Parse(text) is not { } parsed)
        {
            return "not a date (yyyy-MM-dd)";
        }

        if (parsed.Instant is { } instant)
        {
            value = new UnsettledDate(parsed.Date, instant);
            return null;
        }

        if (parsed.Date.Year < EarliestYear)
        {
            return TooEarly;
        }

        var date = text.Length == StoredDate.Format.Length ? text : Iso(parsed.Date);
        if (string.CompareOrdinal(date, surelyFuture) >= 0)
        {
            return UnsettledDate.AfterToday;
        }

        value = string.CompareOrdinal(date, surelyPast) <= 0 ? date : new UnsettledDate(parsed.Date, Instant: null);
        return null;
    }
}
