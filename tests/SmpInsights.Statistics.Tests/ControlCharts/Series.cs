using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.ControlCharts;

internal static class Series
{
    /// <summary>Signals of values in sigmas from the centre.</summary>
    public static IReadOnlyList<Signal> Signals(params double?[] z) => SignalRules.Find(z, Enumerable.Repeat(new ControlLimits(0, 1), z.Length).ToArray());

    /// <summary>As <c>Run+ 0 1 2</c>: rule, sign, points.</summary>
    public static string Text(this IEnumerable<Signal> signals) => string.Join("; ", signals.Select(s => $"{s.Rule}{(s.Sign > 0 ? "+" : "-")} {string.Join(' ', s.Points)}"));

    /// <summary>Independent standard normal values (Box and Muller 1958).</summary>
    public static double[] Normal(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
