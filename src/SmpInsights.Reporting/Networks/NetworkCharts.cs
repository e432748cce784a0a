using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Networks;

/// <summary>Control charts of each clinic side by side, one grid a measure, and what they signal in the report's month.</summary>
internal static class NetworkCharts
{
    public static Section Of(PublishedNetwork n) => new("control-charts", "Watching each clinic",
    [
        new TextBlock("Each clinic is held against its own past: the line and limits come from its own first months, so that ordinary ups and downs are not read as news. Answers to surveys and adverse events are watched in each clinic's own report."),
        Signals(n),
        .. PublishedNetwork.WatchedHere.Select(m => Grid(n, m)).OfType<Block>(),
        new TextBlock([WatchedSeries.Rules, WatchedSeries.FalseSignals], TextKind.Note),
    ]);

    private static FigureGridBlock? Grid(PublishedNetwork n, WatchedMeasure measure)
    {
        var names = NetworkLayout.Names(n);
        var charts = n.Clinics.Index().SelectMany(c => n.Watched[c.Item.Clinic.Id].Where(w => w.Series.Measure == measure)
            .Select(w => new ControlChart($"watched-{measure.Id.Replace('_', '-')}-{Print.Integer(c.Index + 1)}", names[c.Item.Clinic.Id], w, c.Item.Clinic.Currency, n.Month, NetworkMonth.MonthsShown))).Where(c => c.HasPoints).ToList();
        return charts.Count == 0 ? null : new FigureGridBlock(WatchWords.Name(measure), [.. charts.Select(c => c.Draw(detailed: false))]);
    }

    private static Block Signals(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var rows = NetworkSignals.Of(n).Select(s => (IReadOnlyList<Cell>)
            [new TextCell(WatchWords.Meaning(s.Signal.Meaning)), new TextCell(names[s.Clinic.Id]), new TextCell(WatchWords.Name(s.Watch.Series.Measure)), new TextCell(WatchWords.Stands(s.Signal, n.Month))]).ToList();
        return rows.Count == 0
            ? new TextBlock($"No clinic signals in {n.Month.Name}.")
            : new TableBlock("signals", $"Signals in {n.Month.Name}", [Column.Text("What it is"), Column.Text("Clinic"), Column.Text("Measure"), Column.Text("Signal")], rows);
    }
}
