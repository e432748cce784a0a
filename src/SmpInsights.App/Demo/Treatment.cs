namespace SmpInsights.App.Demo;

/// <summary>A treatment as far as it has come; dates still to come are null.</summary>
internal sealed record Treatment(
    string Id, Client Client, Practitioner Practitioner, DemoTechnique Technique, string Brand, DateOnly StartedOn, DateOnly? CompletedOn, DateOnly? FollowUpEndedOn)
{
    private const double LeastSlope = -0.03;

    /// <summary>Change of this client's ln contrast per year: no pigment stays for ever.</summary>
    public double Slope { get; } = Math.Min(
        LeastSlope,
        Technique.Slope + DemoEffects.SlopeOfSun(Client.SunExposure) + DemoEffects.SlopeOfOil(Client.SkinOiliness) + DemoEffects.SlopeOfBrand(Brand) + Client.Slope);

    /// <summary>Healed ln contrast by colorimetry.</summary>
    public double HealedLogContrast { get; } = DemoEffects.HealedLogContrast + Technique.Baseline + Client.Intercept;

    /// <summary>ln contrast against healed, this many days after the epoch began: above 0 while the pigment is fresh.</summary>
    public double LogKept(int day)
    {
        var healed = day - DemoEffects.HealingDays;
        return healed < 0 ? DemoEffects.FreshPigment * -healed / DemoEffects.HealingDays : Slope * healed / DemoEffects.DaysPerYear;
    }
}
