using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Twenty-four treatments by formula: three techniques that fade by 0.15, 0.19 and 0.23 a year, clients of known and unknown sun exposure and skin.</summary>
public sealed class AdjustedFadeTests
{
    private static readonly string[] Techniques = ["density", "hairline", "scar"];

    private static (TreatmentCourses Courses, List<FadeUnit> Units) Clinic(string[] techniques, int treatments = 24, bool covariates = true)
    {
        var rows = new ClinicRows();
        for (var i = 0; i < treatments; i++)
        {
            var (id, g) = (string.Create(CultureInfo.InvariantCulture, $"T{i:00}"), i % 3);
            rows.Treatment(id, "2022-12-01", "2023-01-01", techniques[g], client: id);
            foreach (var (j, day) in new[] { 90, 300, 550, 800 }.Index())
            {
                var contrast = Math.Exp(2.5 + (0.1 * Math.Sin(i * 1.7)) + (0.05 * g) - ((0.15 + (0.04 * g) + (0.02 * Math.Cos(i * 2.3))) * (day / 365.25)) + (0.03 * Math.Sin((i * 5) + (j * 11))));
                rows.Reading(string.Create(CultureInfo.InvariantCulture, $"{id}-{j}"), id, ClinicRows.Day("2023-01-29").AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), contrast);
            }
        }

