using System.Diagnostics;
using SmpInsights.App.Demo;

namespace SmpInsights.EndToEnd.Tests.Demo;

public sealed class DemoClinicsTests
{
    private static readonly DateOnly Today = new(2026, 7, 3);

    [Theory]
    [InlineData(3, 24, 1, "2026-07-03")]
    [InlineData(3, 24, 20260101, "2026-01-01")]
    [InlineData(1, 1, 5, "2024-02-29")]
    [InlineData(4, 12, 2, "2025-03-31")]
    [InlineData(12, 60, -7, "2026-11-30")]
    [InlineData(25, 1, 3, "2026-05-04")]
    public void Every_row_obeys_the_contract(int clinics, int months, int seed, string today)
    {
        using var demo = new DemoFolder(new DemoOptions(clinics, months, seed, DemoFolder.Day(today)));

        Assert.Empty(ContractRules.Broken(demo).Distinct(StringComparer.Ordinal));
        Assert.Equal(clinics, demo["clinics"].Select(c => c["name"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(demo["clinics"], c => TimeZoneInfo.FindSystemTimeZoneById(c["time_zone"]));
    }

    [Fact]
    public void Same_options_give_the_same_bytes_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        using var first = new DemoFolder(new DemoOptions(3, 24, 1, Today));
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            using var second = new DemoFolder(new DemoOptions(3, 24, 1, Today));
            Assert.All(Directory.GetFiles(first.Path), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second.Path, Path.GetFileName(file)))));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_other_clients()
    {
        using var first = new DemoFolder(new DemoOptions(1, 12, 1, Today));
        using var second = new DemoFolder(new DemoOptions(1, 12, 2, Today));

        foreach (var file in new[] { "clients.csv", "treatments.csv", "assessments.csv", "payments.csv" })
            Assert.NotEqual(File.ReadAllBytes(Path.Combine(first.Path, file)), File.ReadAllBytes(Path.Combine(second.Path, file)));
    }

    [Fact]
    public void From_two_clinics_up_a_clinic_stays_the_same_when_more_are_asked_for()
    {
        using var few = new DemoFolder(new DemoOptions(2, 6, 1, Today));
        using var more = new DemoFolder(new DemoOptions(5, 6, 1, Today));

        Assert.All(few.Tables, t => Assert.Equal(t.Value, more[t.Key].Take(t.Value.Count)));
    }

