namespace SmpInsights.Reporting.Documents;

/// <summary>Minor units and signs of currencies (ISO 4217). A currency whose sign is shared or unknown is written with its code.</summary>
public static class Currencies
{
    private static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThreeDecimals = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    public static int Decimals(string currency) => WithoutDecimals.Contains(currency) ? 0 : WithThreeDecimals.Contains(currency) ? 3 : 2;

    /// <summary>What stands before the digits.</summary>
    public static string Prefix(string currency) => currency switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        "JPY" => "¥",
        _ => currency + "\u00A0",
    };
}
