using SmpInsights.Statistics.Survival;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>Parametric models of times; R's survreg with rel.tolerance = 1e-13.</summary>
public class FailureTimeExamplesTests
{
    // Millions of revolutions before 23 ball bearings failed: Lieblein and Zelen 1956, J Res NBS 57:273; Lawless 2003, "Statistical Models and Methods for Lifetime Data", chapter 5:
    // Weibull shape 2.102 and scale 81.88, lognormal 4.150 and 0.522. R: survreg(Surv(b) ~ 1, dist)
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, 4.40518830431166, 0.475772054206058, -113.69195908769, 0.105050049892341, 0.156365971727743)]
    [InlineData(FailureTimeDistribution.Lognormal, 4.15038268832694, 0.52168651130174, -113.12855433022, 0.108779157225562, 0.147441956154897)]
    [InlineData(FailureTimeDistribution.Loglogistic, 4.15880045074949, 0.298812513761332, -113.3730117962, 0.109047021772567, 0.172437899107113)]
    public void Ball_bearings(FailureTimeDistribution distribution, double intercept, double scale, double logLikelihood, double error, double logScaleError)
    {
        double[] revolutions =
        [
            17.88, 28.92, 33.00, 41.52, 42.12, 45.60, 48.40, 51.84, 51.96, 54.12, 55.56, 67.80, 68.64, 68.64, 68.88, 84.12, 93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40,
        ];
        FailureTimeFit fit = AcceleratedFailureTime.Fit(distribution, revolutions, [.. revolutions.Select(_ => true)], new double[23, 0])!;
        Same(fit, [intercept], scale, logLikelihood, [error], logScaleError);
        if (distribution != FailureTimeDistribution.Weibull)
            return;
        Assert.Equal(2.102, 1 / fit.Scale, 0.0005);
        Assert.Equal(81.88, Math.Exp(fit.Intercept!.Value), 0.006);
    }

    // Kilometres of 38 shock absorbers, eleven failures: O'Connor 1985; Meeker and Escobar 1998, "Statistical Methods for Reliability Data", table C.2: Weibull shape 3.16 and scale 27719, lognormal 10.14 and 0.530
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, 10.2298632086745, 0.316408603935034, -123.995361188833, 0.109890477953458, 0.231237227964011)]
    [InlineData(FailureTimeDistribution.Lognormal, 10.1447706902898, 0.53006803037253, -124.60854998993, 0.144175172070591, 0.212581795432449)]
    public void Shock_absorbers(FailureTimeDistribution distribution, double intercept, double scale, double logLikelihood, double error, double logScaleError)
    {
        double[] kilometres =
        [
            6700, 6950, 7820, 8790, 9120, 9660, 9820, 11310, 11690, 11850, 11880, 12140, 12200, 12870, 13150, 13330, 13470, 14040, 14300, 17520, 17540, 17890, 18450,
            18960, 18980, 19410, 20100, 20100, 20150, 20320, 20900, 22700, 23490, 26510, 27410, 27490, 27890, 28100,
        ];
        FailureTimeFit fit = AcceleratedFailureTime.Fit(distribution, kilometres, SurvivalSamples.Marks("10001000000010100011" + "000000100011010100"), new double[38, 0])!;
        Same(fit, [intercept], scale, logLikelihood, [error], logScaleError);
        if (distribution != FailureTimeDistribution.Weibull)
            return;
        Assert.Equal(3.16, 1 / fit.Scale, 0.005);
        Assert.Equal(27719, Math.Exp(fit.Intercept!.Value), 0.5);
    }

    // The model of the example of R's survreg, with the scale free: survreg(Surv(futime, fustat) ~ ecog.ps + rx, ovarian, dist); Edmonson et al. 1979
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, 6.8966931285828, -0.385042549349846, 0.528645496261251, 0.883873071703135, -97.0844931683874, 1.17754721555451, 0.527001781436021, 0.529201901037738, 0.252213104377743)]
    [InlineData(FailureTimeDistribution.Lognormal, 5.87844035060579, -0.229274995095908, 0.813359147094501, 1.18135264481663, -95.9473633595646, 1.09397040528569, 0.537364600853333, 0.537201484835528, 0.227979224687094)]
    [InlineData(FailureTimeDistribution.Loglogistic, 6.16099767587975, -0.336052009238179, 0.704516094580176, 0.695276850060363, -96.321819643866, 1.13365747443258, 0.537150662527605, 0.538549608726651, 0.247957678797412)]
    public void Ovarian_cancer(FailureTimeDistribution distribution, double intercept, double status, double treatment, double scale, double logLikelihood, double interceptError, double statusError, double treatmentError, double logScaleError)
    {
        SurvivalSamples s = SurvivalSamples.Ovarian;
        double[,] x = SurvivalSamples.Columns([.. Enumerable.Range(0, 26).Select(i => s.Covariates[i, 1])], [.. s.Strata.Select(rx => (double)rx)]);
        FailureTimeFit fit = AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, x)!;
        Same(fit, [intercept, status, treatment], scale, logLikelihood, [interceptError, statusError, treatmentError], logScaleError);
    }

    // R: survreg(Surv(t, e) ~ g, dist) on Kalbfleisch and Prentice 2002, table 1.1
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, 5.45085938558662, 0.131982990360312, 0.183297618186852, -193.352056809254, 0.0448754539119785, 0.0612588577817627, 0.125736776229424)]
    [InlineData(FailureTimeDistribution.Lognormal, 5.3753276023124, 0.0930606038184516, 0.210018382007885, -192.590612255504, 0.0490325585468935, 0.0676019603254598, 0.118898886274975)]
    [InlineData(FailureTimeDistribution.Loglogistic, 5.37567517011871, 0.105100499855708, 0.115975335053777, -192.093373400297, 0.0448332022730741, 0.0636464842001275, 0.141151411633219)]
    public void Rats_with_vaginal_cancer(FailureTimeDistribution distribution, double intercept, double group, double scale, double logLikelihood, double interceptError, double groupError, double logScaleError)
    {
        SurvivalSamples s = VaginalCancer.Sample;
        Same(AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates)!, [intercept, group], scale, logLikelihood, [interceptError, groupError], logScaleError);
    }

    // Kalbfleisch and Prentice 2002, data set I: eight covariates. R: survreg(Surv(time, status) ~ trt + celltype + karno + diagtime + age + prior, veteran, dist)
    [Fact]
    public void Lung_cancer()
    {
        SurvivalSamples s = PublishedData.Veteran();
        Same(
            AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, s.Times, s.Events, s.Covariates)!,
            [3.49053631521999, -0.228522672077574, -0.826184614730122, -1.13272509306791, -0.397680784785391, 0.0300683031320274, -0.000468814002344831, 0.00609918381405615, -0.00438976466657687],
            0.928115277427585,
            -715.551329352507,
            [0.69117080475516, 0.186843701637932, 0.24631192775359, 0.257597932301751, 0.254749490844218, 0.00482786785192888, 0.00836144307301856, 0.00855336652504783, 0.021227855088522],
            0.0663114784867507);
        Same(
            AcceleratedFailureTime.Fit(FailureTimeDistribution.Lognormal, s.Times, s.Events, s.Covariates)!,
            [1.84178530912608, -0.169104862730506, -0.606553700196591, -0.654224520365398, 0.11875999642213, 0.0372953824138934, -0.00123852468405648, 0.0127875645259208, -0.0106670882772271],
            1.05982288349197,
            -714.634936945597,
            [0.715483342701291, 0.190010122280785, 0.24929482125689, 0.283855609673098, 0.280176757880248, 0.00484183094962507, 0.00970447049568998, 0.00889945419038063, 0.0226405744132951],
            0.0625923685836491);
        Same(
            AcceleratedFailureTime.Fit(FailureTimeDistribution.Loglogistic, s.Times, s.Events, s.Covariates)!,
            [2.11272555339332, -0.088462138735646, -0.707977341835134, -0.74254875663162, 0.0166267139280068, 0.0360602582837192, 0.00210660563455386, 0.00854600213322754, -0.010200927640806],
            0.57900027730698,
            -711.942550433541,
            [0.712577866646169, 0.17933290706142, 0.249253909758367, 0.272132462673547, 0.269560336630846, 0.00448389468307712, 0.0102694024203426, 0.0089212440865396, 0.0211187389810727],
            0.0741883484306595);
    }

    private static void Same(FailureTimeFit fit, double[] coefficients, double scale, double logLikelihood, double[] errors, double logScaleError)
    {
        double?[] actual = [fit.Intercept, .. fit.Coefficients];
        for (int j = 0; j < coefficients.Length; j++)
        {
            Assert.Equal(coefficients[j], actual[j]!.Value, 1e-6 * Math.Max(Math.Abs(coefficients[j]), errors[j]));
            Near.Equal(errors[j], Math.Sqrt(fit.Covariance[j, j]), 1e-6);
        }
        Near.Equal(scale, fit.Scale, 1e-7);
        Near.Equal(logLikelihood, fit.LogLikelihood);
        Near.Equal(logScaleError, Math.Sqrt(fit.Covariance[coefficients.Length, coefficients.Length]), 1e-6);
    }
}