        var data = rows.Data();
        if (covariates)
            data = data with
            {
                Clients = data.Clients with
                {
                    SunExposure = [.. Enumerable.Range(0, treatments).Select(i => (i % 4) switch { 0 => null, 2 => "high", _ => "low" })],
                    SkinOiliness = [.. Enumerable.Range(0, treatments).Select(i => i % 4 == 0 ? null : i % 5 == 0 ? "oily" : "normal")],
                },
            };
        var courses = TreatmentCourses.Of(data, ClinicRows.Day("2026-06-30"));
        return (courses, [.. FadeUnits.Of(courses).Units]);
    }

    private static AdjustedFade? Compare((TreatmentCourses Courses, List<FadeUnit> Units) clinic, params Covariate[] covariates) => AdjustedFade.Of(clinic.Courses, clinic.Units, Covariate.Technique, covariates);

    // lme4 1.1-31: lmer(y ~ t + technique + sun + oil + technique:t + sun:t + oil:t + (t | unit)), bobyqa with rhoend 1e-11; it drops the unknown skin, which is unknown just where the sun is
    [Fact]
    public void A_level_that_another_determines_is_left_out_and_the_rest_agrees_with_lme4()
    {
        var adjusted = Compare(Clinic(Techniques), Covariate.SunExposure, Covariate.SkinOiliness)!;
        Assert.Equal("density low normal", string.Join(' ', new[] { "technique", "sun_exposure", "skin_oiliness" }.Select(f => adjusted.Reference[f])));
        Assert.Equal((24, 96, 24), (adjusted.Estimate.Units, adjusted.Estimate.Readings, adjusted.Estimate.Clients));
        Assert.Equal(-288.5731865378, adjusted.Estimate.Fit.RemlCriterion, 1e-7);
        Assert.Equal(-0.15139270458733, adjusted.Estimate.Slope, 1e-7);
        Assert.Equal(0.00979443985342, adjusted.Estimate.SlopeStandardError, 1e-7);

        (string Name, double Slope, double Error)[] terms =
        [
            ("technique=hairline", -0.04248024487824, 0.01161477687837), ("technique=scar", -0.08945971666015, 0.01161477687837), ("sun_exposure=high", -0.00358731188414, 0.01161477687837),
            ("sun_exposure=unknown", 0.00643367515433, 0.01187007719802), ("skin_oiliness=oily", 0.03673027465217, 0.01469165978013),
        ];
        Assert.Equal(terms.Select(t => t.Name), adjusted.Terms.Select(t => t.Factor + "=" + t.Level));
        foreach (var (expected, term) in terms.Zip(adjusted.Terms))
        {
            Assert.Equal(expected.Slope, term.Slope, 1e-7);
            Assert.Equal(expected.Error, term.StandardError, 1e-7);
        }

        (string A, string B, double Difference, double P, double Holm)[] pairs =
        [
            ("density", "hairline", 0.0424802448782, 1.31161987328e-03, 1.31161987328e-03),
            ("density", "scar", 0.0894597166601, 8.17119080422e-08, 2.45135724127e-07),
            ("hairline", "scar", 0.0469794717819, 5.03285733506e-04, 1.00657146701e-03),
        ];
        foreach (var (expected, pair) in pairs.Zip(adjusted.Pairs))
        {
            Assert.Equal((expected.A, expected.B), (pair.A, pair.B));
            Assert.Equal(expected.Difference, pair.SlopeDifference, 1e-7);
            Assert.Equal(1, pair.P / expected.P, 1e-4);
            Assert.Equal(1, pair.Holm / expected.Holm, 1e-4);
        }
    }

    [Fact]
    public void Other_names_that_turn_the_order_round_change_only_signs()
    {
        var one = Compare(Clinic(Techniques), Covariate.SunExposure)!;
        var other = Compare(Clinic(["z-density", "y-hairline", "x-scar"]), Covariate.SunExposure)!;
        Assert.Equal(("density", "x-scar"), (one.Reference["technique"], other.Reference["technique"]));
        (int, int)[] same = [(0, 2), (1, 1), (2, 0)];
        foreach (var (i, j) in same)
        {
            var (a, b) = (one.Pairs[i], other.Pairs[j]);
            Assert.Equal((a.A, a.B), (b.B[2..], b.A[2..]));
            Assert.Equal(a.SlopeDifference, -b.SlopeDifference, 1e-8);
            Assert.Equal(a.StandardError, b.StandardError, 1e-8);
            Assert.Equal(1, a.Holm / b.Holm, 1e-5);
        }
    }

    [Fact]
    public void The_order_of_the_units_does_not_matter()
    {
        var clinic = Clinic(Techniques);
        var one = Compare(clinic, Covariate.SunExposure)!;
        var other = Compare((clinic.Courses, [.. clinic.Units.OrderBy(u => u.Course.Treatment * 7 % 24)]), Covariate.SunExposure)!;
        Assert.Equal(one.Reference, other.Reference);
        foreach (var (a, b) in one.Pairs.Zip(other.Pairs))
            Assert.Equal(a.SlopeDifference, b.SlopeDifference, 1e-8);
    }

    [Fact]
    public void One_technique_has_terms_of_covariates_but_no_pairs()
    {
        var adjusted = Compare(Clinic(["only", "only", "only"]), Covariate.SunExposure)!;
        Assert.Empty(adjusted.Pairs);
        Assert.Equal(["high", "unknown"], adjusted.Terms.Select(t => t.Level));
    }

    [Fact]
    public void With_nothing_to_adjust_or_too_few_units_there_is_no_comparison()
    {
        Assert.Null(Compare(Clinic(["only", "only", "only"], covariates: false), Covariate.SunExposure, Covariate.SkinOiliness));
        Assert.Null(Compare(Clinic(Techniques, treatments: 9), Covariate.SunExposure));
        Assert.NotNull(Compare(Clinic(Techniques, treatments: 12), Covariate.SunExposure));
        Assert.Null(AdjustedFade.Of(Clinic(Techniques).Courses, [], Covariate.Technique, Covariate.UsualCovariates));
    }

    [Fact]
    public void Any_factor_can_be_the_grouping()
    {
        var (courses, units) = Clinic(Techniques);
        var bySun = AdjustedFade.Of(courses, units, Covariate.SunExposure, [Covariate.Technique, Covariate.SunExposure])!;
        Assert.Equal(["high-low", "high-unknown", "low-unknown"], bySun.Pairs.Select(p => p.A + "-" + p.B));
        var byTechnique = Compare((courses, units), Covariate.SunExposure)!;
        Assert.Equal(byTechnique.Terms.First(t => t.Level is "high").Slope, bySun.Pairs[0].SlopeDifference, 1e-8);
    }

    [Theory]
    [InlineData("low", "high low low", "low high")]
    [InlineData("low", "b c c a a", "a b c")]
    [InlineData(null, "b c c a", "c a b")]
    [InlineData(null, "B a", "B a")]
    [InlineData("normal", "unknown", "unknown")]
    public void The_reference_is_the_usual_level_or_the_most_frequent_and_ties_are_ordinal(string? usual, string levels, string expected) =>
        Assert.Equal(expected, string.Join(' ', Factor.Of("x", levels.Split(' '), usual).Levels));

    [Fact]
    public void A_treatment_has_the_brand_of_most_completed_sessions()
    {
        var rows = new ClinicRows().Treatment("A", "2024-01-01", "2024-03-01").Treatment("B", "2024-01-01", "2024-03-01").Treatment("C", "2024-01-01", "2024-03-01");
        for (var k = 0; k < 3; k++)
            rows.Session("A", "2024-01-02");
        rows.Session("B", "2024-01-02").Session("B", "2024-02-02").Session("B", "2024-02-05", SessionStatus.Cancelled).Session("C", "2024-01-02");
        var data = rows.Data();
        data = data with { Pigments = new(["p0", "p1", "p2"], ["Ink", "Ink", "Tint"], ["1", "2", "1"]), Sessions = data.Sessions with { Pigment = [0, 2, 1, 0, 2, 2, ClinicData.None] } };
        var courses = TreatmentCourses.Of(data, ClinicRows.Day("2026-06-30"));
        var brand = PigmentBrands.Of(courses);
        Assert.Equal(["Ink", "mixed", null], courses.All.Select(brand));
    }
}
