namespace SmpInsights.App.Demo;

/// <summary>A technique with its known effects: slope and healed baseline of ln contrast, points of satisfaction, price against density.</summary>
internal sealed record DemoTechnique(
    string Id, string Name, double Share, double Slope, double Baseline, double Satisfaction, decimal PriceFactor, int DotsPerCm2, string[] Zones)
{
    public static IReadOnlyList<DemoTechnique> All { get; } =
    [
        new("density", "Density fill", 0.34, -0.11, 0, 0.1, 1m, 80, ["crown", "crown;sides", "hairline;crown"]),
        new("full-shave", "Full shave", 0.30, -0.14, -0.15, 0, 1.25m, 110, ["full"]),
        new("hairline", "Hairline", 0.28, -0.18, 0.1, -0.1, 0.85m, 95, ["hairline", "hairline;sides"]),
        new("scar-camouflage", "Scar camouflage", 0.08, -0.23, -0.35, -0.5, 0.7m, 125, ["sides", "crown"]),
    ];

    public bool CoversScar => Id is "scar-camouflage";
}
