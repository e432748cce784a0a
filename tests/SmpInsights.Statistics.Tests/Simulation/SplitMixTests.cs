using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Statistics.Tests.Simulation;

public sealed class SplitMixTests
{
    // The published test vector of SplitMix64 for the state 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    [Fact]
    public void The_published_numbers()
    {
        var random = new SplitMix(1234567);
        Assert.Equal(6457827717110365317UL, random.Next());
        Assert.Equal(3203168211198807973UL, random.Next());
        Assert.Equal(9817491932198370423UL, random.Next());
        Assert.Equal(4593380528125082431UL, random.Next());
        Assert.Equal(16408922859458223821UL, random.Next());
    }

    [Fact]
    public void Paths_names_and_branches_have_streams_of_their_own()
    {
        var stem = SplitMix.Of(1, 2);
        SplitMix[] streams = [stem, SplitMix.Of(2, 1), SplitMix.Of(1), stem.Named("a"), stem.Named("b"), stem.Named("ab"), stem.Branch(0), stem.Branch(1), stem.Named("a").Branch(0)];
        Assert.Equal(streams.Length, streams.Select(s => s.Next()).Distinct().Count());
        Assert.Equal(stem.Named("a").Branch(7).Next(), SplitMix.Of(1, 2).Named("a").Branch(7).Next());
    }

    // Means of 100,000: within five standard errors.
    [Fact]
    public void Uniform_exponential_and_normal_have_their_moments()
    {
        var random = SplitMix.Of(5);
        double[] u = new double[100_000], e = new double[100_000], z = new double[100_000];
        for (int i = 0; i < u.Length; i++)
            (u[i], e[i], z[i]) = (random.Uniform(), random.Exponential(), random.Normal());
        Assert.All(u, v => Assert.True(v is > 0 and < 1));
        Assert.Equal(0.5, u.Average(), 5 / Math.Sqrt(12 * 1e5));
        Assert.Equal(1.0 / 3, u.Average(v => v * v), 5 * Math.Sqrt(4.0 / 45 / 1e5));
        Assert.Equal(1, e.Average(), 5 / Math.Sqrt(1e5));
        Assert.Equal(0, z.Average(), 5 / Math.Sqrt(1e5));
        Assert.Equal(1, z.Average(v => v * v), 5 * Math.Sqrt(2 / 1e5));
    }
}
