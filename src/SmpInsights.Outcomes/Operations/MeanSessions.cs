using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Descriptive;
using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Outcomes.Operations;

/// <summary>Mean completed sessions of treatments finished in some months, with its 95 % t interval. <paramref name="Clients"/> counts distinct clients.</summary>
public sealed record MeanSessions(int Treatments, int Clients, double Mean, double Lower, double Upper)
{
    /// <summary>Fewest treatments for a mean with an interval.</summary>
    public const int MinimumTreatments = 10;

    /// <summary>Of the treatments finished in these months; null with fewer than <see cref="MinimumTreatments"/>.</summary>
    public static MeanSessions? Of(TreatmentCourses courses, MonthSpan months)
    {
        var s = courses.Data.Sessions;
        var done = Enumerable.Range(0, s.Count).Where(i => s.Status[i] == SessionStatus.Completed).CountBy(i => s.Treatment[i]).ToDictionary();
        var finished = courses.All.Where(c => months.Contains(c.CompletedOn)).ToList();
        double[] counts = [.. finished.Select(c => (double)done.GetValueOrDefault(c.Treatment))];
        if (counts.Length < MinimumTreatments)
            return null;
        var (mean, deviation) = (Sample.Mean(counts)!.Value, Sample.StandardDeviation(counts)!.Value);
        var margin = StudentT.Quantile(0.975, counts.Length - 1) * deviation / Math.Sqrt(counts.Length);
        return new MeanSessions(counts.Length, finished.DistinctBy(c => c.Client).Count(), mean, mean - margin, mean + margin);
    }
}
