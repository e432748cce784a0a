namespace SmpInsights.Data;

/// <summary>Money as the embedded database stores it: whole ten-thousandths of the currency's unit, so that sums are exact.</summary>
internal static class StoredMoney
{
    public const int Scale = 10_000;

    public static decimal Read(long stored) => (decimal)stored / Scale;
}
