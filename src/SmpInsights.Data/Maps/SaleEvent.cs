namespace SmpInsights.Data.Maps;

/// <summary>What a line of sales is, as maps say it.</summary>
internal static class SaleEvent
{
    public const string Payment = "payment";
    public const string Refund = "refund";
    public const string Service = "service";
    public const string Product = "product";

    public static readonly string[] All = [Payment, Refund];

    public static readonly string[] ItemTypes = [Service, Product];
}
