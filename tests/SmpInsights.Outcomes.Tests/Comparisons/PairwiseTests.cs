using SmpInsights.Outcomes.Comparisons;

namespace SmpInsights.Outcomes.Tests.Comparisons;

public sealed class PairwiseTests
{
    [Theory]
    [InlineData(null, null, null, null, Finding.NotEnough)]
    [InlineData(0.03, 0.01, null, null, Finding.Unadjusted)]
    [InlineData(0.03, 0.20, null, null, Finding.NoneShown)]
    [InlineData(0.03, 0.01, 0.02, 0.04, Finding.Unexplained)]
    [InlineData(0.03, 0.01, 0.01, 0.05, Finding.Explained)]
    [InlineData(0.03, 0.05, 0.04, 0.049, Finding.Uncovered)]
    [InlineData(0.03, 0.50, 0.01, 0.50, Finding.NoneShown)]
    [InlineData(0.03, 0.01, -0.03, 0.01, Finding.Uncovered)]
    [InlineData(null, null, 0.03, 0.01, Finding.Uncovered)]
    [InlineData(null, null, 0.03, 0.90, Finding.NoneShown)]
    public void A_comparison_is_read_from_both_differences(double? before, double? beforeP, double? after, double? afterP, Finding expected) =>
        Assert.Equal(expected, Pairwise.Read(before is { } b ? (b, beforeP!.Value) : null, after is { } a ? (a, afterP!.Value) : null));
}
