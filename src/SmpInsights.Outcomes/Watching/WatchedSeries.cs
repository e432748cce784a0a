using System.Globalization;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// A monthly measure held against its own past. The limits come from the baseline, the first <see cref="BaselineMonths"/> months with a value, and then stay: later months are judged by them and do not move them.
/// Months are without a hole, oldest first; stretches and signals are in order of time within their kind.
/// </summary>
public sealed record WatchedSeries(WatchedMeasure Measure, IReadOnlyList<WatchedMonth> Months, IReadOnlyList<WatchedStretch> Stretches, IReadOnlyList<WatchedSignal> Signals)
{
    /// <summary>Months with a value that fill a baseline.</summary>
    public const int BaselineMonths = 24;

    /// <summary>Months with a value below which there are no limits; single values need as many in a row as these would give ranges.</summary>
    public const int MinimumBaselineMonths = 12;

    /// <summary>What every chart with limits says.</summary>
    public static string FalseSignals { get; } = string.Create(CultureInfo.InvariantCulture,
        $"The {BaselineMonths} months that set the limits give a false signal about one time in {1 / SignalRules.FalseSignalsOf24:0} though nothing changes, the {BaselineMonths} months after them about {100 * SignalRules.FalseSignalsOfNext24:0} times in 100; small numbers give more.");

    /// <summary>What counts as a signal, in words.</summary>
    public static string Rules { get; } = string.Create(CultureInfo.InvariantCulture,
        $"Signals: a month outside the limits; {SignalRules.InARow} or more in a row on one side of the line, or rising, or falling; 2 of {SignalRules.Window} in a row in the outer third within the limits, on one side.");

    /// <summary>The series from a month on.</summary>
    /// <param name="measure">What is measured, and which way is good.</param>
    /// <param name="first">The month of the first value.</param>
    /// <param name="values">One a month, in order; shares for a chart of proportions. None gives a series without months.</param>
    /// <param name="rebasedFrom">A month from which a new baseline counts, set on purpose after a known change. Months before keep limits of their own, from months before it; no signal crosses it. Outside the series it changes nothing.</param>
    /// <exception cref="ArgumentException">A chart of proportions was given a value that is no share.</exception>
    public static WatchedSeries Of(WatchedMeasure measure, ReportMonth first, IReadOnlyList<MonthValue> values, ReportMonth? rebasedFrom = null)
    {
        if (measure.Kind == ChartKind.Proportions && values.Any(v => v.Whole is null))
            throw new ArgumentException("A chart of proportions needs shares.", nameof(values));
        var split = rebasedFrom is { } month ? Math.Clamp(first.To(month).Count - 1, 0, values.Count) : 0;
        var (months, stretches, signals) = (new List<WatchedMonth>(), new List<WatchedStretch>(), new List<WatchedSignal>());
        foreach (var (from, to) in new[] { (0, split), (split, values.Count) })
            if (to > from)
                Add(first.Add(from), [.. values.Skip(from).Take(to - from)]);
        return new WatchedSeries(measure, months, stretches, [.. signals.OrderBy(s => s.Rule)]);

        void Add(ReportMonth from, MonthValue[] part)
        {
            var baseline = Baseline.Of(measure.Kind, part);
            ReportMonth At(int i) => from.Add(i);
            stretches.Add(new(from, At(part.Length - 1), baseline.State, baseline.Length == 0 ? null : At(baseline.Length - 1), baseline.Values, baseline.Centre));
            if (baseline.Limits is not { } limitsOf)
            {
                months.AddRange(part.Select((v, i) => new WatchedMonth(At(i), v, baseline.Centre, null, null)));
                return;
            }

            ControlLimits[] limits = [.. part.Select(v => v.Value is null ? default : limitsOf(v))];
            months.AddRange(part.Select((v, i) => v.Value is null ? new WatchedMonth(At(i), v, baseline.Centre, null, null) : new(At(i), v, limits[i].Centre, limits[i].Lower, limits[i].Upper)));
            signals.AddRange(SignalRules.Find([.. part.Select(v => v.Value)], limits).Select(s => new WatchedSignal(s.Rule, s.Sign, measure.Meaning(s.Sign), [.. s.Points.Select(At)])));
        }
    }
}
