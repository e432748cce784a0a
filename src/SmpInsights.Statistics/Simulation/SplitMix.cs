using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Simulation;

/// <summary>
/// The generator SplitMix64 (G. L. Steele, D. Lea and C. H. Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA, figure 19): the same numbers from the same seed on every
/// machine. A mutable value: pass it by reference.
/// </summary>
public struct SplitMix
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>The generator as published, from its state.</summary>
    /// <param name="state">Any number.</param>
    public SplitMix(ulong state) => _state = state;

    /// <summary>The stream that belongs to a path such as seed and number of the draw; streams of different paths are unrelated.</summary>
    /// <param name="path">Any numbers; their order matters.</param>
    public static SplitMix Of(params ReadOnlySpan<long> path)
    {
        var stream = default(SplitMix);
        foreach (long step in path)
            stream._state = Mix(stream._state + Golden + Mix((ulong)step));
        return stream;
    }

    /// <summary>The stream that belongs to a name, under this one; this one is left as it is.</summary>
    /// <param name="name">Any text; compared ordinally.</param>
    public readonly SplitMix Named(string name)
    {
        var stream = this;
        foreach (char letter in name)
            stream._state = Mix(stream._state + Golden + letter);
        return stream;
    }

    /// <summary>The stream of this number under this one; this one is left as it is.</summary>
    public readonly SplitMix Branch(long number) => new(Mix(Mix(_state + Golden) + (ulong)number));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(_state += Golden);

    /// <summary>Uniform, strictly between 0 and 1: the middles of 2^52 equal cells.</summary>
    public double Uniform() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Exponential with mean 1, above 0.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>Standard normal, by inversion.</summary>
    public double Normal() => Gaussian.Quantile(Uniform());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
