namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// The four rules of a control chart (D. C. Montgomery 2005, "Introduction to Statistical Quality Control", 5th ed., table 4-1, with runs and trends of seven
/// as NHS England's "Making Data Count" has them).
/// </summary>
public static class SignalRules
{
    /// <summary>Points in a row that make a run or a trend.</summary>
    public const int InARow = 7;

    /// <summary>Points in a row of which two in the outer third are a signal.</summary>
    public const int Window = 3;

    /// <summary>The share of stable series of 24 points, judged by limits computed from themselves, that show some signal: about one in six (simulated: independent normal values, chart of individuals; counts and shares of small numbers are skewed and lumpy and show more).</summary>
    public const double FalseSignalsOf24 = 0.16;

    /// <summary>The same for the 24 points after those that set the limits: the limits do not follow the points, so more than one in three.</summary>
    public const double FalseSignalsOfNext24 = 0.37;

    /// <summary>
    /// Every signal, by rule and then by first point; one longer than it need be is one signal. Points added at the end lengthen signals and add others, and take none away. O(n).
    /// </summary>
    /// <param name="values">In order of time, null where there is no point; a gap ends runs, trends and windows, for nobody knows what lay in it.</param>
    /// <param name="limits">Those of each point; not looked at where there is none.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<Signal> Find(ReadOnlySpan<double?> values, ReadOnlySpan<ControlLimits> limits)
    {
        if (values.Length != limits.Length)
            throw new ArgumentException("Every value needs limits.", nameof(limits));
        var (outside, run, trend, third) = (new List<Signal>(), new List<Signal>(), new List<Signal>(), new List<Signal>());
        int[] side = new int[values.Length];
        int[] step = new int[values.Length];
        int[] outer = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value)
                continue;
            side[i] = limits[i].Side(value);
            step[i] = i > 0 && values[i - 1] is { } before ? value.CompareTo(before) : 0;
            outer[i] = limits[i].InOuterThird(value);
            if (limits[i].Outside(value) is not 0 and var sign)
                outside.Add(new(SignalRule.Outside, sign, [i]));
        }
        Stretches(side, 0, SignalRule.Run, run);
        Stretches(step, 1, SignalRule.Trend, trend);
        Chains(values, outer, 1, third);
        Chains(values, outer, -1, third);
        third.Sort((a, b) => a.Points[0].CompareTo(b.Points[0]));
        return [.. outside, .. run, .. trend, .. third];
    }

    /// <summary>Equal signs in a row, zeros left out. A stretch has <paramref name="lead"/> points before its first sign: a step joins two.</summary>
    private static void Stretches(int[] signs, int lead, SignalRule rule, List<Signal> found)
    {
        for (int first = 0, next; first < signs.Length; first = next)
        {
            for (next = first + 1; next < signs.Length && signs[next] == signs[first]; next++)
            {
            }
            int points = next - first + lead;
            if (signs[first] != 0 && points >= InARow)
                found.Add(new(rule, signs[first], [.. Enumerable.Range(first - lead, points)]));
        }
    }

    /// <summary>Points in the outer third, each within a window of the one before it and no gap between.</summary>
    private static void Chains(ReadOnlySpan<double?> values, int[] outer, int sign, List<Signal> found)
    {
        var chain = new List<int>();
        for (int i = 0; i < values.Length; i++)
        {
            if (chain.Count > 0 && (values[i] is null || i - chain[^1] >= Window))
                End();
            if (outer[i] == sign)
                chain.Add(i);
        }
        End();

        void End()
        {
            if (chain.Count > 1)
                found.Add(new(SignalRule.OuterThird, sign, [.. chain]));
            chain.Clear();
        }
    }
}
