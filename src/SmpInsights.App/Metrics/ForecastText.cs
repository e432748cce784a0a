using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Forecast;

namespace SmpInsights.App.Metrics;

/// <summary>The forecast and the head of the recall list as tables for a terminal.</summary>
internal static class ForecastText
{
    private const int MostRows = 10;

    public static void Print(TextWriter o, TouchUpForecast forecast, IReadOnlyList<RecallRow> recall)
    {
        o.WriteLine();
        o.WriteLine("Touch-ups for fading to come, with 80 % and 95 % prediction intervals");
        var table = new TextTable("clinic", "up to", "expected", "80 %", "95 %", "revenue", "80 %", "currency");
        foreach (var clinic in forecast.Clinics)
        {
            foreach (var h in clinic.Horizons)
                table.Add(clinic.Clinic, ForecastJson.Date(h.Until), Number(h.Expected), Range(h.Range80), Range(h.Range95), Money(h.ExpectedRevenue), h.Price is null ? "-" : $"{Money(h.Revenue(h.Range80.Lower))} to {Money(h.Revenue(h.Range80.Upper))}", h.Price is null ? "no price known" : clinic.Currency);
            if (clinic.Horizons.Count == 0)
                table.Add(clinic.Clinic, WhyNot(clinic), string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
        }

        table.Print(o);
        foreach (var clinic in forecast.Clinics.Where(c => c.Horizons.Count > 0 && c.LeftOut > 0))
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clinic.Clinic}: {clinic.LeftOut} clients who had a touch-up before are left out; not enough data yet: {clinic.LaterEvents} of {EpochModel.MinimumEvents} later touch-ups."));
        if (recall.Count == 0)
            return;

        o.WriteLine();
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Whom to call: the first {Math.Min(MostRows, recall.Count)} of {recall.Count}, by the chance of a touch-up within 6 months"));
        var calls = new TextTable("client", "clinic", "technique", "completed", "last contact", "3 months", "6 months", "12 months", "predicted");
        foreach (var r in recall.Take(MostRows))
            calls.Add(r.Client, r.Clinic, r.Technique, ForecastJson.Date(r.CompletedOn), ForecastJson.Date(r.LastContactOn), Percent(r.ChanceIn3Months), Percent(r.ChanceIn6Months), Percent(r.ChanceIn12Months), ForecastJson.Date(r.PredictedOn) ?? "-");
        calls.Print(o);
    }

    private static string WhyNot(ClinicForecast c) => c.Events < EpochModel.MinimumEvents
        ? string.Create(CultureInfo.InvariantCulture, $"not enough data yet: {c.Events} of {EpochModel.MinimumEvents}")
        : "no distribution fits";

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Range(CountRange range) => string.Create(CultureInfo.InvariantCulture, $"{range.Lower} to {range.Upper}");

    private static string Money(decimal? amount) => amount?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";
}
