using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Forecast;

namespace SmpInsights.App.Metrics;

/// <summary>The back-test as tables for a terminal.</summary>
internal static class BacktestText
{
    public static void Print(TextWriter o, Backtest b)
    {
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Forecasts as of {Count(b.Days.Count, "month end")}, {b.Days[0]:yyyy-MM-dd} to {b.Days[^1]:yyyy-MM-dd}, each from what was known on the day."));
        var held = new TextTable("months ahead", "forecasts", "expected", "came", "80 % held", "95 % held", "80 % randomised", "95 % randomised");
        foreach (var h in b.Horizons)
            held.Add(h.Months, h.Forecasts, h.Expected.ToString("0.0", CultureInfo.InvariantCulture), h.Actual, Percent(h.Held80), Percent(h.Held95), Percent(h.Transform80), Percent(h.Transform95));
        held.Print(o);
        if (b.Judged.Count > 0)
        {
            o.WriteLine();
            o.WriteLine("Where the truth fell in the forecast, by tenth from lowest to highest; a tenth of the forecasts in each is right");
            var tenths = new TextTable(["months ahead", .. Enumerable.Range(1, 10).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
            foreach (var h in b.Horizons)
                tenths.Add([h.Months, .. h.Tenths]);
            tenths.Print(o);
        }

        o.WriteLine();
        o.WriteLine("Intervals end on whole counts and so hold more often than they say; the randomised shares (of the probability-integral transform) should be 80 % and 95 %.");
        o.WriteLine("Successive months look at the same clients over overlapping times: they are not independent, so a few months prove little.");
        if (b.Waiting > 0)
            o.WriteLine($"Left out, since the clinic's rows do not reach their end yet: {Count(b.Waiting, "forecast")}.");
        if (b.WithoutForecast > 0)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Not made, for want of {EpochModel.MinimumEvents} touch-ups to learn from: those of {Count(b.WithoutForecast, "month end")} of a clinic."));
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Percent(double? share) => share is { } s ? (100 * s).ToString("0", CultureInfo.InvariantCulture) + " %" : "-";
}
