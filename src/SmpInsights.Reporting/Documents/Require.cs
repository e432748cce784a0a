using System.Globalization;

namespace SmpInsights.Reporting.Documents;

/// <summary>Checks that values of a document pass when they are made, so that no writer checks again.</summary>
internal static class Require
{
    public static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A printed number is finite; a missing one is Cell.Missing.");

    public static int Decimals(int value, string name) =>
        value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(name, value, "Decimals are 0 to 10.");

    public static string CurrencyCode(string value, string name) =>
        value is { Length: 3 } && value.All(char.IsAsciiLetterUpper)
            ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{value}' is not an ISO 4217 code."), name);

    /// <summary>Ids become anchors, file names and CSS class names.</summary>
    public static string Id(string value, string name) =>
        value is { Length: > 0 and <= 80 } && char.IsAsciiLetterLower(value[0]) && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{value}' is no id: lower-case letters, digits and hyphens, a letter first."), name);

    public static void Unique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!seen.Add(id))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Two {what} have the id '{id}'."), nameof(ids));
        }
    }
}
