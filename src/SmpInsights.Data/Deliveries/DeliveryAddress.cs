namespace SmpInsights.Data.Deliveries;

/// <summary>One recipient of a report.</summary>
/// <param name="Kind">How it is reached.</param>
/// <param name="Target">Which entry of the definition's list it comes from, for as long as that entry stays as it is.</param>
/// <param name="Recipient">What a person may read of it: an address, a folder, a web server's name; never a secret.</param>
public sealed record DeliveryAddress(DeliveryKind Kind, string Target, string Recipient);
