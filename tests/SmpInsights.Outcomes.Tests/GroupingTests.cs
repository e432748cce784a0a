using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Comparisons by any grouping, on clinics by chance: what may change a result, and what must not.</summary>
public sealed class GroupingTests
{
    public static readonly TheoryData<int, string> Cases = new(from seed in Enumerable.Range(1, 4) from name in new[] { "technique", "pigment_brand", "skin_type" } select (seed, name));

    private static Covariate By(string name) => new[] { Covariate.Technique, Covariate.PigmentBrand, Covariate.SkinType, Covariate.Practitioner, Covariate.Clinic }.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    /// <summary>Every number of the comparisons that have no strata; <paramref name="name"/> turns a group's name back, and pairs are turned round with it.</summary>
    private static SortedDictionary<string, double> Numbers(TreatmentCourses courses, Covariate by, Func<string, string>? name = null)
    {
        name ??= n => n;
        var all = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var touchUps = TimeToTouchUp.Of(courses, by);
        foreach (var (id, group) in touchUps.ByGroup)
            all.Add("curve " + name(id), group.RestrictedMean.Value);
        all.Add("log-rank", touchUps.LogRank!.ChiSquared);
        all.Add("comparison", touchUps.Comparison?.ChiSquared ?? -1);
        var models = TouchUpModels.Of(courses, by);
        all.Add("cox", models.Hazards!.Unadjusted.LogLikelihood);
        foreach (var model in models.FailureTimes)
            all.Add("failure " + model.Fit.Distribution, model.Fit.LogLikelihood);
        var fade = FadeMeasures.Of(courses, by);
        foreach (var (id, group) in fade.ByGroup)
            all.Add("fade " + name(id), group.Estimate?.Slope ?? 0);
        foreach (var pair in AdjustedFade.Of(courses, [.. fade.Source.Units.Where(u => u.Epoch == 0)], by)!.Pairs)
            Pair("slope", pair.A, pair.B, pair.SlopeDifference, pair.Holm);
        foreach (var (id, group) in SatisfactionMeasure.ByGroup(courses, grouping: by))
            all.Add("satisfaction " + name(id), group.Mean!.Value);
        var satisfaction = SatisfactionComparison.Of(courses, grouping: by)!;
        all.Add("kruskal", satisfaction.Test!.H);
        foreach (var pair in satisfaction.Pairs)
            Pair("delta", pair.A, pair.B, pair.CliffsDelta, pair.Holm!.Value);
        return all;

        void Pair(string what, string a, string b, double difference, double p)
        {
            var swapped = string.CompareOrdinal(name(a), name(b)) > 0;
            var key = swapped ? $"{name(b)}-{name(a)}" : $"{name(a)}-{name(b)}";
            all.Add($"{what} {key}", swapped ? -difference : difference);
            all.Add($"{what} p {key}", p);
        }
    }

