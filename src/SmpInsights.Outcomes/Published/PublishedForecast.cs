using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Outcomes.Published;

/// <summary>What is expected, with whom it is expected of.</summary>
public sealed record ExpectedTouchUps(int AtRisk, int LeftOut, IReadOnlyList<ForecastHorizon> Horizons, IReadOnlyList<RecallRow> Recall)
{
    /// <summary>Clients with at least an even chance of a touch-up for fading within six months.</summary>
    public int EvenChanceIn6Months => Recall.Where(r => Math.Round(r.ChanceIn6Months, 2, MidpointRounding.AwayFromZero) >= 0.5).DistinctBy(r => r.Client, StringComparer.Ordinal).Count();
}

/// <summary>
/// The forecast of one clinic as it may be printed: hidden where fewer clients are at risk than the threshold. <paramref name="Events"/> and <paramref name="LaterEvents"/> are the touch-ups for fading
/// it learns from; <paramref name="Expected"/> is null without a forecast. Clients stand in the recall list by id: its reader may see single clients.
/// </summary>
public sealed record PublishedForecast(int Events, int LaterEvents, Published<ExpectedTouchUps>? Expected)
{
    internal static PublishedForecast Of(TouchUpForecast forecast, SmallestCell smallest)
    {
        var clinic = forecast.Clinics[0];
        var expected = clinic.Horizons.Count == 0 ? null : Published<ExpectedTouchUps>.Alone(smallest, clinic.AtRisk.DistinctBy(s => s.Course.Client).Count(), new ExpectedTouchUps(clinic.AtRisk.Count, clinic.LeftOut, clinic.Horizons, RecallList.Of(forecast)));
        return new PublishedForecast(clinic.Events, clinic.LaterEvents, expected);
    }
}
