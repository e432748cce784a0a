using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.App.Metrics;

/// <summary>The metrics as plain tables for a terminal.</summary>
internal static class MetricsText
{
    public static void Print(MetricsDocument m, bool clients)
    {
        var o = Console.Out;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"As of {m.AsOf:yyyy-MM-dd}: {m.Treatments} completed treatments, {m.OpenTreatments} still open. Intervals are 95 %."));

        Heading("Fade: share of contrast lost a year");
        var fade = new TextTable(m.By.Noun, "clients", "readings", "a year", "interval", "years to 60 %", "interval");
        Fade(fade, "all", m.Fade.All);
        foreach (var (id, group) in m.Fade.ByGroup)
            Fade(fade, id, group);
        Fade(fade, "after first touch-up", m.Fade.AfterFirstTouchUp);
        fade.Print(o);
        if (m.HasReadings)
            TrustText.Print(m);

        Heading("Time to the first touch-up for fading, years");
        var touchUps = m.Compared.TouchUps;
        var curves = new TextTable(m.By.Noun, "treatments", "touch-ups", "median", "interval", "mean within 3");
        if (touchUps.All is { } all)
            Curve(curves, "all", all);
        foreach (var (id, group) in touchUps.ByGroup)
            Curve(curves, id, group);
        curves.Print(o);
        if (m.WithinClinics is { } clinics)
            foreach (var (id, clinic) in clinics)
                LogRank($"{m.By.Plural} of clinic {id}", clinic.TouchUps.LogRank);
        else
            LogRank(m.By.Plural, touchUps.LogRank);

        ForecastText.Print(o, m.Forecast, m.Recall);

        Heading("Satisfaction");
        var answers = new TextTable(m.By.Noun, "sent", "answered", "mean", "satisfied", "interval", "net promoter score", "interval");
        Satisfaction(answers, "all", m.Satisfaction);
        foreach (var (id, group) in m.SatisfactionByGroup)
            Satisfaction(answers, id, group);
        answers.Print(o);
        if (m.HasSurveys && m.HasReadings)
            o.WriteLine(SatisfactionAndFadeJson.Sentence(m.SatisfactionAndFade));

        Heading(string.Create(CultureInfo.InvariantCulture, $"Done in {m.Activity.Month}, up to the day"));
        var a = m.Activity;
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sessions {a.Completed} (cancelled {a.Cancelled}, no-show {a.NoShow}), treatments finished {a.TreatmentsFinished}, touch-ups {a.TouchUps} ({a.UnderWarranty} under warranty), adverse events {a.AdverseEvents}"));
        foreach (var (currency, t) in m.Finance)
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{currency}: gross {t.Gross:N2}, refunds {t.Refunds:N2}, received {t.Received:N2}, tax {t.Tax:N2}, net {t.Net:N2}"));

        o.WriteLine();
        WatchingText.Print(m.Watching, o);
        if (clients)
            ClientsText.Print(m.Clients);
    }

    private static void LogRank(string between, LogRankResult? result)
    {
        if (result is { } test)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Log-rank between {between}: chi-squared {test.ChiSquared:0.00}, {test.DegreesOfFreedom} df, {PValue(test.P)}"));
    }

    internal static void Heading(string text)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine(text);
    }

    private static void Fade(TextTable table, string name, FadeGroup group)
    {
        if (group.Estimate is { } e)
            table.Add(name, e.Clients, e.Readings, Percent(e.FadePerYear), Range(100 * e.FadePerYearLower, 100 * e.FadePerYearUpper, "0.0"), Number(e.YearsToThreshold, "0.00"), Range(e.YearsToThresholdLower, e.YearsToThresholdUpper, "0.00"));
        else
            table.Add(name, group.Clients, string.Empty, string.Create(CultureInfo.InvariantCulture, $"not enough data yet: {group.Units} of {FadeEstimate.MinimumUnits}"), string.Empty, string.Empty, string.Empty);
    }

    private static void Curve(TextTable table, string name, TouchUpCurve g) =>
        table.Add(name, g.Curve.Subjects, g.Curve.Events, Number(g.Curve.Median.Value, "0.00"), Range(g.Curve.Median.Lower, g.Curve.Median.Upper, "0.00"), g.RestrictedMean.Value.ToString("0.00", CultureInfo.InvariantCulture));

    private static void Satisfaction(TextTable table, string name, SatisfactionMeasure s) =>
        table.Add(name, s.Sent, s.Responded, Number(s.Mean, "0.00"), s.Satisfied.Share is { } share ? Percent(share) : "-", Range(100 * s.Satisfied.Interval?.Lower, 100 * s.Satisfied.Interval?.Upper, "0"), Number(s.Promoters.Points, "0"), Range(s.Promoters.Interval?.Lower, s.Promoters.Interval?.Upper, "0"));

    internal static string PValue(double p) => p < 0.001 ? "p < 0.001" : "p " + p.ToString("0.000", CultureInfo.InvariantCulture);

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    internal static string Range(double? lower, double? upper, string format) => lower is null && upper is null ? "-" : $"{Number(lower, format)} to {Number(upper, format)}";
}
