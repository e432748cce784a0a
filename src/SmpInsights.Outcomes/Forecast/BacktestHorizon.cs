namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// How forecasts over one horizon fared; shares run from 0 to 1 and are null without a forecast. <paramref name="Held80"/> and <paramref name="Held95"/> are the shares whose interval held the actual count:
/// at least the level where the model is right, since the ends are counts themselves. <paramref name="Transform80"/> and <paramref name="Transform95"/> are free of that: the shares of
/// randomised transforms within the middle 80 % and 95 %. <paramref name="Tenths"/> counts transforms by tenth; even where the model is right.
/// </summary>
public sealed record BacktestHorizon(int Months, int Forecasts, double Expected, int Actual, double? Held80, double? Held95, double? Transform80, double? Transform95, IReadOnlyList<int> Tenths)
{
    public static BacktestHorizon Of(int months, IReadOnlyList<JudgedForecast> judged)
    {
        var tenths = new int[10];
        foreach (var j in judged)
            tenths[Math.Min((int)(j.Transform * 10), 9)]++;
        double? Share(Func<JudgedForecast, bool> held) => judged.Count == 0 ? null : (double)judged.Count(held) / judged.Count;
        return new BacktestHorizon(
            months,
            judged.Count,
            judged.Sum(j => j.Horizon.Expected),
            judged.Sum(j => j.Actual),
            Share(j => j.Horizon.Range80.Holds(j.Actual)),
            Share(j => j.Horizon.Range95.Holds(j.Actual)),
            Share(j => j.Transform is >= 0.1 and <= 0.9),
            Share(j => j.Transform is >= 0.025 and <= 0.975),
            tenths);
    }
}
