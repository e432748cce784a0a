namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Chart of proportions on denominators of their own (p chart): the baseline's overall proportion and three binomial standard errors to either side.
/// D. C. Montgomery (2005), "Introduction to Statistical Quality Control", 5th ed., section 6-2. <paramref name="Trials"/> is above 0.
/// </summary>
public sealed record ProportionChart(long Successes, long Trials)
{
    public double Centre => (double)Successes / Trials;

    /// <summary>The limits of a point on so many trials, within [0, 1]; on the centre where the baseline was all or nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is below 1.</exception>
    public ControlLimits At(int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        return new(Centre, Math.Sqrt(Centre * (1 - Centre) / trials), 0, 1);
    }

    /// <param name="successes">Each from 0 to its number of trials.</param>
    /// <param name="trials">Each 0 or more, in the same order.</param>
    /// <returns>Null without a trial.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is outside its range.</exception>
    public static ProportionChart? Of(ReadOnlySpan<int> successes, ReadOnlySpan<int> trials)
    {
        Counts.Require(successes, trials);
        long all = 0;
        long good = 0;
        for (int i = 0; i < trials.Length; i++)
        {
            all += trials[i];
            good += successes[i];
        }
        return all == 0 ? null : new(good, all);
    }
}
