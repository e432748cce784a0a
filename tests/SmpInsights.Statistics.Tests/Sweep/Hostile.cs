namespace SmpInsights.Statistics.Tests.Sweep;

/// <summary>Makes degenerate inputs that are still allowed: nothing, one row, all equal, all censored, huge, tiny, denormal, ±0, collinear, separated. The same seed gives the same ones.</summary>
internal sealed class Hostile(int seed)
{
    private static readonly double[] Sizes = [0, 1e-320, 1e-300, 1e-100, 1e-8, 0.3, 1, 2, 365.25, 1e6, 1e15, 1e100];
    private static readonly double[] Ends = [double.MaxValue, -double.MaxValue, double.Epsilon, -double.Epsilon, -0.0, 0.0, 1e300, -1e300, 1e154, 1e-300, 1, -1];

    private readonly Random random = new(seed);

    public int Below(int end) => random.Next(end);

    public bool Sometimes => random.Next(2) == 0;

    public T One<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>Rows: few, as a rule.</summary>
    public int Rows => random.Next(6) switch { 0 => 0, 1 => 1, 2 => 2, 3 => 3, _ => 4 + random.Next(30) };

    public double Level => One(0.95, 0.5, 0.998, double.Epsilon, 1e-300, 1e-10, 1 - 1e-10, Math.BitDecrement(1.0), 0.1 + 0.8 * random.NextDouble());

    public double Probability => One(double.Epsilon, 1e-300, 1e-17, 0.025, 0.5, Math.BitIncrement(0.5), 0.975, 1 - 1e-10, Math.BitDecrement(1.0), 1 - random.NextDouble() * 0.999);

    /// <summary>Any finite number.</summary>
    public double Number => random.Next(3) switch
    {
        0 => One(Ends),
        1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) is var any && double.IsFinite(any) ? any : 0,
        _ => random.Next(-3, 4),
    };

    /// <summary>Any finite number above 0.</summary>
    public double Positive => Math.Abs(Number) is var size and > 0 ? size : 1;

    public double[] Numbers(int rows) => random.Next(5) switch
    {
        0 => Equal(rows, Number),
        1 => Made(rows, () => random.Next(3)),
        2 => Made(rows, () => One(Ends)),
        3 => Scaled(rows, Number),
        _ => Made(rows, () => Number),
    };

    /// <summary>Times from 0 to the longest that are allowed.</summary>
    public double[] Times(int rows) => random.Next(7) switch
    {
        0 => Equal(rows, One(Sizes)),
        1 => Equal(rows, 0),
        2 => Made(rows, () => random.Next(3)),
        3 => Made(rows, () => One(0.0, -0.0, 1)),
        4 => Scaled(rows, One(Sizes)),
        5 => Made(rows, () => 1 + random.NextDouble() * 1e-15),
        _ => Made(rows, () => One(Sizes)),
    };

    public double[] TimesAboveZero(int rows) => [.. Times(rows).Select(t => t > 0 ? t : One(double.Epsilon, 1e-300, 1))];

    public bool[] Marks(int rows)
    {
        int often = One(0, 1, 5, 9, 10);
        var marks = new bool[rows];
        for (int i = 0; i < rows; i++)
            marks[i] = random.Next(10) < often;
        if (rows > 0 && random.Next(5) == 0)
            marks[random.Next(rows)] = true;
        return marks;
    }

    public int[] Codes(int rows)
    {
        int kind = random.Next(4);
        int some = 1 + random.Next(4);
        return [.. Enumerable.Range(0, rows).Select(i => kind switch { 0 => 7, 1 => i, 2 => random.Next(some), _ => One(int.MinValue, -1, 0, int.MaxValue) })];
    }

    /// <summary>Codes from 0 up to, not including, <paramref name="end"/>.</summary>
    public int[] Codes(int rows, int end)
    {
        bool one = random.Next(3) == 0;
        int only = random.Next(end);
        return [.. Enumerable.Range(0, rows).Select(_ => one ? only : random.Next(end))];
    }

    /// <summary>Up to four columns no larger than 1e100: constant, collinear, dummies, separated by <paramref name="times"/>, far from 0, huge or tiny.</summary>
    public double[,] Covariates(double[] times)
    {
        var columns = new double[random.Next(5)][];
        for (int j = 0; j < columns.Length; j++)
        {
            columns[j] = random.Next(9) switch
            {
                0 => Equal(times.Length, Bounded),
                1 when j > 0 => [.. columns[j - 1].Select(v => 1 - v)],
                2 when j > 0 => [.. columns[j - 1].Zip(columns[random.Next(j)], (a, b) => (a + b) / 2)],
                3 => Made(times.Length, () => random.Next(2)),
                4 => [.. times.Select(t => t > 1 ? 1.0 : 0)],
                5 => Made(times.Length, () => 1e12 + random.Next(2)),
                6 => Scaled(times.Length, Bounded),
                7 => Made(times.Length, () => Bounded),
                _ => [.. times.Select(t => Math.Min(t, 1e90) * 0.5 + random.NextDouble())],
            };
        }
        return Survival.SurvivalSamples.Columns(columns) is var made && columns.Length > 0 ? made : new double[times.Length, 0];
    }

    /// <summary>Readings of a unit: none, one, at one time, exactly on a line, or with scatter; sizes up to <paramref name="largest"/>.</summary>
    public (double[] T, double[] Y) Readings(double largest)
    {
        int rows = random.Next(7);
        double[] t = random.Next(5) switch
        {
            0 => Equal(rows, Within(largest)),
            1 => Made(rows, () => random.Next(4)),
            2 => Scaled(rows, Within(largest)),
            _ => Made(rows, () => 3 * random.NextDouble()),
        };
        double a = Within(largest);
        double b = One(0, -0.2, 1e-200, 1e3);
        double scatter = One(0, 1e-14, 1e-9, 0.1, 1, 1e10);
        double[] y = random.Next(4) switch
        {
            0 => Equal(rows, a),
            1 => Scaled(rows, Within(largest)),
            2 => [.. t.Select(x => Math.Clamp(a + b * x + scatter * random.NextDouble(), -largest, largest))],
            _ => [.. t.Select(x => 3 - 0.2 * x + scatter * (random.NextDouble() - 0.5))],
        };
        return (t, y);
    }

    /// <summary>The values with one that is not allowed: not a number, infinite, or negative where <paramref name="negative"/> says so; an empty array gets one.</summary>
    public double[] Poisoned(double[] values, bool negative = false)
    {
        double poison = negative ? One(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, -double.Epsilon) : One(double.NaN, double.PositiveInfinity, double.NegativeInfinity);
        if (values.Length == 0)
            return [poison];
        double[] poisoned = [.. values];
        poisoned[random.Next(values.Length)] = poison;
        return poisoned;
    }

    private double Bounded => One(0.0, -0.0, 1e-320, 1e-300, 1e-160, 1e-9, 1, -1, 1e9, -1e50, 1e100, -1e100);

    private double Within(double largest) => One(0, -0.0, 1e-300, 1e-20, 0.1, 1, -3, 1e5, 1e8, largest, -largest);

    private static double[] Equal(int rows, double value) => [.. Enumerable.Repeat(value, rows)];

    private double[] Scaled(int rows, double size) => Made(rows, () => size * random.NextDouble());

    private static double[] Made(int rows, Func<double> next)
    {
        var values = new double[rows];
        for (int i = 0; i < rows; i++)
            values[i] = next();
        return values;
    }
}
