using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Watching;

/// <summary>Watched measures in words and cells: their values, what a signal means, and where to look.</summary>
internal static class WatchWords
{
    /// <summary>Beyond this an amount is no money, and decimals would not hold it.</summary>
    private const double MostMoney = 1e15;

    /// <summary>What to do about an improvement.</summary>
    public const string Keep = "Find out what was done differently, and keep it.";

    private static readonly Dictionary<string, (string Name, string Look)> Measures = new(StringComparer.Ordinal)
    {
        [WatchedMeasures.Satisfied.Id] = ("Satisfied clients", "the answers under Satisfaction, and the practitioners' funnel"),
        [WatchedMeasures.ResponseRate.Id] = ("Surveys answered", "how surveys are sent and followed up"),
        [WatchedMeasures.NotHeld.Id] = ("Booked sessions cancelled or missed", "reminders, and cancellations under Sessions and touch-ups"),
        [WatchedMeasures.AdverseEvents.Id] = ("Adverse events per 100 treatments finished", "the kinds of events and aftercare under Adverse events and aftercare"),
        [WatchedMeasures.Received.Id] = ("Money received", "Revenue by kind and by practitioner"),
        [WatchedMeasures.Warranty.Id] = ("Touch-ups under warranty", "each of them in the finance ledger, and how many there were under Sessions and touch-ups"),
        [WatchedMeasures.Sessions.Id] = ("Sessions held", "Sessions by month, and who was away"),
    };

    public static string Name(WatchedMeasure measure) => Measures[measure.Id].Name;

    /// <summary>Where to look for a reason.</summary>
    public static string Look(WatchedMeasure measure) => Measures[measure.Id].Look;

    /// <summary>The line of the latest month; null where too few months have a number for anything to be usual.</summary>
    public static double? Usual(WatchedSeries series) => series.Stretches[^1].BaselineMonths >= ControlChart.FewestPoints ? series.Months[^1].Centre : null;

    public static string FigureId(WatchedMeasure measure) => "watch-" + measure.Id.Replace('_', '-');

    /// <summary>What a signal is called: the word beside its mark, in every report.</summary>
    public static string Meaning(SignalMeaning meaning) => meaning switch { SignalMeaning.Improvement => "Improvement", SignalMeaning.Concern => "Needs attention", _ => "Change" };

    public static Cell Value(string currency, WatchedMeasure measure, double value, bool isLine = false) =>
        measure.Kind == ChartKind.Proportions ? new PercentCell(value, 0)
        : measure == WatchedMeasures.Received && Math.Abs(value) < MostMoney ? new MoneyCell((decimal)value, currency)
        : measure == WatchedMeasures.AdverseEvents || isLine || measure == WatchedMeasures.Received ? new NumberCell(value, 1)
        : new IntegerCell((long)value);

    /// <summary>Whether a lower limit says anything: below 0 it can't be crossed by a count.</summary>
    public static double? Lower(WatchedMonth month) => month.Lower is < 0 ? null : month.Lower;

    public static string Limits(string currency, WatchedMeasure measure, WatchedMonth month)
    {
        string Say(double value) => CellText.Of(Value(currency, measure, value, isLine: true));
        return (Lower(month), month.Upper) switch
        {
            ({ } lower, { } upper) => $"{Say(lower)} to {Say(upper)}",
            (null, { } upper) => $"up to {Say(upper)}",
            _ => string.Empty,
        };
    }

    /// <summary>Months on one side of the line from which on a level has moved, rather than had a good or bad time.</summary>
    private const int NewLevel = 12;

    /// <summary>A sentence of its own: what, since when, by which rule, how big, and what to look at.</summary>
    /// <param name="month">The report's.</param>
    /// <param name="currency">Of the clinic.</param>
    /// <param name="watch">What is watched.</param>
    /// <param name="signal">The signal told.</param>
    /// <param name="counts">What the month's value was made from, where that may be printed.</param>
    public static string News(ReportMonth month, string currency, PublishedWatch watch, CurrentSignal signal, string? counts = null) =>
        $"{Meaning(signal.Meaning)}: {What(month, currency, watch, signal, counts)}. " + (signal.Meaning == SignalMeaning.Improvement ? Keep : $"Look at {Look(watch.Series.Measure)}.");

