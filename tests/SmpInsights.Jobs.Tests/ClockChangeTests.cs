using System.Globalization;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Tests;

/// <summary>When reports are due around the clock changes of 2026, worked by hand from the zones' rules.</summary>
public sealed class ClockChangeTests
{
    internal static ReportDefinition Scheduled(string id, string cron) => DefinitionReader.Read(id, $$"""
        { "id": "{{id}}", "kind": "finance-ledger", "title": "Test", "audience": "owner", "period": "month", "scope": "clinic", "schedule": { "cron": "{{cron}}", "catchUpMonths": 3 }, "sections": ["overview"] }
        """);

    // London: on 29 March 01:00 GMT becomes 02:00 BST, at 01:00 UTC; on 25 October 02:00 BST becomes 01:00 GMT, at 01:00 UTC.
    [InlineData("30 1 29 * *", "Europe/London", "2026-02", "2026-03-29 01:00")] // 01:30 is skipped: 02:00 BST
    [InlineData("0 1 29 * *", "Europe/London", "2026-02", "2026-03-29 01:00")] // the first minute skipped
    [InlineData("59 0 29 * *", "Europe/London", "2026-02", "2026-03-29 00:59")] // the last before
    [InlineData("30 2 29 * *", "Europe/London", "2026-02", "2026-03-29 01:30")] // 02:30 BST
    [InlineData("30 1 25 * *", "Europe/London", "2026-09", "2026-10-25 00:30")] // twice: the first, BST
    [InlineData("30 2 25 * *", "Europe/London", "2026-09", "2026-10-25 02:30")] // 02:30 GMT
    // New York: on 8 March 02:00 EST becomes 03:00 EDT, at 07:00 UTC; on 1 November 02:00 EDT becomes 01:00 EST, at 06:00 UTC.
    [InlineData("30 2 8 * *", "America/New_York", "2026-02", "2026-03-08 07:00")] // 02:30 is skipped: 03:00 EDT
    [InlineData("30 1 1 * *", "America/New_York", "2026-10", "2026-11-01 05:30")] // twice: the first, EDT
    [InlineData("0 0 1 * *", "America/New_York", "2026-10", "2026-11-01 04:00")] // midnight, still EDT
    // Lord Howe: on 5 April 02:00 at +11 becomes 01:30 at +10:30, at 15:00 UTC the day before; on 4 October 02:00 at +10:30 becomes 02:30 at +11, at 15:30 UTC the day before.
    [InlineData("45 1 5 * *", "Australia/Lord_Howe", "2026-03", "2026-04-04 14:45")] // twice: the first, +11
    [InlineData("29 1 5 * *", "Australia/Lord_Howe", "2026-03", "2026-04-04 14:29")] // once, +11
    [InlineData("30 2 5 * *", "Australia/Lord_Howe", "2026-03", "2026-04-04 16:00")] // once, +10:30
    [InlineData("15 2 4 * *", "Australia/Lord_Howe", "2026-09", "2026-10-03 15:30")] // skipped: 02:30 at +11
    [InlineData("30 2 4 * *", "Australia/Lord_Howe", "2026-09", "2026-10-03 15:30")] // there
    // Kathmandu: +5:45 all year.
    [InlineData("30 2 8 * *", "Asia/Kathmandu", "2026-02", "2026-03-07 20:45")]
    [InlineData("30 1 1 * *", "Asia/Kathmandu", "2026-10", "2026-10-31 19:45")]
    // Beirut: on 29 March 2026 midnight becomes 01:00, at 22:00 UTC the day before. Apia had no 30 December 2011.
    [InlineData("0 0 29 * *", "Asia/Beirut", "2026-02", "2026-03-28 22:00")]
    [InlineData("30 9 30 * *", "Pacific/Apia", "2011-11", "2011-12-30 10:00")] // the whole day is skipped: midnight of the 31st at +14
    [Theory]
    public void A_time_that_clocks_skip_is_due_when_they_skip_it_and_one_they_show_twice_the_first_time(string cron, string zone, string month, string utc)
    {
        Assert.True(ReportMonth.TryParse(month, out var period));
        Assert.Equal(DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), DueRuns.DueAt(Scheduled("test", cron), period, TimeZoneInfo.FindSystemTimeZoneById(zone))!.Value.ToUniversalTime());
    }
}
