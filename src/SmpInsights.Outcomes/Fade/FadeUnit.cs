using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>An epoch with at least two usable readings on different days by one method. It started on <paramref name="StartedOn"/>; sums are of t (years since healing) and y = ln contrast.</summary>
public sealed record FadeUnit(Course Course, int Epoch, DateOnly StartedOn, AssessmentMethod Method, UnitSums Sums)
{
    /// <summary>t of each reading, in order of date.</summary>
    public double[] Years { get; init; } = [];

    /// <summary>The day of the reading that made it a unit: the second by one method.</summary>
    public DateOnly Since { get; init; }

    /// <summary>y of each reading, in that order.</summary>
    public double[] LogContrast { get; init; } = [];
}
