using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Watching;

/// <summary>Months in which a measure did what chance alone seldom does. <paramref name="Sign"/> is 1 above the centre or rising, -1 below or falling; <paramref name="Months"/> are in order, only those that make the signal.</summary>
public sealed record WatchedSignal(SignalRule Rule, int Sign, SignalMeaning Meaning, IReadOnlyList<ReportMonth> Months);
