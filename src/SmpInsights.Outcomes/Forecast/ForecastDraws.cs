namespace SmpInsights.Outcomes.Forecast;

/// <summary>How a forecast is simulated: the same rows, seed and number of draws give the same numbers.</summary>
public sealed record ForecastDraws
{
    /// <summary>Draws unless told otherwise: an end of the 95 % interval then rests on 50 of them.</summary>
    public const int UsualNumber = 2000;

    public static readonly ForecastDraws Usual = new();

    /// <exception cref="ArgumentOutOfRangeException">There is no draw.</exception>
    public ForecastDraws(int seed = 1, int number = UsualNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Seed = seed;
        Number = number;
    }

    public int Seed { get; }

    public int Number { get; }
}
