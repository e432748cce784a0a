using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Networks;

/// <summary>Key figures of all clinics together beside last month and the same month last year; money stays apart by currency.</summary>
internal static class NetworkOverview
{
    private const int SparklineMonths = 12;

    public static Section Of(PublishedNetwork n) => new("overview", "This month", [new TilesBlock(
    [
        Counted(n, "Sessions held", m => m.Completed),
        Counted(n, "Treatments finished", m => m.TreatmentsFinished),
        Counted(n, "Touch-ups", m => m.TouchUps),
        Counted(n, "Touch-ups under warranty", m => m.UnderWarranty),
        Counted(n, "Adverse events", m => m.AdverseEvents),
        Attention(n),
    ])]);

    private static Tile Counted(PublishedNetwork n, string label, Func<ActivityMonth, int> of)
    {
        int Sum(Index month) => n.Clinics.Sum(c => of(c.Months[month]));
        return new Tile(label, new IntegerCell(Sum(^1)), [new Comparison("last month", new IntegerCell(Sum(^2))), new Comparison("same month last year", new IntegerCell(Sum(^13)))], null,
            [.. Enumerable.Range(NetworkMonth.MonthsShown - SparklineMonths, SparklineMonths).Select(i => (double?)Sum(i))]);
    }

    private static Tile Attention(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var concerns = NetworkSignals.Of(n).Where(s => s.Signal.Meaning == SignalMeaning.Concern).ToList();
        var clinics = concerns.Select(s => s.Clinic.Id).Distinct(StringComparer.Ordinal).ToList();
        return new Tile("Clinics with a control chart below that needs attention", new IntegerCell(clinics.Count), [],
            concerns.Count == 0 ? $"Of {Print.Integer(n.Clinics.Count)}" : string.Join("; ", concerns.Take(3).Select(s => $"{NameInText.Of(names[s.Clinic.Id])}: {WatchWords.Lowered(WatchWords.Name(s.Watch.Series.Measure))}")) + (concerns.Count > 3 ? " and others" : string.Empty),
            Tone: clinics.Count > 0 ? Tone.Concern : Tone.Neutral);
    }
}
