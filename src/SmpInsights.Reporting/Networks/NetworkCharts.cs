using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Networks;

/// <summary>Control charts of each clinic side by side, one grid a measure, and what they signalled in the report's month.</summary>
internal static class NetworkCharts
{
    public static Section Of(PublishedNetwork n) => new("control-charts", "Watching each clinic",
    [
        new TextBlock("Each clinic is held against its own past: the line and limits come from its own first months, so that ordinary ups and downs are not read as news."),
        .. PublishedNetwork.WatchedHere.Select(m => Grid(n, m)),
        Signals(n),
        new TextBlock([WatchedSeries.Rules, WatchedSeries.FalseSignals], TextKind.Note),
    ]);

    private static WatchedSeries SeriesOf(PublishedNetwork n, string clinic, WatchedMeasure measure) => n.Watched[clinic].First(s => s.Measure == measure);

    private static FigureGridBlock Grid(PublishedNetwork n, WatchedMeasure measure) =>
        new(measure.Name, [.. n.Clinics.Index().Select(c => Chart(n, c.Index, c.Item, SeriesOf(n, c.Item.Clinic.Id, measure)))]);

    private static Figure Chart(PublishedNetwork n, int at, ClinicActivity clinic, WatchedSeries series)
    {
        var shown = series.Months.TakeLast(NetworkMonth.MonthsShown).ToList();
        var since = shown.Count == 0 ? n.Month : shown[0].Month;
        List<Mark> marks = [new LineMark(new Series(string.Empty), shown.ConvertAll(m => new DataPoint(DateAxis.At(m.Month.First), m.Measured.Value)), Markers: true)];
        void Line(string name, Func<WatchedMonth, double?> of, bool dashed)
        {
            var points = shown.ConvertAll(m => new DataPoint(DateAxis.At(m.Month.First), of(m)));
            if (points.Exists(p => p.Y is not null))
                marks.Add(new LineMark(new Series(name, SeriesRole.Muted), points, Dashed: dashed));
        }

        Line("Line", m => m.Centre, dashed: false);
        Line("Limits", m => m.Upper, dashed: true);
        Line("Limits", m => m.Lower < 0 && series.Measure != WatchedMeasures.Received ? null : m.Lower, dashed: true); // no count is below 0
        foreach (var meaning in Enum.GetValues<SignalMeaning>())
        {
            var months = series.Signals.Where(s => s.Meaning == meaning).SelectMany(s => s.Months).ToHashSet();
            var points = shown.Where(m => months.Contains(m.Month) && m.Measured.Value is not null).Select(m => new DataPoint(DateAxis.At(m.Month.First), m.Measured.Value)).ToList();
            if (points.Count > 0)
                marks.Add(new PointsMark(new Series(meaning.ToString(), Role(meaning)), points));
        }

        var title = series.Measure == WatchedMeasures.Received ? clinic.Clinic.Currency : string.Empty;
        Axis axis = series.Measure.Kind == ChartKind.Proportions ? new PercentAxis(string.Empty) : new NumberAxis(title, IncludeZero: true);
        return new Figure($"watched-{series.Measure.Id.Replace('_', '-')}-{Print.Integer(at + 1)}", NetworkLayout.Names(n)[clinic.Clinic.Id], series.Measure.Name, new DateAxis(string.Empty), axis, marks,
            new Footnote($"{Print.Integer(shown.Count)} months from {since.Name}", n.Month.Last, "own past"), NoDataReason: "Nothing is recorded yet.");
    }

    private static SeriesRole Role(SignalMeaning meaning) => meaning switch
    {
        SignalMeaning.Improvement => SeriesRole.Improvement,
        SignalMeaning.Concern => SeriesRole.Concern,
        _ => SeriesRole.Data,
    };

    private static Block Signals(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var rows = n.Clinics.SelectMany(c => n.Watched[c.Clinic.Id].SelectMany(w => w.Signals.Where(s => s.Months[^1] == n.Month).Select(s => (IReadOnlyList<Cell>)
            [new TextCell(names[c.Clinic.Id]), new TextCell(w.Measure.Name), new TextCell(What(s)), new TextCell(s.Meaning.ToString().ToLowerInvariant())]))).ToList();
        return rows.Count == 0
            ? new TextBlock($"No clinic gives a signal that ends in {n.Month.Name}.")
            : new TableBlock("signals", $"Signals up to {n.Month.Name}", [Column.Text("Clinic"), Column.Text("Measure"), Column.Text("Signal"), Column.Text("Which is")], rows);
    }

    private static string What(WatchedSignal s) => s.Rule switch
    {
        SignalRule.Outside => s.Sign > 0 ? "above the upper limit" : "below the lower limit",
        SignalRule.Run => $"{Print.Integer(s.Months.Count)} months in a row {(s.Sign > 0 ? "above" : "below")} the line",
        SignalRule.Trend => $"{Print.Integer(s.Months.Count)} months {(s.Sign > 0 ? "rising" : "falling")}",
        _ => $"2 of {Print.Integer(SignalRules.Window)} months near the {(s.Sign > 0 ? "upper" : "lower")} limit",
    };
}
