using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Ordinal;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>
/// How many times the odds of being a grade or more better satisfied grow with each <see cref="SatisfactionAndFade.Step"/> of healed contrast kept, with its 95 % interval; <paramref name="Coefficient"/> is its logarithm, P two-sided by Wald's test.
/// An end too large to write is null. <paramref name="StandardErrorByClient"/> is that of the coefficient where answers of one client resemble each other.
/// </summary>
public sealed record SatisfactionOdds(double Ratio, double? Lower, double? Upper, double Coefficient, double StandardError, double StandardErrorByClient, double P);

/// <summary>
/// Satisfaction against fading: proportional odds regression of the answers on the contrast kept when they were given, in first epochs, which the model of fade is about. A client may have answered more than once: clients count beside answers.
/// Contrast kept is itself read and predicted with error, which draws the ratio towards 1. <paramref name="Odds"/> is null with fewer than <see cref="MinimumAnswers"/> answers or two grades, and where not estimable.
/// </summary>
public sealed record SatisfactionAndFade(IReadOnlyList<AnsweredContrast> Pairs, SatisfactionOdds? Odds)
{
    /// <summary>Fewest answers for which the model is fitted.</summary>
    public const int MinimumAnswers = 10;

    /// <summary>The share of healed contrast that the ratio is for: ten percentage points.</summary>
    public const double Step = 0.10;

    public int Answers => Pairs.Count;

    public int Clients => Pairs.DistinctBy(p => p.Client).Count();

    /// <summary>Without a model of first epochs there is no contrast kept, and no pair.</summary>
    public static SatisfactionAndFade Of(TreatmentCourses courses, FadeMeasures fade)
    {
        var pairs = fade.All.Estimate is { } estimate ? AnsweredContrast.Of(courses, estimate.Model) : [];
        return new SatisfactionAndFade(pairs, pairs.Count < MinimumAnswers ? null : OddsOf(pairs));
    }

    private static SatisfactionOdds? OddsOf(IReadOnlyList<AnsweredContrast> pairs)
    {
        var steps = new double[pairs.Count, 1];
        for (var i = 0; i < pairs.Count; i++)
            steps[i, 0] = pairs[i].ContrastKept / Step;
        var fit = ProportionalOdds.Fit([.. pairs.Select(p => p.Satisfaction)], steps, [.. pairs.Select(p => p.Client)]);
        if (fit?.Coefficients[0] is not { } b || fit.StandardErrors[0] is not { } error || fit.ClusteredErrors[0] is not { } byClient || Exp(b) is not { } ratio)
            return null;
        return new SatisfactionOdds(ratio, Exp(b - (Gaussian.Z975 * error)), Exp(b + (Gaussian.Z975 * error)), b, error, byClient, fit.P(0)!.Value);
    }

    private static double? Exp(double x) => double.IsFinite(Math.Exp(x)) ? Math.Exp(x) : null;
}
