namespace SmpInsights.Data;

/// <summary>Dates as the embedded database stores them: text <c>yyyy-MM-dd</c>.</summary>
internal static class StoredDate
{
    public const string Format = "yyyy-MM-dd";

    /// <summary>What the database's own CHECK let in is well-formed, so the digits are taken as they stand.</summary>
    public static DateOnly Read(ReadOnlySpan<char> text) =>
        new(Number(text[..4]), Number(text[5..7]), Number(text[8..]));

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
