namespace SmpInsights.Statistics.Ranks;

/// <summary>Ranks 1 to n in the order of the values given; equal values share the mean of their ranks.</summary>
internal sealed class MidRanks
{
    private MidRanks(double[] ranks, double tieTerm)
    {
        Ranks = ranks;
        TieTerm = tieTerm;
    }

    public double[] Ranks { get; }

    /// <summary>Σ (t³ − t) over the runs of t equal values; 0 without ties, n³ − n when all are equal.</summary>
    public double TieTerm { get; }

    public static MidRanks Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        var place = new int[sorted.Length];
        for (int i = 0; i < place.Length; i++)
        {
            if (!double.IsFinite(sorted[i]))
                throw new ArgumentException("Every value must be finite.", nameof(values));
            place[i] = i;
        }
        Array.Sort(sorted, place);
        var ranks = new double[sorted.Length];
        double ties = 0;
        for (int from = 0, to = 0; from < sorted.Length; from = to)
        {
            while (to < sorted.Length && sorted[to] == sorted[from])
                to++;
            double run = to - from;
            ties += run * (run * run - 1);
            for (int i = from; i < to; i++)
                ranks[place[i]] = (from + 1 + to) / 2.0;
        }
        return new MidRanks(ranks, ties);
    }
}
