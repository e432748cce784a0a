using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Outcomes.Tests;

public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(new[] { 10, 20, 30 }, new[] { false, false, false })]
    [InlineData(new[] { 4, 20, 30 }, new[] { true, true, false })]
    [InlineData(new[] { 4, 1, 30 }, new[] { true, true, false })]
    [InlineData(new[] { 3, 1, 30 }, new[] { true, true, true })]
    [InlineData(new[] { 0, 5, 6 }, new[] { false, false, false })]
    [InlineData(new[] { 0, 2 }, new[] { false, true })]
    [InlineData(new int[0], new bool[0])]
    public void Small_groups_are_hidden_and_the_next_smallest_where_subtraction_would_tell(int[] clients, bool[] hidden) =>
        Assert.Equal(hidden, SmallCells.Hide(clients));

    [Fact]
    public void Hidden_groups_together_are_never_fewer_than_the_threshold_unless_everyone_is_hidden() => Prop.ForAll(
        Gen.Choose(0, 12).ListOf().ToArbitrary(),
        clients =>
        {
            var hidden = SmallCells.Hide([.. clients]);
            var together = clients.Where((_, i) => hidden[i]).Sum();
            var shown = clients.Where((_, i) => !hidden[i]).ToList();
            return shown.All(n => n is 0 or >= SmallCells.Threshold) && (together is 0 or >= SmallCells.Threshold || shown.All(n => n == 0));
        }).QuickCheckThrowOnFailure();
}
