using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.App.Metrics;

/// <summary>Recent signals as one table for a terminal.</summary>
internal static class WatchingText
{
    /// <summary>Months back from the last whole one within which a signal must end to be printed.</summary>
    private const int Recent = 12;

    public static void Print(WatchingMetrics m, TextWriter o)
    {
        o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Signals in the {Recent} months to {m.Month}"));
        var from = m.Month.Add(1 - Recent);
        var table = new TextTable("clinic", "measure", "signal", "months", "means");
        var signals = 0;
        foreach (var (clinic, series) in m.Series)
        {
            foreach (var group in series.SelectMany(s => s.Signals.Where(x => x.Months[^1] >= from).GroupBy(x => (s.Measure.Name, x.Rule, x.Sign))))
            {
                // A run or trend says how long it is; of single months outside only their number is of use here.
                IEnumerable<IReadOnlyList<WatchedSignal>> rows = group.Key.Rule == SignalRule.Outside ? [[.. group]] : group.Select(x => (WatchedSignal[])[x]);
                foreach (var row in rows)
                    table.Add(clinic, group.Key.Name, Rule(row), Span([.. row.SelectMany(x => x.Months)]), row[0].Meaning.ToString().ToLowerInvariant());
                signals++;
            }
        }

        if (signals > 0)
            table.Print(o);
        else
            o.WriteLine("none");
        if (m.Series.Values.Any(all => all.Any(s => s.Stretches.Any(x => x.HasLimits))))
            o.WriteLine(WatchedSeries.FalseSignals);
        else
            o.WriteLine(string.Create(CultureInfo.InvariantCulture, $"No measure has {WatchedSeries.MinimumBaselineMonths} months yet from which limits could be drawn."));
    }

    private static string Rule(IReadOnlyList<WatchedSignal> row) => row[0] is var s && row.Count > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Count} months {Beyond(s)}")
        : Rule(s);

    private static string Beyond(WatchedSignal s) => s.Sign > 0 ? "above the upper limit" : "below the lower limit";

    private static string Rule(WatchedSignal s) => s.Rule switch
    {
        SignalRule.Outside => Beyond(s),
        SignalRule.Run => string.Create(CultureInfo.InvariantCulture, $"{s.Months.Count} in a row {(s.Sign > 0 ? "above" : "below")} the line"),
        SignalRule.Trend => string.Create(CultureInfo.InvariantCulture, $"{s.Months.Count} in a row {(s.Sign > 0 ? "rising" : "falling")}"),
        _ => s.Sign > 0 ? "near the upper limit" : "near the lower limit",
    };

    private static string Span(IReadOnlyList<ReportMonth> months) => months.Count == 1 ? months[0].ToString() : $"{months[0]} to {months[^1]}";
}
