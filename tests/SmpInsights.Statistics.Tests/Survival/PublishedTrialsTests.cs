using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class PublishedTrialsTests
{
    // Freireich et al. 1963, Blood 21:699: weeks of remission under 6-mercaptopurine (21 patients, 9 relapses) and placebo (21, all).
    private static readonly double[] Weeks =
    [
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
    ];

    private static readonly bool[] Relapse = Flags("111010100110001100000" + "111111111111111111111");
    private static readonly int[] Placebo = [.. Enumerable.Repeat(0, 21), .. Enumerable.Repeat(1, 21)];

    // Miller 1981, Survival Analysis; the data set aml of R's survival: maintained chemotherapy or not.
    private static readonly double[] AmlWeeks = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
    private static readonly bool[] AmlRelapse = Flags("11011011010" + "111110111111");

    [Fact]
    public void Freireichs_curve_under_treatment()
    {
        SurvivalCurve curve = KaplanMeier.Fit(Weeks.AsSpan(0, 21), Relapse.AsSpan(0, 21));

        // Published to three digits in most textbooks (.857 .807 .753 .690 .627 .538 .448); R 4.2 survival 3.5 summary(survfit(..., conf.type = "log-log")).
        (double Week, double Survival, double Error, double Lower, double Upper)[] expected =
        [
            (6, 0.8571428571, 0.076360354832121, 0.61971795526598, 0.95155174764700),
            (7, 0.8067226891, 0.086935285180057, 0.56314656462223, 0.92280901920288),
            (10, 0.7529411765, 0.096349652994320, 0.50319951079996, 0.88936183516927),
            (13, 0.6901960784, 0.106814707775010, 0.43161022248618, 0.84906596334945),
            (16, 0.6274509804, 0.114053865256753, 0.36751085598750, 0.80491218947184),
            (22, 0.5378151261, 0.128233751693034, 0.26777893676713, 0.74679071763539),
            (23, 0.4481792717, 0.134591456755760, 0.18805200595923, 0.68014262849524),
        ];
        foreach (var row in expected)
        {
            SurvivalPoint point = curve.At(row.Week);
            Near.Equal(row.Survival, point.Survival);
            Near.Equal(row.Error, point.StandardError);
            Near.Equal(row.Lower, point.Lower);
            Near.Equal(row.Upper, point.Upper);
        }
        Assert.Equal(new MedianTime(23, 13, null), curve.Median);
        RestrictedMean mean = curve.RestrictedMean(30);
        Near.Equal(21.04649859943977, mean.Value);
        Near.Equal(2.24380195155946, mean.StandardError);
    }

    // 16.79 in Kalbfleisch and Prentice and elsewhere; digits of R's survdiff.
    [Fact]
    public void Freireichs_log_rank_test()
    {
        LogRankResult test = LogRank.Test(Weeks, Relapse, Placebo)!;
        Near.Equal(16.7929409899216, test.ChiSquared);
        Near.Equal(4.16880910933453e-05, test.P);
        Assert.Equal([9, 21], test.Observed);
        Near.Equal(19.2505009480311, test.Expected[0]);
        Near.Equal(10.7494990519689, test.Expected[1]);
    }

    // R 4.2: survfit(Surv(time, status) ~ x, aml, conf.type = "log-log"); survdiff(Surv(time, status) ~ x, aml)
    [Fact]
    public void Acute_myeloid_leukaemia()
    {
        SurvivalCurve maintained = KaplanMeier.Fit(AmlWeeks.AsSpan(0, 11), AmlRelapse.AsSpan(0, 11));
        Assert.Equal([11, 10, 8, 7, 6, 5, 4, 3, 2, 1], maintained.AtRisk);
        Near.Equal(0.490909090909091, maintained.At(31).Survival);
        Near.Equal(0.1641932672211, maintained.At(33).StandardError);
        Near.Equal(0.0117384801232, maintained.At(48).Lower, 1e-8);
        Near.Equal(0.525014842727, maintained.At(200).Upper);
        Assert.Equal(new MedianTime(31, 13, null), maintained.Median);

        LogRankResult test = LogRank.Test(AmlWeeks, AmlRelapse, [.. Enumerable.Repeat(0, 11), .. Enumerable.Repeat(1, 12)])!;
        Near.Equal(3.3963886989776011, test.ChiSquared);
        Near.Equal(0.0653393220405051, test.P);
        Near.Equal(10.6893359923007250, test.Expected[0]);
    }

    private static bool[] Flags(string zerosAndOnes) => zerosAndOnes.Select(c => c == '1').ToArray();
}
