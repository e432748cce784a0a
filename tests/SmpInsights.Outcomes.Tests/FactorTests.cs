using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.Outcomes.Tests;

public sealed class FactorTests
{
    [Fact]
    public void The_usual_level_comes_first_and_the_rest_in_ordinal_order()
    {
        var factor = Factor.Of("skin_oiliness", ["oily", "dry", null, "normal", "Dry"], "normal");
        Assert.Equal(["normal", "Dry", "dry", "oily", "unknown"], factor.Levels);
        Assert.Equal([3, 2, 4, 0, 1], factor.Codes);
    }

    [Theory]
    [InlineData("low")]
    [InlineData(null)]
    public void Without_the_usual_level_the_most_frequent_one_and_of_equals_the_first(string? usual) =>
        Assert.Equal("b", Factor.Of("sun_exposure", ["c", "b", "a", "c", "b"], usual).Reference);

    [Fact]
    public void Where_most_are_unknown_that_is_the_reference() => Assert.Equal(["unknown", "high"], Factor.Of("sun_exposure", ["high", null, null], "low").Levels);

    [Fact]
    public void One_level_makes_no_column()
    {
        var design = Design.Of(3, Factor.Of("a", ["x", "x", "x"]), Factor.Of("b", ["p", "q", "p"]));
        Assert.Equal([new DesignColumn("b", "q")], design.Columns);
        Assert.Equal([1], design.Terms);
        Assert.Equal([0.0, 1, 0], design.Values.Cast<double>());
    }

    [Fact]
    public void Nobody_is_refused() => Assert.Throws<ArgumentException>(() => Factor.Of("a", []));
}
