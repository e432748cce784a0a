using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Descriptive;
using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Outcomes.Operations;

/// <summary>Mean completed sessions of treatments finished in twelve months, with its 95 % t interval.</summary>
public sealed record MeanSessions(int Treatments, double Mean, double Lower, double Upper)
{
    public const int Months = 12;

    /// <summary>Fewest treatments for a mean with an interval.</summary>
    public const int MinimumTreatments = 10;

    /// <summary>Of the treatments finished in the twelve months up to the month's end; null with fewer than <see cref="MinimumTreatments"/>, or of too few clients.</summary>
    public static MeanSessions? Of(TreatmentCourses courses, ReportMonth month)
    {
        var (s, from) = (courses.Data.Sessions, month.Add(1 - Months).First);
        var done = Enumerable.Range(0, s.Count).Where(i => s.Status[i] == SessionStatus.Completed).CountBy(i => s.Treatment[i]).ToDictionary();
        var finished = courses.All.Where(c => c.CompletedOn >= from && c.CompletedOn <= month.Last).ToList();
        double[] counts = [.. finished.Select(c => (double)done.GetValueOrDefault(c.Treatment))];
        if (counts.Length < MinimumTreatments || SmallCells.IsSmall(finished.DistinctBy(c => c.Client).Count()))
            return null;
        var (mean, deviation) = (Sample.Mean(counts)!.Value, Sample.StandardDeviation(counts)!.Value);
        var margin = StudentT.Quantile(0.975, counts.Length - 1) * deviation / Math.Sqrt(counts.Length);
        return new MeanSessions(counts.Length, mean, mean - margin, mean + margin);
    }
}
