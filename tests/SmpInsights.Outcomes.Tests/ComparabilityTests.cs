using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Tests;

public sealed class ComparabilityTests
{
    [Theory]
    [InlineData(10, 5, null)]
    [InlineData(10, null, null)]
    [InlineData(9, 5, "not enough data yet: 9 of 10")]
    [InlineData(3, null, "not enough data yet: 3 of 10")]
    [InlineData(10, 4, "not enough data yet: 4 of 5")]
    [InlineData(0, 0, "not enough data yet: 0 of 10")]
    public void Ten_units_and_five_events_are_enough(int units, int? events, string? lacks) => Assert.Equal(lacks, Comparability.Of(units, events)?.ToString());

    [Fact]
    public void What_is_lacking_is_said()
    {
        Assert.Equal(new Shortage(Lacking.Units, 9, 10), Comparability.Of(9, 0));
        Assert.Equal(new Shortage(Lacking.Events, 0, 5), Comparability.Of(10, 0));
        Assert.Equal(new Shortage(Lacking.Units, 3, 10), Comparability.OfPair(12, 3));
        Assert.Null(Comparability.OfPair(10, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_printed_comparison_knows_what_it_rests_on(int seed)
    {
        var courses = new RandomClinic(seed) { Include = i => i < 40 }.Courses();
        var units = FadeUnits.Of(courses).Units.Where(u => u.Epoch == 0).ToList();
        var skin = Covariate.SkinType.Groups(courses);
        var counts = units.CountBy(u => skin(u.Course, 0)).ToDictionary();
        var pairs = AdjustedFade.Of(courses, units, Covariate.SkinType)!.Pairs;
        Assert.Equal(6, pairs.Count);
        Assert.Equal(pairs.Select(p => (counts[p.A], counts[p.B])), pairs.Select(p => (p.UnitsA, p.UnitsB)));
        Assert.Equal(pairs.Select(p => counts[p.A] < 10 || counts[p.B] < 10), pairs.Select(p => p.Shortage is not null));
        Assert.Contains(pairs, p => p.Shortage is not null);

        var answers = SatisfactionComparison.Of(courses, grouping: Covariate.SkinType)!;
        Assert.Equal(answers.Pairs.Select(p => Comparability.OfPair(answers.AnswersByGroup[p.A], answers.AnswersByGroup[p.B])), answers.Pairs.Select(answers.ShortageOf));
        foreach (var curve in TimeToTouchUp.Of(courses, Covariate.SkinType).ByGroup.Values)
            Assert.Equal(curve.Curve.Subjects >= 10 && curve.Curve.Events >= 5, curve.IsComparable);
    }
}
