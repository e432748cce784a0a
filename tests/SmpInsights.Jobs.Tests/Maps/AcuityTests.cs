using SmpInsights.Data.Import;
using SmpInsights.Jobs.Maps;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Acuity's export through the map that comes with the product.</summary>
public sealed class AcuityTests : IDisposable
{
    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Import(IEnumerable<string[]>? rows = null, string[]? header = null)
    {
        _folder.Write("schedule.csv", AcuityExport.Text(rows ?? AcuityExport.Rows, header), byteOrderMark: true);
        return _folder.Import("acuity", zone: null);
    }

    [Fact]
    public void Appointments_become_treatments_sessions_and_touch_ups()
    {
        var result = Import();

        Assert.Equal(["clinic|Clinic|Europe/London|GBP"], _folder.Stored("SELECT * FROM clinics"));
        Assert.Equal(
            [
                "clinic-acuity-700001-t|clinic-claire-adams|hairline|2024-12-02|2024-12-16",
                "clinic-acuity-700005-t|clinic-melissa-b|unspecified|2025-01-14|2025-01-21",
                "clinic-acuity-700010-t|clinic-melissa-b|density|2026-06-09|",
            ],
            _folder.Stored("SELECT treatment_id, practitioner_id, technique_id, started_on, completed_on FROM treatments ORDER BY 1"));
        Assert.Equal(
            [
                "clinic-acuity-700001|1|2024-12-02|150|completed",
                "clinic-acuity-700002|2|2024-12-16|120|completed",
                "clinic-acuity-700005|1|2025-01-14|120|no-show",
                "clinic-acuity-700006|1|2025-01-21|120|completed",
                "clinic-acuity-700010|1|2026-06-09|90|cancelled",
            ],
            _folder.Stored("SELECT session_id, session_no, performed_on, duration_min, status FROM sessions ORDER BY 1"));
        Assert.Equal(["clinic-acuity-700003|clinic-acuity-700001-t|2026-03-03|fade"], _folder.Stored("SELECT touch_up_id, treatment_id, performed_on, reason FROM touch_ups"));
        Assert.Equal(
            [
                "clinic-acuity-700001-p|deposit|2024-11-20|2000000",
                "clinic-acuity-700002-p|session|2024-12-16|6500000",
                "clinic-acuity-700003-p|touch-up|2026-03-03|11500000",
            ],
            _folder.Stored("SELECT payment_id, kind, paid_on, amount FROM payments ORDER BY 1"));
        Assert.Equal(["3"], _folder.Stored("SELECT count(*) FROM clients"));
        Assert.Contains(result.LeftOut, l => l is { What: "service \"Brow Wax\"", Count: 1 });
        Assert.Contains(result.LeftOut, l => l is { Why: "booked for a time to come", Count: 1 });
    }

    [Fact]
    public void What_cannot_be_read_is_said_with_its_place()
    {
        var reject = Assert.Single(Import().Rejects);

        Assert.Equal(("schedule.csv", 9L, "Start Time", "February 30, 2025 9:00 am"), (reject.File, reject.Line, reject.Column, reject.Value));
        Assert.Contains("MMMM d, yyyy h:mm tt", reject.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_found_in_any_order_and_case_among_others()
    {
        Import();
        var before = _folder.Everything();

        string[] header = [.. AcuityExport.Header.Reverse().Select(h => h.ToUpperInvariant()), "Intake form: skin?"];
        var result = Import(AcuityExport.Rows.Select(r => r.Reverse().Append("oily").ToArray()), header);

        Assert.Equal(0, result.Inserted + result.Updated);
        Assert.Equal(before, _folder.Everything());
    }

    [Fact]
    public void The_same_export_twice_changes_nothing_and_details_added_since_are_kept()
    {
        Import();
        _ = _folder.Stored("UPDATE sessions SET needle = '3RL' WHERE session_id = 'clinic-acuity-700001' RETURNING 1");
        _ = _folder.Stored("UPDATE clients SET skin_type = 'II' RETURNING 1");

        var again = Import();

        Assert.Equal((0L, 0L), (again.Inserted, again.Updated));
        Assert.Equal(["3RL"], _folder.Stored("SELECT needle FROM sessions WHERE session_id = 'clinic-acuity-700001'"));
        Assert.Equal(["II"], _folder.Stored("SELECT DISTINCT skin_type FROM clients"));
    }

    [Fact]
    public void What_the_export_does_not_say_is_marked_and_listed()
    {
        var result = Import();

        Assert.Equal(
            ["sessions|clinic-acuity-700001|status", "sessions|clinic-acuity-700006|status"],
            _folder.Stored("SELECT table_name, row_id, column_name FROM inferred_cells WHERE table_name = 'sessions' ORDER BY 2"));
        Assert.Contains(result.Inferred, i => i is { Table: "touch_ups", Column: "reason", Count: 1, Example: "clinic-acuity-700003" });
        Assert.Contains(result.Inferred, i => i is { Table: "treatments", Column: "completed_on", Count: 2 });
        Assert.Equal(result.Inferred.Sum(i => i.Count) + 1, File.ReadAllLines(_folder.Data.Inferred).Length);
    }

    [Fact]
    public void A_clinics_own_map_states_what_a_service_is_and_nothing_is_inferred_of_it()
    {
        Import();
        var map = MapReader.Read("own.json", """{ "extends": "acuity", "services": [{ "name": "smp touch up", "kind": "touch-up", "reason": "density" }, { "name": "Brow Wax", "kind": "ignore" }] }""");
        _folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows.Select(r => r[7] is "SMP Touch-Up" ? [.. r[..15], "Completed", .. r[16..]] : r)));

        var result = _folder.Import(map);

        Assert.Equal(["density"], _folder.Stored("SELECT reason FROM touch_ups"));
        Assert.Empty(_folder.Stored("SELECT 1 FROM inferred_cells WHERE table_name = 'touch_ups'"));
        Assert.Equal(1, result.Updated);
    }

