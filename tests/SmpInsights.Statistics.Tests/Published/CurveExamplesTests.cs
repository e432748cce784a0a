using SmpInsights.Statistics.Survival;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

public class CurveExamplesTests
{
    // Deaths at 0.8, 3.1, 5.4, 9.2 and losses at 1.0, 2.7, 7.0, 12.1 months: Kaplan and Meier 1958, J Am Stat Assoc 53:457, section 2: 7/8 · 4/5 · 3/4 · 1/2
    [Fact]
    public void Kaplan_and_Meiers_eight_items()
    {
        SurvivalCurve curve = KaplanMeier.Fit([0.8, 3.1, 5.4, 9.2, 1.0, 2.7, 7.0, 12.1], SurvivalSamples.Marks("11110000"));
        Near.Equal(0.875, curve.At(0.8).Survival);
        Near.Equal(0.7, curve.At(3.1).Survival);
        Near.Equal(0.525, curve.At(5.4).Survival);
        Near.Equal(0.2625, curve.At(9.2).Survival);
        Near.Equal(0.525 * Math.Sqrt(1.0 / 56 + 1.0 / 20 + 1.0 / 12), curve.At(6).StandardError);
        Near.Equal(9.2, curve.Median.Value);

        // R: summary(survfit(Surv(t, e) ~ 1, conf.type = "log-log"))
        Near.Equal(0.0127311487936161, curve.At(9.2).Lower);
        Near.Equal(0.663680821340738, curve.At(9.2).Upper);
    }

    // Days to death from vaginal cancer of 19 rats: Pike 1966, Biometrics 22:142, Kalbfleisch and Prentice 2002, table 1.1; curve of figure 1.2. R: survfit(Surv(t, e) ~ 1, conf.type = "log-log")
    [Fact]
    public void Rats_with_vaginal_cancer()
    {
        SurvivalCurve curve = KaplanMeier.Fit(VaginalCancer.Sample.Times.AsSpan(0, 19), VaginalCancer.Sample.Events.AsSpan(0, 19));
        (double Day, double Survival, double Error, double? Lower, double? Upper)[] expected =
        [
            (143, 18.0 / 19, 0.0512278171991882, 0.681186799806287, 0.992414635519268),
            (190, 14.0 / 19, 0.101022617888147, 0.478932885988254, 0.881019389036666),
            (216, 9.0 / 19, 0.114548881596318, 0.244376740787046, 0.672840571988943),
            (220, 63.0 / 152, 0.114515317436317, 0.19616065345649, 0.621113138172259),
            (265, 0.0789473684210526, 0.0727921365606538, 0.00566542169834624, 0.287632851451798),
        ];
        foreach (var row in expected)
        {
            SurvivalPoint point = curve.At(row.Day);
            Near.Equal(row.Survival, point.Survival);
            Near.Equal(row.Error, point.StandardError);
            Near.Equal(row.Lower, point.Lower);
            Near.Equal(row.Upper, point.Upper);
        }
        Assert.Equal(0, curve.At(304).Survival);
    }

    // Kalbfleisch and Prentice 2002, data set I (appendix A), as veteran of R's survival: survfit(Surv(time, status) ~ trt, veteran, conf.type = "log-log"), its summary at 100 days and quantile(, 0.5)
    [Theory]
    [InlineData(1, 0.50198084348829, 0.0606397567872004, 0.37843373173179, 0.6133534773055, 103, 54, 126)]
    [InlineData(2, 0.332647058823529, 0.0577534851675236, 0.223258175367491, 0.445765021696518, 52.5, 43, 90)]
    public void Lung_cancer_by_treatment(int treatment, double survival, double error, double lower, double upper, double median, double medianLower, double medianUpper)
    {
        SurvivalSamples s = PublishedData.Veteran();
        int[] chosen = [.. Enumerable.Range(0, 137).Where(i => s.Covariates[i, 0] == treatment)];
        SurvivalCurve curve = KaplanMeier.Fit([.. chosen.Select(i => s.Times[i])], [.. chosen.Select(i => s.Events[i])]);
        SurvivalPoint point = curve.At(100);
        Near.Equal(survival, point.Survival);
        Near.Equal(error, point.StandardError);
        Near.Equal(lower, point.Lower);
        Near.Equal(upper, point.Upper);
        Assert.Equal(new MedianTime(median, medianLower, medianUpper), curve.Median);
    }

