using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>Touch-ups for fading expected from the day after the as-of date up to <paramref name="Until"/>, inclusive, and what they bring at the clinic's median paid touch-up.</summary>
public sealed record ForecastHorizon(int Months, DateOnly Until, CountDistribution Count, decimal? Price)
{
    /// <summary>The horizons of a forecast, in calendar months.</summary>
    public static IReadOnlyList<int> AllMonths { get; } = [3, 6, 12];

    public double Expected => Count.Mean;

    /// <summary>The 80 % prediction interval: the 10 % and 90 % quantiles, counts themselves, so that it holds at least 80 % of the draws.</summary>
    public CountRange Range80 => Range(0.80);

    /// <summary>The 95 % prediction interval.</summary>
    public CountRange Range95 => Range(0.95);

    /// <summary>Expected revenue in the clinic's currency, to the cent; null where no price is known.</summary>
    public decimal? ExpectedRevenue => Price is { } price ? decimal.Round((decimal)Expected * price, 2) : null;

    /// <summary>The revenue of so many touch-ups; null where no price is known.</summary>
    public decimal? Revenue(int count) => Price is { } price ? decimal.Round(count * price, 2) : null;

    private CountRange Range(double level) => new(Count.Quantile((1 - level) / 2), Count.Quantile((1 + level) / 2));
}