    [Fact]
    public void A_session_long_after_the_last_is_a_touch_up_and_one_within_the_gap_is_not()
    {
        string[][] rows =
        [
            AcuityExport.Row("1", "January 1, 2025 9:00 am", "January 1, 2025 10:00 am", "A", "B", "", "a@example.com", "Hairline"),
            AcuityExport.Row("2", "April 1, 2025 9:00 am", "April 1, 2025 10:00 am", "A", "B", "", "a@example.com", "Hairline"),
            AcuityExport.Row("3", "July 1, 2025 9:00 am", "July 1, 2025 10:00 am", "A", "B", "", "a@example.com", "Hairline"),
        ];

        Import(rows);

        Assert.Equal(["clinic-acuity-1", "clinic-acuity-2"], _folder.Stored("SELECT session_id FROM sessions ORDER BY 1"));
        Assert.Equal(["clinic-acuity-3|fade"], _folder.Stored("SELECT touch_up_id, reason FROM touch_ups"));
        Assert.Equal(["2025-04-01"], _folder.Stored("SELECT completed_on FROM treatments"));
    }

    [Fact]
    public void Times_of_another_zone_are_the_clinics_day()
    {
        _folder.Write("clinics.csv", "clinic_id,name,time_zone,currency\nL,London,Europe/London,GBP\n");

        Import([AcuityExport.Row("1", "January 1, 2025 10:00 pm", "January 1, 2025 11:00 pm", "A", "B", "", "a@example.com", "Hairline", zone: "America/New_York")]);

        Assert.Equal(["2025-01-02|60"], _folder.Stored("SELECT performed_on, duration_min FROM sessions"));
        Assert.Equal(["L"], _folder.Stored("SELECT clinic_id FROM clients"));
    }

    [Fact]
    public void A_touch_up_before_any_session_is_rejected_and_said()
    {
        var result = Import([AcuityExport.Row("1", "January 1, 2025 9:00 am", "January 1, 2025 10:00 am", "A", "B", "", "a@example.com", "SMP Touch up")]);

        Assert.Contains("a session of this client before the touch-up", Assert.Single(result.Rejects).Reason, StringComparison.Ordinal);
        Assert.Empty(_folder.Stored("SELECT 1 FROM touch_ups"));
    }

    [Fact]
    public void Export_after_export_gives_what_one_export_of_all_would_and_the_same_marks()
    {
        Import(AcuityExport.Rows);
        var atOnce = _folder.Everything();

        using var inParts = new MapFolder();
        File.Copy(Path.Combine(_folder.Data.Root, SmpInsights.Data.Maps.ClientKey.FileName), Path.Combine(inParts.Data.Root, SmpInsights.Data.Maps.ClientKey.FileName));
        foreach (var part in new[] { AcuityExport.Rows[..1], AcuityExport.Rows[3..], AcuityExport.Rows[1..3], AcuityExport.Rows[2..3] })
        {
            inParts.Write("schedule.csv", AcuityExport.Text(part));
            inParts.Import("acuity");
        }

        Assert.Equal(atOnce, inParts.Everything());
    }

    [Fact]
    public void An_older_export_that_comes_later_joins_the_same_treatment()
    {
        Import(AcuityExport.Rows[1..3]);
        Import(AcuityExport.Rows[..1]);

        Assert.Equal(["clinic-acuity-700002-t|2024-12-02|2024-12-16"], _folder.Stored("SELECT treatment_id, started_on, completed_on FROM treatments"));
        Assert.Equal(["clinic-acuity-700001|1", "clinic-acuity-700002|2"], _folder.Stored("SELECT session_id, session_no FROM sessions ORDER BY 1"));
        Assert.Equal(["clinic-acuity-700003"], _folder.Stored("SELECT touch_up_id FROM touch_ups"));
    }
}
