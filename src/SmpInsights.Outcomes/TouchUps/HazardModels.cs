using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>How many times the reference level's touch-up rate a level has, others alike, with its 95 % interval. <paramref name="Coefficient"/> is its logarithm. All null where not estimable; an end too large to write is null.</summary>
public sealed record HazardRatio(DesignColumn Level, double? Coefficient, double? Ratio, double? StandardError, double? Z, double? P, double? Lower, double? Upper);

/// <summary>One Cox model, with its log-likelihoods without and with covariates.</summary>
public sealed record HazardModel(double NullLogLikelihood, double LogLikelihood, IReadOnlyList<HazardRatio> Ratios)
{
    internal static HazardModel Of(CoxFit fit, Design design) => new(fit.NullLogLikelihood, fit.LogLikelihood, [.. design.Columns.Select((column, j) => Ratio(fit, column, j))]);

    private static HazardRatio Ratio(CoxFit fit, DesignColumn column, int j)
    {
        var (b, se) = (fit.Coefficients[j], fit.StandardError(j));
        return new HazardRatio(column, b, Exp(b), se, fit.Z(j), fit.P(j), Exp(b - Gaussian.Z975 * se), Exp(b + Gaussian.Z975 * se));
    }

    private static double? Exp(double? x) => x is { } value && double.IsFinite(Math.Exp(value)) ? Math.Exp(value) : null;
}

/// <summary>Whether a factor's hazard ratios stay the same over time; <paramref name="Test"/> is null where it can't be computed.</summary>
public sealed record ProportionalityTest(string Factor, ChiSquaredTest? Test);

/// <summary>
/// Hazards of a touch-up for fading compared: the groups alone; and the groups and what they are adjusted for together, each clinic with a baseline hazard of its own unless clinics are the groups.
/// <paramref name="Proportionality"/> tests the factors of the adjusted model, <paramref name="AllProportional"/> all of them at once.
/// </summary>
public sealed record HazardModels(string Reference, HazardModel Unadjusted, HazardModel Adjusted, IReadOnlyList<ProportionalityTest> Proportionality, ChiSquaredTest? AllProportional);
