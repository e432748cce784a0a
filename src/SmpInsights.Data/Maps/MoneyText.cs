using System.Globalization;
using System.Text.RegularExpressions;

namespace SmpInsights.Data.Maps;

/// <summary>Amounts as exports write them: <c>$1,234.50</c>, <c>-£5.00</c>, <c>(€5.00)</c>, <c>1.234,50 €</c>, <c>GBP 29.00</c>.</summary>
internal static partial class MoneyText
{
    private static readonly (string Sign, string[] Currencies)[] Signs =
    [
        ("US$", ["USD"]), ("CA$", ["CAD"]), ("C$", ["CAD"]), ("A$", ["AUD"]), ("AU$", ["AUD"]), ("NZ$", ["NZD"]),
        ("£", ["GBP"]), ("€", ["EUR"]), ("¥", ["JPY", "CNY"]), ("$", ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]),
    ];

    /// <returns>The amount and the currencies its sign may stand for (empty without a sign); null when it is no amount.</returns>
    public static (decimal Amount, string[] Currencies)? Parse(string text, bool decimalComma)
    {
        var rest = text.Replace('\u2212', '-').Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        var negative = false;
        if (rest is ['(', .. var inside, ')'])
        {
            (negative, rest) = (true, inside);
        }

        negative ^= TakeMinus(ref rest);
        var currencies = TakeSign(ref rest);
        negative ^= TakeMinus(ref rest);
        var plain = decimalComma ? Continental().IsMatch(rest) : Plain().IsMatch(rest);
        if (!plain)
        {
            return null;
        }

        var digits = decimalComma ? rest.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : rest.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? (negative ? -amount : amount, currencies) : null;
    }

    private static bool TakeMinus(ref string text)
    {
        if (!text.StartsWith('-'))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static string[] TakeSign(ref string text)
    {
        foreach (var (sign, currencies) in Signs)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase) || text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                text = text.StartsWith(sign, StringComparison.OrdinalIgnoreCase) ? text[sign.Length..] : text[..^sign.Length];
                return currencies;
            }
        }

        if (text.Length > 3 && Import.Currencies.IsKnown(text[..3].ToUpperInvariant()))
        {
            var code = text[..3].ToUpperInvariant();
            text = text[3..];
            return [code];
        }

        if (text.Length > 3 && Import.Currencies.IsKnown(text[^3..].ToUpperInvariant()))
        {
            var code = text[^3..].ToUpperInvariant();
            text = text[..^3];
            return [code];
        }

        return [];
    }

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$(?<=\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?$(?<=\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Continental();
}
