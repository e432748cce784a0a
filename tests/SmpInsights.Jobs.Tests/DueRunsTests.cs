using System.Globalization;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Tests;

public sealed class DueRunsTests
{
    private static readonly ClinicRow London = new("L", "London", "Europe/London", "GBP");
    private static readonly ClinicRow LordHowe = new("H", "Lord Howe", "Australia/Lord_Howe", "AUD");

    private static ReportDefinition Monthly { get; } = DefinitionCatalog.Load("no such folder").All.Single(d => d.Id is "monthly-clinic");

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DueRuns Runs { get; } = new(new DueCalendar());

    private static string Due(string now, params ClinicRow[] clinics) => Due(now, new HashSet<RunKey>(), clinics);

    private static string Due(string now, IReadOnlySet<RunKey> ledger, params ClinicRow[] clinics) =>
        string.Join(' ', Runs.Of([Monthly], clinics.Length == 0 ? [London] : clinics, [], ledger, Utc(now)).Select(k => k.Clinic + k.Period));

    [Fact]
    public void A_month_is_due_at_six_on_the_second_of_the_next_in_the_clinic_s_own_time()
    {
        Assert.Equal(Utc("2026-07-02 05:00"), DueRuns.DueAt(Monthly, new ReportMonth(2026, 6), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
        Assert.Equal(Utc("2026-12-02 06:00"), DueRuns.DueAt(Monthly, new ReportMonth(2026, 11), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
        Assert.Equal(Utc("2026-07-01 19:30"), DueRuns.DueAt(Monthly, new ReportMonth(2026, 6), TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe")));
    }

    [Fact]
    public void A_minute_before_the_month_is_not_due_and_on_the_minute_it_is()
    {
        Assert.Equal("L2026-04 L2026-05", Due("2026-07-02 04:59"));
        Assert.Equal("L2026-04 L2026-05 L2026-06", Due("2026-07-02 05:00"));
    }

    [Fact]
    public void A_clinic_never_reported_owes_three_months_and_not_more() => Assert.Equal("L2026-08 L2026-09 L2026-10", Due("2026-11-20 12:00"));

    [Fact]
    public void What_the_ledger_knows_is_not_queued_again() =>
        Assert.Equal("L2026-08 L2026-10", Due("2026-11-20 12:00", new HashSet<RunKey> { new(Monthly.Id, "L", string.Empty, "2026-09") }));

    [Fact]
    public void A_practitioner_s_report_is_owed_to_each_who_treats_there_and_the_network_s_once_by_the_first_clinic_s_clock()
    {
        var catalog = DefinitionCatalog.Load("no such folder").All.ToDictionary(d => d.Id, StringComparer.Ordinal);
        TreatingRow[] treating = [new("L", "P1"), new("L", "P2"), new("elsewhere", "P3"), new("H", "P1")];
        string Owed(string report, string now) => string.Join(' ', Runs.Of([catalog[report]], [LordHowe, London], treating, new HashSet<RunKey>(), Utc(now)).Where(k => string.Equals(k.Period, "2026-06", StringComparison.Ordinal)).Select(k => k.Whom));
        Assert.Equal("H/P1 L/P1 L/P2", Owed("technique-comparison", "2026-07-10 12:00"));
        Assert.Equal("all", Owed("network", "2026-07-02 19:30")); // six on the third in Lord Howe
        Assert.Equal(string.Empty, Owed("network", "2026-07-02 19:29"));
        Assert.Empty(Runs.Of([catalog["network"]], [], treating, new HashSet<RunKey>(), Utc("2026-07-10 12:00")));
    }

    [Fact]
    public void Oldest_months_come_first_over_all_clinics() =>
        Assert.Equal("H2026-04 L2026-04 H2026-05 L2026-05 H2026-06", Due("2026-07-01 20:00", London, LordHowe));
}
