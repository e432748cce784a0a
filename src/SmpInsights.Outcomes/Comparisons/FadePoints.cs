using SmpInsights.Outcomes.Fade;
using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>
/// How much more of its contrast one group loses in a year than another, as a share (0.046 = 4.6 percentage points), below 0 where it loses less, with its 95 % interval. <paramref name="Holm"/>
/// is the p of the slopes' difference, adjusted for all pairs.
/// </summary>
public sealed record FadePoints(double Value, double Lower, double Upper, double Holm)
{
    /// <summary>The difference that the interval leaves possible, whichever way: what could have gone unseen.</summary>
    public double Unseen => Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>The same told of the other group: how much more it loses.</summary>
    internal FadePoints Reversed => new(-Value, -Upper, -Lower, Holm);

    /// <summary>
    /// exp(s) − exp(s + d), with s the slope of B at the reference levels and d the pair's difference of slopes; the interval carries d ± t(0.975, units − 1)·se through, s held fixed.
    /// </summary>
    /// <exception cref="ArgumentException">The pair is not one of the model's.</exception>
    internal static FadePoints Of(AdjustedFade fade, string grouping, SlopePair pair)
    {
        if (!fade.Pairs.Contains(pair))
            throw new ArgumentException("The pair is not one of the model's.", nameof(pair));
        var from = fade.Terms.FirstOrDefault(t => string.Equals(t.Factor, grouping, StringComparison.Ordinal) && string.Equals(t.Level, pair.B, StringComparison.Ordinal));
        var slope = fade.Estimate.Slope + (from?.Slope ?? 0);
        var margin = StudentT.Quantile(0.975, fade.Estimate.Units - 1) * pair.StandardError;
        double Points(double difference) => Math.Exp(slope) * (1 - Math.Exp(difference));
        return new FadePoints(Points(pair.SlopeDifference), Points(pair.SlopeDifference + margin), Points(pair.SlopeDifference - margin), pair.Holm);
    }
}
