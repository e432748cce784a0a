using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Outcomes.Fade;

/// <summary>How much steeper (below 0: faster fading) ln contrast runs at a level of a factor than at its reference, per year.</summary>
public sealed record SlopeTerm(string Factor, string Level, double Slope, double StandardError);

/// <summary>Slope of group <paramref name="A"/> minus that of <paramref name="B"/>, per year: below 0 where A fades faster. <paramref name="P"/> by t with units − 1 degrees of freedom, two-sided; <paramref name="Holm"/> adjusted for all pairs.</summary>
public sealed record SlopePair(string A, string B, double SlopeDifference, double StandardError, double P, double Holm, int UnitsA, int UnitsB)
{
    /// <summary>What the smaller group lacks for a report to print the pair; null where both have units enough.</summary>
    public Shortage? Shortage => Comparability.OfPair(UnitsA, UnitsB);
}

/// <summary>
/// Fade compared between groups at equal covariates ("is it the technique, or the clients?"): one model of first epochs with main effects and slopes of the grouping and of every covariate.
/// Leaving the main effects out would bias the slopes. <paramref name="Estimate"/> is the fade of the reference levels, <paramref name="Reference"/> (by factor name);
/// <paramref name="Terms"/> are in the order of factors, levels ordinal; <paramref name="Pairs"/> holds every pair of groups once, in ordinal order, none with one group.
/// A level that the others determine (unknown sun exposure just where skin is unknown too) has no term, as in lme4.
/// </summary>
public sealed record AdjustedFade(FadeEstimate Estimate, IReadOnlyDictionary<string, string> Reference, IReadOnlyList<SlopeTerm> Terms, IReadOnlyList<SlopePair> Pairs)
{
    /// <summary>As below, adjusted for what is usual of the grouping.</summary>
    public static AdjustedFade? Of(TreatmentCourses courses, IReadOnlyList<FadeUnit> units, Covariate grouping) => Of(courses, units, grouping, Covariate.UsualFor(grouping));

    /// <summary>Null where neither the grouping nor a covariate has two levels, with too few units or readings, where the model is not estimable, or where the groups may not be compared (<see cref="Covariate.Compares"/>).</summary>
    /// <param name="courses">Where the levels are looked up.</param>
    /// <param name="units">First epochs, in any order.</param>
    /// <param name="grouping">What is compared pair by pair.</param>
    /// <param name="covariates">What it is adjusted for; one with a single level is left out, as is the grouping itself.</param>
    public static AdjustedFade? Of(TreatmentCourses courses, IReadOnlyList<FadeUnit> units, Covariate grouping, IReadOnlyList<Covariate> covariates)
    {
        if (units.Count == 0 || !grouping.Compares(units.Select(u => u.Course)))
            return null;
        var factors = covariates.Where(c => c != grouping).Prepend(grouping).Select(c => c.Of(courses, units.Select(u => (u.Course, u.Epoch)))).Where(f => f.Varies).ToList();
        if (factors.Count == 0)
            return null;
        AssessmentMethod[] methods = [.. units.Select(u => u.Method).Distinct().Order()];
        var method = new Factor("method", [.. methods.Select(m => m.ToString())], [.. units.Select(u => Array.IndexOf(methods, u.Method))]);
        var design = AdjustedDesign.Of(method, factors);
        if (FadeModel.Fit(units, design.Pattern, design.Patterns) is not { } model || FadeEstimate.Of(model, design.SlopeOf(AdjustedDesign.ReferenceSlope)!.Value) is not { } estimate)
            return null;
        return new AdjustedFade(
            estimate,
            factors.ToDictionary(f => f.Name, f => f.Levels[0], StringComparer.Ordinal),
            [.. TermsOf(factors, design, model)],
            string.Equals(factors[0].Name, grouping.Name, StringComparison.Ordinal) ? PairsOf(factors[0], design, model) : []);
    }

    private static IEnumerable<SlopeTerm> TermsOf(List<Factor> factors, AdjustedDesign design, FadeModel model)
    {
        var fit = model.Result;
        foreach (var factor in factors)
            for (var k = 1; k < factor.Levels.Length; k++)
                if (design.SlopeOf((factor.Name, k)) is { } column)
                    yield return new SlopeTerm(factor.Name, factor.Levels[k], fit.Coefficients[column], Math.Sqrt(fit.Covariance[column, column]));
    }

    private static List<SlopePair> PairsOf(Factor groups, AdjustedDesign design, FadeModel model)
    {
        var (fit, units) = (model.Result, groups.Codes.CountBy(k => k).ToDictionary());
        var estimable = Enumerable.Range(0, groups.Levels.Length).Where(k => k == 0 || design.SlopeOf((groups.Name, k)) is not null).OrderBy(k => groups.Levels[k], StringComparer.Ordinal).ToArray();
        var pairs = new List<SlopePair>();
        for (var i = 0; i < estimable.Length; i++)
        {
            for (var j = i + 1; j < estimable.Length; j++)
            {
                var (a, b) = (design.SlopeOf((groups.Name, estimable[i])), design.SlopeOf((groups.Name, estimable[j]))); // null: the reference, whose difference from itself is 0
                var difference = (a is { } x ? fit.Coefficients[x] : 0) - (b is { } y ? fit.Coefficients[y] : 0);
                var variance = Covariance(a, a) - (2 * Covariance(a, b)) + Covariance(b, b);
                var error = Math.Sqrt(variance);
                pairs.Add(new SlopePair(groups.Levels[estimable[i]], groups.Levels[estimable[j]], difference, error, StudentT.TwoSidedP(difference / error, model.Units.Count - 1), 0, units[estimable[i]], units[estimable[j]]));
            }
        }

        var holm = Holm.Adjust([.. pairs.Select(p => p.P)]);
        return [.. pairs.Select((p, i) => p with { Holm = holm[i]!.Value })];

        double Covariance(int? a, int? b) => a is { } x && b is { } y ? fit.Covariance[x, y] : 0;
    }
}
