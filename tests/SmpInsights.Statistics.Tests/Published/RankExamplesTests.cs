using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Statistics.Tests.Published;

public class RankExamplesTests
{
    // Output of three bottle-cap machines: Kruskal and Wallis 1952, J Am Stat Assoc 47:583, section 1.1: H = 5.656. R: kruskal.test(list(...))
    [Fact]
    public void Bottle_caps()
    {
        KruskalWallisResult test = KruskalWallis.Test([340, 345, 330, 342, 338, 339, 333, 344, 347, 343, 349, 355], [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3])!;
        Assert.Equal(5.656, test.H, 0.0005);
        Near.Equal(5.6564102564103, test.H);
        Near.Equal(0.059118869289796, test.P);
    }

    // Insects left by six sprays, many ties: Beall 1942, Biometrika 32:243; 54.691 and 1.511e-10 on the help page of R's InsectSprays analysis, kruskal.test(count ~ spray, InsectSprays)
    [Fact]
    public void Insect_sprays()
    {
        int[] counts =
        [
            10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13, 11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13, 0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4,
            3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4, 3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4, 11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13,
        ];
        KruskalWallisResult test = KruskalWallis.Test([.. counts.Select(c => (double)c)], [.. counts.Select((_, i) => i / 12)])!;
        Near.Equal(54.691344622371, test.H);
        Assert.Equal(5, test.DegreesOfFreedom);
        Near.Ratio(1.5108444394185e-10, test.P, 1e-9);
    }

    // Dried weight of plants under a control and two treatments: Dobson 1983, An Introduction to Statistical Modelling; R: kruskal.test(weight ~ group, PlantGrowth): 7.9882, p 0.01842
    [Fact]
    public void Plant_growth()
    {
        KruskalWallisResult test = KruskalWallis.Test(
            [
                4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69,
                6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26,
            ],
            [.. Enumerable.Range(0, 30).Select(i => i / 10)])!;
        Near.Equal(7.9882287494437, test.H);
        Near.Equal(0.018423755731472, test.P);
    }

    // Hours of extra sleep under two drugs: Student 1908, Biometrika 6:1; R: wilcox.test(extra ~ group, sleep, exact = FALSE): W = 25.5, p = 0.06933
    [Fact]
    public void Students_sleep()
    {
        MannWhitneyResult test = MannWhitney.Test([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])!;
        Assert.Equal(25.5, test.U);
        Near.Equal(0.069327575433627, test.P);
        Near.Equal(-0.49, test.CliffsDelta);
    }

    // Fifteen comparisons of a thrombolysis trial: Benjamini and Hochberg 1995, J R Stat Soc B 57:289, section 4.1. R: p.adjust(p, "holm"); three stay below 0.05, as there with Hochberg's 1988 method.
    [Fact]
    public void Fifteen_comparisons()
    {
        double?[] adjusted = Holm.Adjust([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]);
        double[] expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1];
        foreach ((double e, double? a) in expected.Zip(adjusted))
            Near.Equal(e, a);
        Assert.Equal(3, adjusted.Count(p => p < 0.05));
    }
}