    private static void AssertSame(SortedDictionary<string, double> expected, SortedDictionary<string, double> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (key, value) in expected)
            Assert.True(Math.Abs(value - actual[key]) <= 1e-6 * Math.Max(1e-2, Math.Abs(value)), string.Create(CultureInfo.InvariantCulture, $"{key}: {actual[key]:R} instead of {value:R}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Splitting_a_clinic_changes_nothing_unstratified(int seed, string by)
    {
        var (whole, split) = (new RandomClinic(seed).Courses(), new RandomClinic(seed) { Clinic = i => i % 3 == 0 ? "D" : "C" }.Courses());
        AssertSame(Numbers(whole, By(by)), Numbers(split, By(by)));
        Assert.Null(TimeToTouchUp.Of(whole, By(by)).LogRankByClinic);
        Assert.NotNull(TimeToTouchUp.Of(split, By(by)).LogRankByClinic);
        Assert.NotEqual(TouchUpModels.Of(whole, By(by)).Hazards!.Adjusted.LogLikelihood, TouchUpModels.Of(split, By(by)).Hazards!.Adjusted.LogLikelihood);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Other_names_change_only_the_reference_and_signs(int seed, string by)
    {
        // z to a and so on: the order of all names turns round
        static string Turn(string name) => new([.. name.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + 'z' - c) : char.IsAsciiDigit(c) ? (char)('0' + '9' - c) : (char)('A' + 'Z' - c))]);
        string Back(string name) => string.Equals(name, Factor.Unknown, StringComparison.Ordinal) ? name : Turn(name);
        AssertSame(Numbers(new RandomClinic(seed).Courses(), By(by)), Numbers(new RandomClinic(seed) { Name = Turn }.Courses(), By(by), Back));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_of_rows_changes_nothing(int seed, string by) =>
        AssertSame(Numbers(new RandomClinic(seed).Courses(), By(by)), Numbers(new RandomClinic(seed) { Place = i => i * 7 % RandomClinic.Size }.Courses(), By(by)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Practitioners_are_compared_within_their_clinic_only(int seed)
    {
        static string Clinic(int i) => i % 3 == 0 ? "D" : "C";
        var both = new RandomClinic(seed) { Clinic = Clinic }.Courses();
        var touchUps = TimeToTouchUp.Of(both, Covariate.Practitioner);
        Assert.Equal((null, null, null, null), (touchUps.LogRank, touchUps.LogRankByClinic, touchUps.Comparison, touchUps.Differ));
        Assert.Equal(["who0", "who1", "who2", "who3"], touchUps.ByGroup.Keys);
        var models = TouchUpModels.Of(both, Covariate.Practitioner);
        Assert.Null(models.Hazards);
        Assert.Empty(models.FailureTimes);
        Assert.Null(AdjustedFade.Of(both, [.. FadeUnits.Of(both).Units.Where(u => u.Epoch == 0)], Covariate.Practitioner));
        Assert.Null(SatisfactionComparison.Of(both, grouping: Covariate.Practitioner));

        var byClinic = both.ByClinic();
        Assert.Equal(["C", "D"], byClinic.Keys);
        foreach (var (id, clinic) in byClinic)
            AssertSame(Numbers(new RandomClinic(seed) { Include = i => string.Equals(Clinic(i), id, StringComparison.Ordinal) }.Courses(), Covariate.Practitioner), Numbers(clinic, Covariate.Practitioner));
    }

    [Fact]
    public void Units_of_one_clinic_are_compared_by_practitioner_among_the_courses_of_all()
    {
        var both = new RandomClinic(1) { Clinic = i => i % 2 == 0 ? "D" : "C" }.Courses();
        var units = FadeUnits.Of(both).Units.Where(u => u.Epoch == 0 && u.Course.Clinic == 1).ToList();
        Assert.Equal(AdjustedFade.Of(both.ByClinic()["D"], [.. FadeUnits.Of(both.ByClinic()["D"]).Units.Where(u => u.Epoch == 0)], Covariate.Practitioner)!.Pairs, AdjustedFade.Of(both, units, Covariate.Practitioner)!.Pairs);
    }

    [Fact]
    public void Clinics_are_compared_without_strata()
    {
        var courses = new RandomClinic(3) { Clinic = i => i % 3 == 0 ? "D" : "C" }.Courses();
        var touchUps = TimeToTouchUp.Of(courses, Covariate.Clinic);
        Assert.Null(touchUps.LogRankByClinic);
        Assert.Equal(1, touchUps.LogRank!.DegreesOfFreedom);
        var hazards = TouchUpModels.Of(courses, Covariate.Clinic).Hazards!;
        Assert.Equal("C", hazards.Reference);
        Assert.Equal(hazards.Unadjusted.NullLogLikelihood, hazards.Adjusted.NullLogLikelihood, 9);
        Assert.NotNull(hazards.Adjusted.Ratios[0].Coefficient);
    }

    [Fact]
    public void Another_grouping_is_adjusted_for_the_technique_and_none_for_itself()
    {
        Assert.Equal([Covariate.SunExposure, Covariate.SkinOiliness], Covariate.UsualFor(Covariate.Technique));
        Assert.Equal([Covariate.Technique, Covariate.SunExposure, Covariate.SkinOiliness], Covariate.UsualFor(Covariate.Practitioner));
        Assert.Equal([Covariate.Technique, Covariate.SkinOiliness], Covariate.UsualFor(Covariate.SunExposure));
        var courses = new RandomClinic(1).Courses();
        Assert.Equal(["pigment_brand", "technique", "sun_exposure"], TouchUpModels.Of(courses, Covariate.PigmentBrand).Hazards!.Proportionality.Select(p => p.Factor));
        Assert.Equal(["pigment_brand", "skin_type"], TouchUpModels.Of(courses, Covariate.PigmentBrand, [Covariate.PigmentBrand, Covariate.SkinType]).Hazards!.Proportionality.Select(p => p.Factor));
    }

    [Fact]
    public void After_a_touch_up_the_practitioner_is_the_touch_ups()
    {
        var courses = TreatmentCourses.Of(
            new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01", practitioner: "first")
                .TouchUp("U1", "T", "2025-01-01", practitioner: "second").TouchUp("U2", "T", "2025-01-01", practitioner: "nobody").TouchUp("U3", "T", "2026-01-01", practitioner: "third")
                .Survey("Q1", "T", "2025-01-01", "2025-01-05", 1, 1).Survey("Q2", "T", "2025-01-02", "2025-01-05", 2, 2).Survey("Q3", "T", "2026-05-01", "2026-05-05", 3, 3).Data(),
            RandomClinic.AsOf);
        Assert.Equal(["first 1", "second 2", "third 3"], SatisfactionMeasure.ByGroup(courses, grouping: Covariate.Practitioner).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Value.Mean}")));
        Assert.Equal(["first", "second", "third"], SatisfactionComparison.Of(courses, grouping: Covariate.Practitioner)!.AnswersByGroup.Keys);
        Assert.Equal(["first"], TimeToTouchUp.Of(courses, Covariate.Practitioner).ByGroup.Keys);
        Assert.Equal(["density"], SatisfactionMeasure.ByGroup(courses).Keys);
    }

    [Fact]
    public void Nobody_and_nothing_known_make_no_comparison()
    {
        var none = TreatmentCourses.Of(new ClinicRows().Clinic().Data(), RandomClinic.AsOf);
        Assert.Empty(none.ByClinic());
        Assert.Empty(TimeToTouchUp.Of(none, Covariate.SkinType).ByGroup);
        Assert.Null(TouchUpModels.Of(none, Covariate.Practitioner).Hazards);
        Assert.Empty(FadeMeasures.Of(none, Covariate.PigmentBrand).ByGroup);
        Assert.Empty(SatisfactionMeasure.ByGroup(none, grouping: Covariate.Practitioner));
        var unknown = TreatmentCourses.Of(new ClinicRows().Treatment("T", "2024-01-01", "2024-02-01").TouchUp("U", "T", "2025-01-01").Data(), RandomClinic.AsOf);
        Assert.Equal([Factor.Unknown], TimeToTouchUp.Of(unknown, Covariate.PigmentBrand).ByGroup.Keys);
        Assert.Null(TimeToTouchUp.Of(unknown, Covariate.PigmentBrand).LogRank);
    }

    [Fact]
    public void As_many_groups_as_treatments_can_be_asked_for()
    {
        var courses = new RandomClinic(2) { Include = i => i < 14 }.Courses();
        var each = new Covariate("each", null, c => course => c.Data.Treatments.Id[course.Treatment]);
        var units = FadeUnits.Of(courses).Units.Where(u => u.Epoch == 0).ToList();
        Assert.Equal(14, TimeToTouchUp.Of(courses, each).ByGroup.Count);
        Assert.Equal(13, TouchUpModels.Of(courses, each).Hazards!.Unadjusted.Ratios.Count);
        Assert.All(AdjustedFade.Of(courses, units, each)?.Pairs ?? [], p => Assert.True(double.IsFinite(p.P)));
    }
}