    /// <summary>"sessions held came to 54 in October 2026, outside the limits of its ordinary ups and downs (17.4 to 48.8); usual is 33.1".</summary>
    public static string What(ReportMonth month, string currency, PublishedWatch watch, CurrentSignal signal, string? counts = null)
    {
        var (series, now) = (watch.Series, watch.Series.Months[^1]);
        return $"{Lowered(Name(series.Measure))} came to {CellText.Of(Value(currency, series.Measure, now.Measured.Value!.Value))} in {month.Name}{(counts is null ? string.Empty : $" ({counts})")}, {Rule(month, currency, series, now, signal)}; usual is {CellText.Of(Value(currency, series.Measure, now.Centre!.Value, isLine: true))}";
    }

    /// <summary>Why there are no limits yet.</summary>
    public static string NoLimits(WatchedSeries series)
    {
        var last = series.Stretches[^1];
        return last.State == LimitsState.NoVariation ? "no limits: the baseline never varied"
            : last.BaselineMonths < WatchedSeries.MinimumBaselineMonths ? $"no limits yet: {Say.Count(last.BaselineMonths)} of {WatchedSeries.MinimumBaselineMonths} months"
            : "no limits yet: too few months in a row";
    }

    /// <summary>"sessions held above their usual level since March 2025".</summary>
    public static string Standing(PublishedWatch watch, CurrentSignal signal, ReportMonth month) => $"{Lowered(Name(watch.Series.Measure))} ({Stands(signal, month)})";

    /// <summary>"above its usual level since March 2025", "above its usual level this month".</summary>
    public static string Stands(CurrentSignal signal, ReportMonth month) => $"{Where(signal)} {(signal.Since == month ? "this month" : "since " + signal.Since.Name)}";

    /// <summary>Whether the line no longer tells what is usual: every month has lain on one side of it for a year or more.</summary>
    public static bool HasMoved(PublishedWatch watch, CurrentSignal signal, ReportMonth month) => signal.Rule != SignalRule.Trend && signal.Since.To(month).Count >= NewLevel
        && watch.Series.Months.Where(x => x.Month >= signal.Since && x.Measured.Value is not null).All(x => Math.Sign(x.Measured.Value!.Value - x.Centre!.Value) == signal.Sign);

    /// <summary>"above its usual level", "rising".</summary>
    public static string Where(CurrentSignal signal) => signal.Rule == SignalRule.Trend ? (signal.Sign > 0 ? "rising" : "falling") : (signal.Sign > 0 ? "above" : "below") + " its usual level";

    /// <summary>The rule beside a point.</summary>
    public static string Short(SignalRule rule, int sign) => rule switch
    {
        SignalRule.Outside => "outside the limits",
        SignalRule.Run => Say.Count(SignalRules.InARow) + (sign > 0 ? " or more above" : " or more below"),
        SignalRule.Trend => Say.Count(SignalRules.InARow) + (sign > 0 ? " or more rising" : " or more falling"),
        _ => $"2 of {Say.Count(SignalRules.Window)} far " + (sign > 0 ? "above" : "below"),
    };

    private static string Rule(ReportMonth month, string currency, WatchedSeries series, WatchedMonth now, CurrentSignal signal)
    {
        var months = Say.Count(new MonthSpan(signal.Since, month).Count);
        return signal.Rule switch
        {
            SignalRule.Outside => $"outside the limits of its ordinary ups and downs ({Limits(currency, series.Measure, now)})",
            SignalRule.Run => $"{(signal.Sign > 0 ? "above" : "below")} its usual level for {months} months in a row, since {signal.Since.Name}",
            SignalRule.Trend => $"{(signal.Sign > 0 ? "rising" : "falling")} for {months} months in a row, since {signal.Since.Name}",
            _ => $"far {(signal.Sign > 0 ? "above" : "below")} its usual level in two of three months, since {signal.Since.Name}",
        };
    }

    public static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
