using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.App.Metrics;

/// <summary>Each client's own fade, for a terminal.</summary>
internal static class ClientsText
{
    public static void Print(IReadOnlyList<ClientFade> clients)
    {
        MetricsText.Heading(string.Create(CultureInfo.InvariantCulture, $"Each client's own fade, and when {100 * FadeEstimate.Threshold:0} % of healed contrast is left, with {100 * ClientPrediction.Level:0} % intervals"));
        var table = new TextTable("client", "treatment", "since", "until", "readings", "a year", "interval", "due", "earliest", "latest");
        foreach (var c in clients)
        {
            var p = c.Prediction;
            table.Add(c.ClientId, c.TreatmentId, MetricsJson.Date(p.Unit.StartedOn), Day(c.EndedOn), p.Unit.Sums.Count, MetricsText.Percent(p.FadePerYear), MetricsText.Range(100 * p.FadePerYearLower, 100 * p.FadePerYearUpper, "0.0"), Day(p.CrossesOn), Day(p.CrossesEarliest), Day(p.CrossesLatest));
        }

        table.Print(Console.Out);
    }

    private static string Day(DateOnly? day) => day is { } on ? MetricsJson.Date(on) : "-";
}
