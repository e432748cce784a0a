using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>Readings of units that differ in intercept and slope, with one covariate of two levels; the same seed gives the same readings.</summary>
internal sealed class SimulatedUnits
{
    public static readonly RandomSlopePattern[] Patterns = [new([1, 0], [1, 0]), new([1, 1], [1, 1])];

    private readonly Random random;

    public SimulatedUnits(int seed, int units, double sdIntercept, double sdSlope, double firstTime = 0)
    {
        random = new Random(seed);
        Times = new double[units][];
        Responses = new double[units][];
        Level = new int[units];
        for (int i = 0; i < units; i++)
        {
            Level[i] = i % 2;
            double intercept = 2 + 0.1 * Level[i] + sdIntercept * Normal();
            double slope = -0.2 - 0.05 * Level[i] + sdSlope * Normal();
            int readings = 3 + random.Next(4);
            Times[i] = new double[readings];
            Responses[i] = new double[readings];
            double t = firstTime;
            for (int j = 0; j < readings; j++)
            {
                t += 0.05 + random.NextDouble();
                Times[i][j] = t;
                Responses[i][j] = intercept + slope * (t - firstTime) + 0.06 * Normal();
            }
        }
    }

    public double[][] Times { get; }

    public double[][] Responses { get; }

    public int[] Level { get; }

    public UnitSums[] Sums(Func<double, double>? time = null, Func<double, double>? response = null) =>
        [.. Times.Zip(Responses, (t, y) => UnitSums.Of([.. t.Select(time ?? (x => x))], [.. y.Select(response ?? (x => x))]))];

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
