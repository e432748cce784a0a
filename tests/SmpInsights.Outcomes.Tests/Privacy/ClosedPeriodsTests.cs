using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests.Privacy;

public sealed class ClosedPeriodsTests
{
    private static readonly ReportMonth First = new(2025, 1);

    /// <summary>So many new clients in each month.</summary>
    private static ClosedPeriods Of(int[] clients, int smallest = 5) =>
        ClosedPeriods.Of(clients.SelectMany((n, m) => Enumerable.Range(0, n).Select(i => (First.Add(m), (100 * m) + i))), First.Add(clients.Length - 1), new SmallestCell(smallest));

    private static string Names(ClosedPeriods periods) => string.Join(", ", periods.Closed.Select(p => p.Name)) + " | " + periods.Open?.Name;

    [Theory]
    [InlineData(new[] { 5, 9, 7 }, "January 2025, February 2025, March 2025 | ")]
    [InlineData(new[] { 2, 2, 1, 6 }, "January to March 2025, April 2025 | ")]
    [InlineData(new[] { 6, 0, 4 }, "January 2025 | March 2025")]
    [InlineData(new[] { 0, 4, 0, 3, 2 }, "February to April 2025 | May 2025")]
    [InlineData(new[] { 1, 0, 0 }, " | January to March 2025")]
    [InlineData(new[] { 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2 }, "January 2025 to January 2026 | ")]
    [InlineData(new[] { 0, 0 }, " | ")]
    public void Months_are_put_together_until_five_clients_have_answered(int[] clients, string periods) => Assert.Equal(periods, Names(Of(clients)));

    [Fact]
    public void One_client_who_answers_every_month_is_one_client() =>
        Assert.Empty(ClosedPeriods.Of(Enumerable.Range(0, 20).Select(m => (First.Add(m), 7)), First.Add(20), SmallestCell.Default).Closed);

    [Fact]
    public void What_has_closed_never_changes() => Prop.ForAll(Gen.Choose(0, 7).ArrayOf(30).ToArbitrary(), clients =>
        Enumerable.Range(1, 29).All(n => Of(clients).Closed.Take(Of(clients[..n]).Closed.Count).SequenceEqual(Of(clients[..n]).Closed))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new[] { 5, 5, 5 }, "April 2024 to March 2025")]
    [InlineData(new[] { 5, 5, 2 }, "March 2024 to February 2025")]
    [InlineData(new[] { 2, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, "March 2025 to January 2026")]
    [InlineData(new[] { 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3 }, "January 2025 to February 2026")]
    public void A_year_is_pooled_in_whole_periods(int[] clients, string window) => Assert.Equal(window, Of(clients).Window(12)!.Value.Name);

    [Fact]
    public void Nothing_is_pooled_before_a_period_has_closed() => Assert.Null(Of([2, 2]).Window(12));

    [Fact]
    public void Months_that_end_before_they_begin_are_refused() => Assert.Throws<ArgumentException>(() => new MonthSpan(First.Add(1), First));
}
