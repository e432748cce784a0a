using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>What forecasts are made of: curves of one subject's time, drawn parameters, chances.</summary>
internal static class SweptForecast
{
    public static IReadOnlyDictionary<string, SweptFunction> Functions { get; } = new Dictionary<string, SweptFunction>(StringComparer.Ordinal)
    {
        ["time of one"] = new(
            ["FailureTimeCurve.CumulativeHazard", "FailureTimeCurve.CumulativeHazardAtLog", "FailureTimeCurve.TimeAt", "FailureTimeCurve.MedianAfter"],
            h =>
            {
                var curve = Curve(h);
                double time = h.Times(1)[0];
                return Written(curve.CumulativeHazard(time), curve.CumulativeHazardAtLog(h.One(double.NegativeInfinity, curve.Location, h.Number)), curve.TimeAt(h.One(0, h.Positive, time, double.PositiveInfinity)), curve.MedianAfter(time));
            }),
        ["chance within"] = new(
            ["CompetingChance.Within"],
            h =>
            {
                double from = h.Times(1)[0];
                return CompetingChance.Within(Curve(h), h.Sometimes ? Curve(h) : null, from, from + h.Times(1)[0]) is >= 0 and <= 1 and var chance ? chance : throw new InvalidOperationException("Not a chance.");
            },
            h => h.Below(3) switch
            {
                0 => CompetingChance.Within(Curve(h), null, h.Poisoned([], negative: true)[0], 1e300),
                1 => CompetingChance.Within(Curve(h), null, 0, h.Poisoned([], negative: true)[0]),
                _ => CompetingChance.Within(Curve(h), Curve(h), 1, Math.BitDecrement(1.0)),
            }),
        ["constant hazard"] = new(
            ["ConstantHazard.Fit"],
            h => h.Times(h.Rows) is var times ? ConstantHazard.Fit(times, h.Marks(times.Length)) : null,
            h => h.Sometimes ? ConstantHazard.Fit([1], []) : h.Poisoned(h.Times(h.Rows), negative: true) is var times ? ConstantHazard.Fit(times, h.Marks(times.Length)) : null),
        ["drawn parameters"] = new(
            ["SmallSampleScale.Corrected", "FailureTimeDraws.Draw", "FailureTimeParameters.Of", "FailureTimeParameters.Curve"],
            h =>
            {
                double[] times = h.TimesAboveZero(h.Rows);
                bool[] events = h.Marks(times.Length);
                double[,] x = h.Covariates(times);
                if (AcceleratedFailureTime.Fit(h.One(Enum.GetValues<FailureTimeDistribution>()), times, events, x) is not { } fit)
                    return null;
                FailureTimeFit corrected = SmallSampleScale.Corrected(fit, h.One(events.Count(true), 0, int.MaxValue));
                double[] row = [.. Enumerable.Range(0, x.GetLength(1)).Select(j => x[0, j])];
                FailureTimeCurve estimated = FailureTimeParameters.Of(corrected).Curve(row);
                if (corrected.Intercept is null)
                    return new object?[] { corrected, estimated };
                var random = SplitMix.Of(h.Below(1000));
                FailureTimeCurve drawn = new FailureTimeDraws(corrected).Draw(ref random).Curve(row);
                return new object?[] { corrected, estimated, drawn, Written(drawn.CumulativeHazard(times[0]), drawn.MedianAfter(times[0])) };
            },
            h => new FailureTimeDraws(WithoutIntercept)),
    };

    private static FailureTimeFit WithoutIntercept => new() { Distribution = FailureTimeDistribution.Weibull, Intercept = null, Coefficients = [], Scale = 1, LogLikelihood = 0, Covariance = new double[2, 2] };

    private static FailureTimeCurve Curve(Hostile h) => new(h.One(Enum.GetValues<FailureTimeDistribution>()), h.One(0, 0.5, -700, 700, h.Number), h.One(0.3, 1, 1e-9, 1e9, h.Positive));

    /// <summary>Positive infinity is allowed here: it stands for what is too large to write.</summary>
    private static double[] Written(params double[] values) => Array.ConvertAll(values, v => double.IsPositiveInfinity(v) ? double.MaxValue : v);
}
