namespace SmpInsights.App.Demo;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, figure 19) and what is drawn from it. Only + - * / are used: the platform's
/// logarithm, exponential and cosine may differ in their last bit, and the demo's bytes may not.
/// </summary>
internal sealed class DemoRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>The stream that belongs to a path such as seed, clinic, month, client; streams of different paths are unrelated.</summary>
    public DemoRandom(params ReadOnlySpan<int> path)
    {
        foreach (var step in path)
            state = Mix(state + Golden + (uint)step);
    }

    /// <summary>In [0, 1).</summary>
    public double Uniform()
    {
        state += Golden;
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A whole number from low to high, both included.</summary>
    public int Between(int low, int high) => low + (int)(Uniform() * (high - low + 1));

    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Mean 0, standard deviation 1: the sum of twelve uniforms less six, near enough to the normal within three deviations.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Uniform();
        return sum;
    }

    /// <summary>Counts by Knuth's product of uniforms; for means up to about 30.</summary>
    public int Poisson(double mean)
    {
        var floor = Exp(-mean);
        var count = 0;
        for (var product = Uniform(); product > floor; product *= Uniform())
            count++;
        return count;
    }

    public T Pick<T>(params ReadOnlySpan<(T Value, double Weight)> choices)
    {
        var total = 0.0;
        foreach (var choice in choices)
            total += choice.Weight;
        var left = Uniform() * total;
        foreach (var choice in choices)
        {
            left -= choice.Weight;
            if (left < 0)
                return choice.Value;
        }
        return choices[^1].Value;
    }

    /// <summary>Days until something that happens at this rate a year, within the years given; null when it does not.</summary>
    public int? DaysUntil(double ratePerYear, int withinYears)
    {
        for (var month = 0; month < 12 * withinYears; month++)
        {
            if (Chance(ratePerYear / 12))
                return (month * 30) + Between(1, 30);
        }
        return null;
    }

    /// <summary>e to the x for |x| below about 10, to a relative 1e-10: a Taylor polynomial of x/1024, squared ten times.</summary>
    public static double Exp(double x)
    {
        var r = x / 1024;
        var y = 1 + (r * (1 + (r / 2 * (1 + (r / 3 * (1 + (r / 4)))))));
        for (var i = 0; i < 10; i++)
            y *= y;
        return y;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
