using System.Globalization;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests;

/// <summary>The year 2026 minute by minute, in four time zones, with schedules that fall on the days of their clock changes.</summary>
public sealed class SimulatedYearTests
{
    private const int Months = 12;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddYears(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly ClinicRow[] Clinics =
    [
        new("H", "Lord Howe", "Australia/Lord_Howe", "AUD"), new("K", "Kathmandu", "Asia/Kathmandu", "NPR"), new("L", "London", "Europe/London", "GBP"), new("N", "New York", "America/New_York", "USD"),
    ];

    /// <summary>02:30 on New York's spring day, 01:30 on its autumn day, 01:30 on London's autumn day; all four zones keep all of them.</summary>
    private static readonly (int Day, int Hour, int Minute)[] Schedules = [(8, 2, 30), (1, 1, 30), (25, 1, 30)];

    private static readonly ReportDefinition[] Definitions = [.. Schedules.Select(s => ClockChangeTests.Scheduled(Id(s), string.Create(CultureInfo.InvariantCulture, $"{s.Minute} {s.Hour} {s.Day} * *")))];

    /// <summary>The one local time of the year's schedules that does not exist, and what clocks show instead.</summary>
    private static readonly (string Clinic, DateTime Skipped, DateTime Shown) Spring = ("N", new DateTime(2026, 3, 8, 2, 30, 0), new DateTime(2026, 3, 8, 3, 0, 0));

    [Fact]
    public void Each_month_fires_once_at_its_local_time_and_after_a_pause_once_as_soon_as_it_is_over()
    {
        var always = Fire(_ => true);
        Assert.Equal(Clinics.Length * Schedules.Length * Months, always.Count);
        foreach (var (key, at) in always)
        {
            var clinic = Clinics.Single(c => string.Equals(c.Id, key.Clinic, StringComparison.Ordinal));
            var schedule = Schedules.Single(s => string.Equals(Id(s), key.Report, StringComparison.Ordinal));
            var month = DateOnly.ParseExact(key.Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1);
            var due = new DateTime(month.Year, month.Month, schedule.Day, schedule.Hour, schedule.Minute, 0);
            var shown = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(clinic.TimeZone)).DateTime;
            Assert.Equal(string.Equals(key.Clinic, Spring.Clinic, StringComparison.Ordinal) && due == Spring.Skipped ? Spring.Shown : due, shown);
        }

        // Of the times that come twice, the first.
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), always[new RunKey(Id(Schedules[1]), "N", string.Empty, "2026-10")]);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), always[new RunKey(Id(Schedules[2]), "L", string.Empty, "2026-09")]);

        for (var seed = 1; seed <= 2; seed++)
        {
            var on = Pauses(new Random(seed));
            var now = Fire(at => on.Exists(o => o.From <= at && at < o.Until));
            Assert.Equal(always.Where(a => on.Exists(o => o.Until > a.Value)).Select(a => a.Key).ToHashSet(), now.Keys.ToHashSet());
            Assert.All(now, fired => Assert.Equal(on.Where(o => o.Until > always[fired.Key]).Min(o => o.From > always[fired.Key] ? o.From : always[fired.Key]), fired.Value));
        }
    }

    /// <summary>When the process is on: for up to three weeks, then off for up to 45 days, and so on.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset Until)> Pauses(Random random)
    {
        var on = new List<(DateTimeOffset From, DateTimeOffset Until)>();
        for (var at = Start; at < End; at += random.Next(1, 45 * 24 * 60) * Minute)
        {
            var until = at + (random.Next(1, 21 * 24 * 60) * Minute);
            on.Add((at, until < End ? until : End));
            at = until;
        }

        return on;
    }

    /// <summary>Asks each minute what is due, as a worker does, and keeps what it queues; when each was queued.</summary>
    private static Dictionary<RunKey, DateTimeOffset> Fire(Func<DateTimeOffset, bool> isOn)
    {
        var clock = new StoppedClock(Start);
        var due = new DueRuns(new DueCalendar());

        // What was due before the year began.
        var ledger = due.Of(Definitions, Clinics, [], new HashSet<RunKey>(), Start - Minute).ToHashSet();
        var fired = new Dictionary<RunKey, DateTimeOffset>();
        for (; clock.GetUtcNow() < End; clock.Move(Minute))
        {
            if (!isOn(clock.GetUtcNow()))
                continue;
            var before = string.Empty;
            foreach (var key in due.Of(Definitions, Clinics, [], ledger, clock.GetUtcNow()))
            {
                Assert.True(string.CompareOrdinal(before, key.Period) <= 0, "An older month came later.");
                before = key.Period;
                Assert.True(ledger.Add(key));
                fired.Add(key, clock.GetUtcNow());
            }
        }

        return fired;
    }

    private static string Id((int Day, int Hour, int Minute) s) => string.Create(CultureInfo.InvariantCulture, $"d{s.Day}h{s.Hour}");
}
