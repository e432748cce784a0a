using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Treatments completed on one day, followed for whole days; which models there are, and whom they compare.</summary>
public sealed class TouchUpModelsTests
{
    private static readonly DateOnly Completed = ClinicRows.Day("2020-01-01");

    private readonly ClinicRows _rows = new();
    private int _count;

    [Fact]
    public void Four_treatments_by_hand()
    {
        Touched(1, "a").Touched(2, "b").Touched(3, "a").Touched(4, "b").Followed(10, "b");
        var hazards = Models().Hazards!;
        Assert.Equal("b", hazards.Reference);
        var ratio = Assert.Single(hazards.Unadjusted.Ratios);
        Assert.Equal(new DesignColumn("technique", "a"), ratio.Level);

        // The one still followed is at risk throughout: log L = 2 coef - log(2r + 3) - log(r + 3) - log(r + 2) - log 2.
        var r = ratio.Ratio!.Value;
        Assert.Equal(0, 2 - 2 * r / (2 * r + 3) - r / (r + 3) - r / (r + 2), 9);
        Assert.Equal(-Math.Log(5 * 4 * 3 * 2), hazards.Unadjusted.NullLogLikelihood, 9);
        Assert.Equal(Math.Exp(ratio.Coefficient!.Value - 1.959963984540054 * ratio.StandardError!.Value), ratio.Lower!.Value, 9);
        Assert.Equal(["technique"], hazards.Proportionality.Select(p => p.Factor));
        Assert.Equal(hazards.AllProportional, hazards.Proportionality[0].Test);
    }

    [Fact]
    public void Of_equally_frequent_techniques_the_first_by_id_is_the_reference()
    {
        Touched(1, "b").Touched(2, "a").Touched(3, "b").Followed(4, "a");
        Assert.Equal("a", Models().Hazards!.Reference);
    }

    [Fact]
    public void Factors_with_one_level_are_left_out_and_unknown_is_a_level()
    {
        Touched(1, "a", sun: "high").Touched(2, "b", sun: "low").Touched(3, "a", sun: null).Touched(4, "b", sun: "low").Touched(5, "a", sun: "high").Followed(6, "a", sun: null);
        var hazards = Models().Hazards!;
        Assert.Equal(["technique=b", "sun_exposure=high", "sun_exposure=unknown"], hazards.Adjusted.Ratios.Select(r => $"{r.Level.Factor}={r.Level.Level}"));
        Assert.Equal(["technique", "sun_exposure"], hazards.Proportionality.Select(p => p.Factor));
        Assert.Single(hazards.Unadjusted.Ratios);
    }

    [Fact]
    public void Clinics_have_baselines_of_their_own()
    {
        Touched(1, "a", clinic: "C").Touched(2, "b", clinic: "C").Touched(1, "b", clinic: "D").Touched(2, "a", clinic: "D");
        var hazards = Models().Hazards!;
        Assert.Equal(-Math.Log(2 * 2), hazards.Adjusted.NullLogLikelihood, 9);
        // Together: two ties of an a and a b, 4 then 2 at risk; Efron's second of each meets half of the pair.
        Assert.Equal(-Math.Log(4 * 3 * 2 * 1), hazards.Unadjusted.NullLogLikelihood, 9);
    }

    [Fact]
    public void A_technique_without_touch_ups_is_not_estimable()
    {
        Touched(1, "a").Touched(2, "b").Touched(3, "a").Touched(4, "b").Touched(5, "a").Followed(10, "c").Followed(10, "c");
        var models = Models();
        var ratio = models.Hazards!.Unadjusted.Ratios.Single(r => r.Level.Level is "c");
        Assert.Equal((null, null, null, null), (ratio.Coefficient, ratio.Ratio, ratio.P, ratio.Upper));
        Assert.All(models.FailureTimes, m => Assert.Null(m.Fit.Coefficients[1]));
    }

    [Fact]
    public void Without_a_touch_up_for_fading_there_is_no_model()
    {
        Followed(10, "a").Followed(20, "b").Touched(5, "a", TouchUpReason.Density);
        var models = Models();
        Assert.Null(models.Hazards);
        Assert.Null(models.Incidence);
        Assert.Empty(models.FailureTimes);
    }

    [Fact]
    public void One_technique_has_survival_models_without_terms_and_no_comparison()
    {
        Touched(100, "a").Touched(200, "a").Touched(400, "a").Followed(10, "a");
        var models = Models();
        Assert.Null(models.Hazards);
        Assert.Equal(3, models.FailureTimes.Count);
        Assert.All(models.FailureTimes, m => Assert.Empty(m.Columns));
    }

    [Fact]
    public void Touch_ups_on_the_day_of_completion_are_left_out_of_the_survival_models()
    {
        Touched(0, "a").Touched(100, "a").Touched(200, "a").Followed(300, "a");
        var with = Models();
        var other = new TouchUpModelsTests().Touched(100, "a").Touched(200, "a").Followed(300, "a").Models();
        Assert.Equal(other.FailureTimes.Select(m => m.Fit.Scale), with.FailureTimes.Select(m => m.Fit.Scale));
    }

    [Fact]
    public void Competing_ends_have_an_incidence_even_without_a_touch_up()
    {
        Followed(10, "a").Followed(20, "a", EndReason.Deceased);
        var incidence = Models().Incidence!;
        Assert.Equal((0, 1), (incidence.At(1, TouchUpModels.FadeTouchUp).Incidence, incidence.At(1, TouchUpModels.Competing).Incidence));
        Assert.Null(new TouchUpModelsTests().Touched(5, "a").Followed(10, "a", EndReason.Moved).Models().Incidence);
    }

    private TouchUpModelsTests Touched(int days, string technique, TouchUpReason reason = TouchUpReason.Fade, string clinic = "C", string? sun = null)
    {
        var id = Treatment(technique, clinic, sun, null, null);
        _rows.TouchUp("U" + id, id, Day(days), reason);
        return this;
    }

    private TouchUpModelsTests Followed(int days, string technique, EndReason reason = EndReason.Other, string? sun = null)
    {
        Treatment(technique, "C", sun, Day(days), reason);
        return this;
    }

    private TouchUpModels Models() => TouchUpModels.Of(TreatmentCourses.Of(_rows.Data(), ClinicRows.Day("2026-06-30")));

    private string Treatment(string technique, string clinic, string? sun, string? ended, EndReason? reason)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"T{_count++:00}");
        _rows.Treatment(id, "2019-12-01", Day(0), technique, ended: ended, reason: reason, clinic: clinic).SunExposure("client-" + id, sun);
        return id;
    }

    private static string Day(int days) => Completed.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
