using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// The log-rank test that groups share one hazard, with the hypergeometric variance, plain or stratified. N. Mantel (1966), Cancer
/// Chemother Rep 50, 163-170; R. Peto and J. Peto (1972), J R Stat Soc A 135, 185-207; several groups as in J. P. Klein and
/// M. L. Moeschberger, "Survival Analysis", 2nd ed. 2003, eq. 7.3.5, stratified eq. 7.5.2. Same as R's <c>survdiff</c> with rho = 0.
/// </summary>
public static class LogRank
{
    /// <summary>Share of a group's expected events below which its variance is rounding error.</summary>
    private const double Rounding = 1e-13;

    /// <summary>Share of a group's variance that the groups before it leave unexplained, below which it tells nothing more: that of the last of those compared with each other.</summary>
    private const double Explained = 1e-10;

    /// <summary>Runs the test in O(n log n + event times × groups²). The order of the subjects does not matter.</summary>
    /// <param name="times">Time under observation of each subject, in any unit, 0 or more.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <param name="group">Code of each subject's group; any numbers.</param>
    /// <param name="strata">Code of each subject's stratum, within which alone groups are compared; leave out for one stratum.</param>
    /// <returns>Null when nobody has the event, when fewer than two groups are expected to, or when no stratum compares two. A group that is compared with no other in any stratum leaves the test of the others as it is.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a time is negative, not finite or beyond 1e100.</exception>
    public static LogRankResult? Test(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> group, ReadOnlySpan<int> strata = default)
    {
        FollowUp.Require(times, events);
        if (group.Length != times.Length)
            throw new ArgumentException("There must be as many groups as times.", nameof(group));
        if (!strata.IsEmpty && strata.Length != times.Length)
            throw new ArgumentException("There must be as many strata as times, or none.", nameof(strata));

        int[] groups = group.ToArray().Distinct().Order().ToArray();
        var subjects = new Subject[times.Length];
        for (int i = 0; i < subjects.Length; i++)
            subjects[i] = new Subject(strata.IsEmpty ? 0 : strata[i], times[i], Array.BinarySearch(groups, group[i]), events[i]);
        Array.Sort(subjects, LatestFirstByStratum);

        var observed = new double[groups.Length];
        var expected = new double[groups.Length];
        var variance = new double[groups.Length, groups.Length];
        for (int i = 0, next = 0; i < subjects.Length; i = next)
        {
            while (next < subjects.Length && subjects[next].Stratum == subjects[i].Stratum)
                next++;
            AddStratum(subjects.AsSpan(i, next - i), observed, expected, variance);
        }
        return Combine(groups, observed, expected, variance);
    }

    private static int LatestFirstByStratum(Subject a, Subject b)
    {
        int byStratum = a.Stratum.CompareTo(b.Stratum);
        return byStratum != 0 ? byStratum : b.Time.CompareTo(a.Time);
    }

    /// <summary>Adds one stratum, walking back from its last time, so that those met so far are those at risk.</summary>
    private static void AddStratum(ReadOnlySpan<Subject> subjects, double[] observed, double[] expected, double[,] variance)
    {
        var atRisk = new double[observed.Length];
        for (int i = 0, next = 0; i < subjects.Length; i = next)
        {
            double failed = 0;
            for (; next < subjects.Length && subjects[next].Time == subjects[i].Time; next++)
            {
                atRisk[subjects[next].Group]++;
                if (!subjects[next].Event)
                    continue;
                failed++;
                observed[subjects[next].Group]++;
            }
            if (failed == 0)
                continue;
            double all = next;
            double spread = all > 1 ? failed * (all - failed) / (all - 1) : 0;
            for (int g = 0; g < atRisk.Length; g++)
            {
                double share = atRisk[g] / all;
                expected[g] += failed * share;
                variance[g, g] += spread * share;
                for (int h = 0; h < atRisk.Length; h++)
                    variance[g, h] -= spread * share * (atRisk[h] / all);
            }
        }
    }

    private static LogRankResult? Combine(int[] groups, double[] observed, double[] expected, double[,] variance)
    {
        int size = groups.Length;
        double[] excess = [.. observed.Zip(expected, (o, e) => o - e)];
        double[] least = [.. expected.Select(e => e * Rounding)];
        var flat = new double[size * size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b <= a; b++)
                flat[a * size + b] = variance[a, b];
        }
        var factor = new ReducedCholesky(size);
        factor.Factor(flat, least, Explained);
        int rank = factor.Kept.Count(true);
        if (rank == 0)
            return null;
        var weighted = new double[size];
        factor.Solve(excess, weighted);
        double chiSquared = Products.Dot(excess, weighted);
        return new LogRankResult(chiSquared, rank, ChiSquared.UpperTail(chiSquared, rank), observed, expected) { Groups = groups };
    }

    private readonly record struct Subject(int Stratum, double Time, int Group, bool Event);
}
