using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.App.Metrics;

/// <summary>Whether the numbers of fade may be believed, for a terminal.</summary>
internal static class TrustText
{
    public static void Print(MetricsDocument m)
    {
        var o = Console.Out;
        if (m.FadeTrust is { } trust)
        {
            o.WriteLine(trust.Curvature is { } c ? $"Test of a bend (a small p: contrast is not lost at a steady rate): {MetricsText.PValue(c.P)}." : "Whether contrast is lost at a steady rate can't be tested.");
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stray readings, more than {FadeTrust.Sigmas} standard deviations from the client's own line: {trust.Beyond} of {trust.Readings}."));
        }

        if (m.Fade.ReadingsBefore is { Share: { } share } before)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Touch-ups for fading with a reading in the {ReadingsBeforeTouchUp.Days} days before: {before.WithReading} of {before.TouchUps}, {MetricsText.Percent(share)}{(before.IsUnderstated is true ? "; fading is probably understated" : string.Empty)}."));

        MetricsText.Heading("Readings: treatments healed, and those of them with two readings or more");
        var coverage = new TextTable("practitioner", "healed", "read twice", "share", "interval", "readings each");
        Coverage(coverage, "all", m.Coverage);
        foreach (var (id, group) in m.CoverageByPractitioner)
            Coverage(coverage, id, group);
        coverage.Print(o);
    }

    private static void Coverage(TextTable table, string name, ReadingCoverage c) =>
        table.Add(name, c.Epochs, c.Covered, c.Share is { } share ? MetricsText.Percent(share) : "-", MetricsText.Range(100 * c.Interval?.Lower, 100 * c.Interval?.Upper, "0"), c.MeanReadings?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-");
}
