using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Tests;

public sealed class ReportMonthTests
{
    [Theory]
    [InlineData("2026-06", true)]
    [InlineData("2026-13", false)]
    [InlineData("2026-6", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("0001-01", false)]
    [InlineData("1902-12", false)]
    [InlineData("1903-01", true)]
    public void Reads_four_digits_hyphen_two_digits(string? text, bool reads) => Assert.Equal(reads, ReportMonth.TryParse(text, out _));

    [Fact]
    public void February_of_a_leap_year_ends_on_the_29th() => Assert.Equal(new DateOnly(2024, 2, 29), new ReportMonth(2024, 2).Last);

    [Fact]
    public void Neighbours_cross_the_year()
    {
        var january = new ReportMonth(2026, 1);
        Assert.Equal("2025-12", january.Previous.ToString());
        Assert.Equal("2025-01", january.SameMonthLastYear.ToString());
        Assert.Equal("2025-11 2025-12 2026-01", string.Join(' ', january.Trailing(3)));
    }

    [Fact]
    public void A_month_that_is_none_is_rejected_when_made() => Assert.Throws<ArgumentOutOfRangeException>(() => new ReportMonth(2026, 0));

    [Fact]
    public void The_months_to_another_hold_both()
    {
        Assert.Equal(["2025-11", "2025-12", "2026-01"], new ReportMonth(2025, 11).To(new ReportMonth(2026, 1)).Select(m => m.ToString()));
        Assert.Single(new ReportMonth(2026, 1).To(new ReportMonth(2026, 1)));
        Assert.Empty(new ReportMonth(2026, 1).To(new ReportMonth(2025, 12)));
    }
}