    [Theory]
    [InlineData("2026-07-03")]
    [InlineData("2026-09-01")]
    [InlineData("2026-01-31")]
    public void The_last_full_month_has_plenty_in_every_clinic(string today)
    {
        using var demo = new DemoFolder(new DemoOptions(3, 24, 1, DemoFolder.Day(today)));
        var month = new DateOnly(demo.Today.Year, demo.Today.Month, 1).AddMonths(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var clinicOfClient = demo["clients"].ToDictionary(c => c["client_id"], c => c["clinic_id"], StringComparer.Ordinal);
        var clinicOf = demo["treatments"].ToDictionary(t => t["treatment_id"], t => clinicOfClient[t["client_id"]], StringComparer.Ordinal);

        Assert.All(demo["clinics"].Select(c => c["clinic_id"]), clinic =>
        {
            Assert.InRange(InMonth("sessions", "performed_on"), 12, 90);
            Assert.InRange(InMonth("treatments", "completed_on"), 4, 25);
            Assert.InRange(InMonth("surveys", "responded_on"), 3, 30);
            Assert.InRange(InMonth("assessments", "assessed_on"), 10, 90);
            Assert.InRange(demo["payments"].Count(p => p["clinic_id"].Equals(clinic, StringComparison.Ordinal) && p["paid_on"].StartsWith(month, StringComparison.Ordinal)), 20, 150);

            int InMonth(string table, string column) =>
                demo[table].Count(r => clinicOf[r["treatment_id"]].Equals(clinic, StringComparison.Ordinal) && r[column].StartsWith(month, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Shares_are_those_of_a_clinic()
    {
        using var demo = new DemoFolder(new DemoOptions(3, 24, 1, Today));
        double treatments = demo["treatments"].Count;

        Assert.InRange(treatments, 1_500, 2_100);
        Assert.InRange(demo["assessments"].Count, 5_000, 10_000);
        Assert.InRange(demo["sessions"].Count / treatments, 3, 4);
        Assert.InRange(Share("sessions", s => s["status"] is not "completed"), 0.03, 0.07);
        Assert.InRange(Share("surveys", s => s["responded_on"].Length > 0), 0.55, 0.65);
        Assert.InRange(Share("touch_ups", t => t["reason"] is "fade"), 0.6, 0.9);
        Assert.InRange(Share("touch_ups", t => t["under_warranty"] is "true"), 0.05, 0.25);
        Assert.InRange(demo["adverse_events"].Count / treatments, 0.01, 0.03);
        Assert.InRange(Share("treatments", t => t["completed_on"].Length == 0), 0.01, 0.06);
        Assert.InRange(Share("clients", c => c["sun_exposure"].Length == 0), 0.02, 0.06);
        Assert.InRange(Share("assessments", a => a["method"] is "colorimetry"), 0.6, 0.8);
        Assert.Contains(demo["treatments"], t => t["end_reason"] is "laser-removal");
        Assert.Contains(demo["payments"], p => p["kind"] is "refund");
        Assert.Contains(demo["touch_ups"].GroupBy(t => t["treatment_id"], StringComparer.Ordinal), g => g.Count() >= 2);

        double Share(string table, Func<Dictionary<string, string>, bool> has) => (double)demo[table].Count(has) / demo[table].Count;
    }

    [Fact]
    public void Warnings_are_few()
    {
        using var demo = new DemoFolder(new DemoOptions(3, 24, 1, Today));
        var sessions = demo["sessions"].GroupBy(s => s["treatment_id"], StringComparer.Ordinal);

        var longGaps = sessions.Count(g => g.Zip(g.Skip(1)).Any(p => DemoFolder.Day(p.Second["performed_on"]).DayNumber - DemoFolder.Day(p.First["performed_on"]).DayNumber > 90));
        var manySessions = sessions.Count(g => g.Count() > 6);
        var longOpen = demo["treatments"].Count(t => t["completed_on"].Length == 0 && DemoFolder.Day(t["started_on"]) < Today.AddDays(-365));
        var rises = demo["assessments"]
            .GroupBy(a => (a["treatment_id"], a["method"]))
            .Sum(g => g.Zip(g.Skip(1)).Count(p => !IsTouchedUp(p.First, p.Second) && DemoFolder.Number(p.Second["contrast"]) > 1.25m * DemoFolder.Number(p.First["contrast"])));
        Assert.InRange(rises, 0, 15);
        Assert.InRange(longGaps, 1, 15);
        Assert.InRange(manySessions, 0, 15);
        Assert.InRange(longOpen, 1, 15);

        bool IsTouchedUp(Dictionary<string, string> before, Dictionary<string, string> after) => demo["touch_ups"].Exists(t =>
            t["treatment_id"].Equals(before["treatment_id"], StringComparison.Ordinal)
            && DemoFolder.Day(t["performed_on"]) >= DemoFolder.Day(before["assessed_on"]) && DemoFolder.Day(t["performed_on"]) < DemoFolder.Day(after["assessed_on"]));
    }

    [Fact]
    public void One_clinic_became_less_satisfying_in_the_last_eight_months()
    {
        using var demo = new DemoFolder(new DemoOptions(3, 24, 1, Today));
        var clinicOfClient = demo["clients"].ToDictionary(c => c["client_id"], c => c["clinic_id"], StringComparer.Ordinal);
        var clinicOf = demo["treatments"].ToDictionary(t => t["treatment_id"], t => clinicOfClient[t["client_id"]], StringComparer.Ordinal);
        var answers = demo["surveys"].FindAll(s => s["satisfaction"].Length > 0);

        Assert.InRange(Mean("C02", isLate: false) - Mean("C02", isLate: true), 0.7, 1.4);
        Assert.InRange(Mean("C01", isLate: false) - Mean("C01", isLate: true), -0.3, 0.3);
        Assert.InRange(Mean("C03", isLate: false) - Mean("C03", isLate: true), -0.3, 0.3);

        double Mean(string clinic, bool isLate) => answers
            .Where(s => clinicOf[s["treatment_id"]].Equals(clinic, StringComparison.Ordinal) && DemoFolder.Day(s["sent_on"]) >= new DateOnly(2025, 11, 1) == isLate)
            .Average(s => (double)DemoFolder.Number(s["satisfaction"]));
    }

    [Fact]
    public void The_default_demo_takes_seconds_at_most()
    {
        // Under one second alone; the limit leaves room for a busy machine.
        var clock = Stopwatch.StartNew();
        using var demo = new DemoFolder(new DemoOptions(3, 24, 1, Today));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(100, 24)]
    [InlineData(3, 0)]
    [InlineData(3, 121)]
    public void Nonsense_is_refused(int clinics, int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DemoOptions(clinics, months, 1, Today));
}
