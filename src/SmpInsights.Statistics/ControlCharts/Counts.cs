namespace SmpInsights.Statistics.ControlCharts;

internal static class Counts
{
    public static void Require(ReadOnlySpan<int> successes, ReadOnlySpan<int> trials)
    {
        if (successes.Length != trials.Length)
            throw new ArgumentException("Successes and trials must be as many.", nameof(trials));
        for (int i = 0; i < trials.Length; i++)
        {
            if (trials[i] < 0 || successes[i] < 0 || successes[i] > trials[i])
                throw new ArgumentException("Successes must lie between 0 and the trials.", nameof(successes));
        }
    }
}
