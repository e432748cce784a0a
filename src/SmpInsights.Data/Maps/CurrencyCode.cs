namespace SmpInsights.Data.Maps;

/// <summary>Codes of currencies that a clinic may have.</summary>
public static class CurrencyCode
{
    public static bool IsKnown(string code) => Import.Currencies.IsKnown(code);
}
