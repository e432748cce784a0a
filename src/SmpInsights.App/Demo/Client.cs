namespace SmpInsights.App.Demo;

/// <summary>A client as they are; the file may know less. Intercept and slope are the person's own, on ln contrast.</summary>
internal sealed record Client(string Id, string Sex, string SkinOiliness, string SunExposure, double Intercept, double Slope, string Method)
{
    private const double UnknownShare = 0.04;

    public static Client Add(DemoTables tables, string clinicId, int clinic, DateOnly day, DemoRandom random)
    {
        var sex = random.Pick(("M", 0.78), ("F", 0.205), ("X", 0.015));
        var oiliness = random.Pick(("dry", 0.22), ("normal", 0.5), ("oily", 0.28));
        var sun = random.Pick(("low", 0.4), ("moderate", 0.38), ("high", 0.22));
        var skin = random.Pick(("I", 0.06), ("II", 0.24), ("III", 0.3), ("IV", 0.2), ("V", 0.12), ("VI", 0.08));
        var age = Math.Clamp(41 + (int)Math.Round(10 * random.Normal()), 21, 74);
        var id = tables.Clients.Add(
            clinicId, Known(Cell.Of(day.Year - age)), random.Chance(0.01) ? null : sex, Known(skin), Known(oiliness), Known(sun),
            Known(Cell.Of(random.Chance(0.55))), Known(Cell.Of(random.Chance(0.18))));
        return new Client(
            id, sex, oiliness, sun,
            DemoEffects.InterceptDeviation * random.Normal(), DemoEffects.SlopeDeviation * random.Normal(), MethodIn(clinic, random));

        string? Known(string? value) => random.Chance(UnknownShare) ? null : value;
    }

    /// <summary>Every third clinic measures by photograph; elsewhere it is what one falls back on.</summary>
    private static string MethodIn(int clinic, DemoRandom random) => clinic % 3 == 2
        ? random.Pick(("photo", 0.75), ("colorimetry", 0.25))
        : random.Pick(("colorimetry", 0.95), ("photo", 0.04), ("visual", 0.01));
}