    // 6-mercaptopurine: Klein and Moeschberger 2003, table 4.2 (hazard and its standard error to four digits); digits of R: survfit(Surv(w, e) ~ 1)$cumhaz, $std.chaz
    [Fact]
    public void Nelson_and_Aalens_hazard_under_6MP()
    {
        SurvivalSamples s = SurvivalSamples.Freireich;
        CumulativeHazard hazard = NelsonAalen.Of(KaplanMeier.Fit(s.Times.AsSpan(0, 21), s.Events.AsSpan(0, 21)));
        (double Week, double Printed, double PrintedError, double Hazard, double Error)[] expected =
        [
            (6, 0.1428, 0.0825, 0.142857142857143, 0.0824786098842323),
            (7, 0.2017, 0.1015, 0.201680672268908, 0.101306113837676),
            (10, 0.2683, 0.1212, 0.268347338935574, 0.121273959056908),
            (13, 0.3517, 0.1473, 0.351680672268908, 0.147145565987498),
            (16, 0.4426, 0.1730, 0.442589763177998, 0.172963234242709),
            (22, 0.5854, 0.2243, 0.585446906035141, 0.224331102758856),
            (23, 0.7521, 0.2795, 0.752113572701808, 0.279467746695003),
        ];
        foreach (var row in expected)
        {
            int at = Array.IndexOf(hazard.Times, row.Week);
            Assert.Equal(row.Printed, hazard.Hazard[at], 0.0001);
            Assert.Equal(row.PrintedError, hazard.StandardError[at], 0.0003);
            Near.Equal(row.Hazard, hazard.Hazard[at]);
            Near.Equal(row.Error, hazard.StandardError[at]);
            Assert.Equal(hazard.Hazard[at], hazard.At(row.Week + 0.5));
        }
        Assert.Equal(0, hazard.At(5.9));
    }

    // Monoclonal gammopathy: Kyle 1993, Mayo Clin Proc 68:26, as mgus of R's survival. Cause 1: plasma cell malignancy, 2: death before.
    // R: etime <- with(mgus, ifelse(is.na(pctime), futime, pctime)); ev <- with(mgus, ifelse(is.na(pctime), 2 * death, 1)); summary(survfit(Surv(etime, factor(ev, 0:2)) ~ 1), times = 10 * (1:3) * 365.25)
    [Fact]
    public void Monoclonal_gammopathy()
    {
        IncidenceCurves curves = CumulativeIncidence.Fit(PublishedData.Column("mgus", "time"), [.. PublishedData.Column("mgus", "cause").Select(c => (int)c)], 2);
        Assert.Equal(241, curves.Subjects);
        (double Years, double First, double FirstError, double Second, double SecondError)[] expected =
        [
            (10, 0.12863070539419, 0.021565768078059, 0.31535269709544, 0.029931136283341),
            (20, 0.22406639004149, 0.026859141013758, 0.52282157676349, 0.032174264581899),
            (30, 0.25726141078838, 0.028157675288005, 0.64315352697095, 0.030859544460310),
        ];
        foreach (var row in expected)
        {
            Near.Equal(row.First, curves.At(row.Years * 365.25, 1).Incidence);
            Near.Equal(row.FirstError, curves.At(row.Years * 365.25, 1).StandardError);
            Near.Equal(row.Second, curves.At(row.Years * 365.25, 2).Incidence);
            Near.Equal(row.SecondError, curves.At(row.Years * 365.25, 2).StandardError);
        }
    }
}
