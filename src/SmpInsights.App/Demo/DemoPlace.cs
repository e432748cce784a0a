namespace SmpInsights.App.Demo;

/// <summary>
/// Where a clinic is and what it charges: the price of one session in 2024 with tax, and the rate of tax within it for services and for products
/// (VAT or GST; New York City taxes beauty services at 4.5 %, goods at 8.875 %). The clinics are invented.
/// </summary>
internal sealed record DemoPlace(string Name, string TimeZone, string Currency, decimal SessionPrice, decimal ServiceTax, decimal ProductTax)
{
    private static readonly DemoPlace[] All =
    [
        new("Northbank Scalp Studio, London", "Europe/London", "GBP", 550m, 0.20m, 0.20m),
        new("Kopfhautstudio Schöneberg", "Europe/Berlin", "EUR", 560m, 0.19m, 0.19m),
        new("Hudson Hairline Clinic", "America/New_York", "USD", 700m, 0.045m, 0.08875m),
        new("Aoyama Scalp Atelier", "Asia/Tokyo", "JPY", 90_000m, 0.10m, 0.10m),
        new("Harbourside Scalp Clinic", "Australia/Sydney", "AUD", 950m, 0.10m, 0.10m),
        new("Queen West Scalp Studio", "America/Toronto", "CAD", 800m, 0.13m, 0.13m),
        new("Clinique capillaire de l’Étoile", "Europe/Paris", "EUR", 580m, 0.20m, 0.20m),
        new("Haarpraxis Limmat", "Europe/Zurich", "CHF", 750m, 0.081m, 0.081m),
        new("Södermalms Hårklinik", "Europe/Stockholm", "SEK", 6_200m, 0.25m, 0.25m),
        new("Clínica Capilar Chamberí", "Europe/Madrid", "EUR", 480m, 0.21m, 0.21m),
        new("Liffey Scalp Clinic", "Europe/Dublin", "EUR", 540m, 0.23m, 0.23m),
        new("Waitematā Scalp Studio", "Pacific/Auckland", "NZD", 980m, 0.15m, 0.15m),
    ];

    /// <summary>Decimals of an amount: the yen has no smaller coin (ISO 4217).</summary>
    public int Decimals => Currency is "JPY" ? 0 : 2;

    /// <summary>List prices end on a round number: 5.00, or 500 yen.</summary>
    public decimal PriceStep => Currency is "JPY" ? 500m : 5m;

    public static DemoPlace Of(int clinic) => clinic < All.Length
        ? All[clinic]
        : All[clinic % All.Length] with { Name = FormattableString.Invariant($"{All[clinic % All.Length].Name} {(clinic / All.Length) + 1}") };
}
