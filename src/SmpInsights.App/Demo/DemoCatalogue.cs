using System.Globalization;

namespace SmpInsights.App.Demo;

/// <summary>Techniques and pigments, the same in every clinic.</summary>
internal static class DemoCatalogue
{
    private static readonly string[] Brands = ["Noir", "Carbonis", "Umbra"];
    private static readonly string[] Shades = ["light", "medium", "dark"];

    public static void AddTechniques(DemoTables tables)
    {
        foreach (var technique in DemoTechnique.All)
            tables.Techniques.AddAs(technique.Id, technique.Name);
    }

    /// <summary>Each brand's shades in two lots, the second delivered half-way; one lot's number was lost.</summary>
    public static void AddPigments(DemoTables tables, DemoCalendar calendar)
    {
        foreach (var brand in Brands)
        {
            foreach (var shade in Shades)
            {
                foreach (var year in new[] { calendar.Opening.Year, SecondLotFrom(calendar).Year })
                {
                    var isLost = brand is "Umbra" && shade is "dark" && year == calendar.Opening.Year;
                    tables.Pigments.AddAs(
                        PigmentId(brand, shade, isSecondLot: year != calendar.Opening.Year), brand, shade,
                        isLost ? null : string.Create(CultureInfo.InvariantCulture, $"{brand[..2].ToUpperInvariant()}-{year}-{(shade[0] % 7) + 11}"));
                }
            }
        }
    }

    /// <summary>Clinics have a house brand, by turns.</summary>
    public static string BrandIn(int clinic, DemoRandom random) => (clinic % 3) switch
    {
        0 => random.Pick(("Noir", 0.50), ("Carbonis", 0.30), ("Umbra", 0.20)),
        1 => random.Pick(("Noir", 0.30), ("Carbonis", 0.45), ("Umbra", 0.25)),
        _ => random.Pick(("Noir", 0.35), ("Carbonis", 0.30), ("Umbra", 0.35)),
    };

    /// <summary>The pigment of one session: the treatment's brand, now and then another, now and then not written down.</summary>
    public static string? PigmentOn(DateOnly day, string brand, DemoCalendar calendar, DemoRandom random)
    {
        var used = random.Chance(0.06) ? Brands[random.Between(0, Brands.Length - 1)] : brand;
        var pigment = PigmentId(used, Shades[random.Between(0, Shades.Length - 1)], day >= SecondLotFrom(calendar));
        return random.Chance(0.02) ? null : pigment;
    }

    private static DateOnly SecondLotFrom(DemoCalendar calendar) => new(calendar.Opening.Year + 2, 1, 1);

    private static string PigmentId(string brand, string shade, bool isSecondLot) =>
        $"PG-{brand[..2].ToUpperInvariant()}-{shade[..1].ToUpperInvariant()}{(isSecondLot ? "2" : "1")}";
}
