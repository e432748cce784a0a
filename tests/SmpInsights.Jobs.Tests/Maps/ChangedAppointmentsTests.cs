using SmpInsights.Data.Import;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Appointments that a later export tells otherwise: what is stored of them follows, and is said.</summary>
public sealed class ChangedAppointmentsTests : IDisposable
{
    private const string Header = "Start Time,End Time,First Name,Last Name,Email,Type,Calendar,Appointment Price,Paid?,Amount Paid Online,Date Scheduled,Label,Appointment ID\n";

    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Line(int id, string start, string type = "SMP Hairline", string paid = "no", string label = "", string email = "ann@example.com") =>
        FormattableString.Invariant($"\"{start} 9:00 am\",\"{start} 11:00 am\",Ann,Bell,{email},{type},Mira,$100.00,{paid},$0.00,2025-01-02,{label},{id}\n");

    private ImportResult Import(params string[] lines)
    {
        _folder.Write("schedule.csv", Header + string.Concat(lines));
        return _folder.Import("acuity", "America/New_York", "USD");
    }

    [Fact]
    public void Many_rows_go_only_where_that_is_meant()
    {
        string[] held = [.. Enumerable.Range(1, 21).Select(i => Line(i, "March 3, 2025", email: FormattableString.Invariant($"c{i}@example.com")))];
        string[] elsewhere = [.. held.Select(line => line.Replace("SMP Hairline", "Beard trim", StringComparison.Ordinal))];
        Import(held);

        var refused = Import(elsewhere);
        Assert.Equal(["21|21"], _folder.Stored("SELECT (SELECT count(*) FROM sessions), (SELECT count(*) FROM treatments)"));
        Assert.Equal(42, refused.Warnings.Count(w => w.Message.EndsWith("--remove", StringComparison.Ordinal)));

        _folder.Write("schedule.csv", Header + string.Concat(elsewhere));
        _folder.Import("acuity", "America/New_York", "USD", mayRemove: true);
        Assert.Equal(["0|0"], _folder.Stored("SELECT (SELECT count(*) FROM sessions), (SELECT count(*) FROM treatments)"));
    }

    [Fact]
    public void A_touch_up_that_was_cancelled_after_all_goes_with_its_payment()
    {
        Import(Line(1, "March 3, 2025"), Line(2, "March 3, 2026", "SMP Touch-Up", "yes"));
        Assert.Equal(["clinic-acuity-2|clinic-acuity-2-p"], _folder.Stored("SELECT t.touch_up_id, p.payment_id FROM touch_ups AS t JOIN payments AS p ON p.touch_up_id = t.touch_up_id"));

        var result = Import(Line(1, "March 3, 2025"), Line(2, "March 3, 2026", "SMP Touch-Up", "no", "Cancelled"));

        Assert.Equal(["0|0|1"], _folder.Stored("SELECT (SELECT count(*) FROM touch_ups), (SELECT count(*) FROM payments), (SELECT count(*) FROM sessions)"));
        Assert.Equal(["payments.csv clinic-acuity-2-p", "touch_ups.csv clinic-acuity-2"], result.Warnings.Where(w => w.Message.StartsWith("removed", StringComparison.Ordinal)).Select(w => $"{w.File} {w.Id}"));
        Assert.Empty(_folder.Stored("SELECT row_id FROM inferred_cells WHERE row_id LIKE 'clinic-acuity-2%'"));
    }

    [Fact]
    public void An_appointment_put_off_to_a_day_to_come_leaves_no_session_nor_treatment()
    {
        Import(Line(1, "March 3, 2025", paid: "yes"));

        Import(Line(1, "March 3, 2031", paid: "yes"));

        Assert.Equal(["0|0|0"], _folder.Stored("SELECT (SELECT count(*) FROM treatments), (SELECT count(*) FROM payments), (SELECT count(*) FROM sessions)"));
    }

    [Fact]
    public void Appointments_that_the_export_does_not_have_and_rows_that_others_refer_to_stay()
    {
        Import(Line(1, "March 3, 2025"), Line(9, "March 3, 2025", email: "bea@example.com"));
        _folder.Write("assessments.csv", "assessment_id,treatment_id,assessed_on,method,contrast\nA1,clinic-acuity-1-t,2025-06-01,photo,50\n");

        var result = Import(Line(1, "March 3, 2031"));

        Assert.Equal(["clinic-acuity-1-t", "clinic-acuity-9-t"], _folder.Stored("SELECT treatment_id FROM treatments ORDER BY 1"));
        Assert.Equal(["clinic-acuity-9"], _folder.Stored("SELECT session_id FROM sessions"));
        Assert.Contains(result.Warnings, w => w is { Id: "clinic-acuity-1-t" } && w.Message.Contains("it stays", StringComparison.Ordinal));
    }

    [Fact]
    public void An_earlier_appointment_that_comes_later_joins_the_treatment_that_is_stored()
    {
        Import(Line(7, "March 7, 2025"), Line(20, "March 20, 2025"));

        Import(Line(1, "March 1, 2025"), Line(7, "March 7, 2025"), Line(20, "March 20, 2025"));

        Assert.Equal(["clinic-acuity-7-t|2025-03-01"], _folder.Stored("SELECT treatment_id, started_on FROM treatments"));
        Assert.Equal(["3"], _folder.Stored("SELECT count(*) FROM sessions WHERE treatment_id = 'clinic-acuity-7-t'"));
    }

    [Fact]
    public void Two_treatments_out_of_one_have_two_ids()
    {
        Import(Line(7, "March 7, 2025"), Line(20, "March 20, 2025"));

        Import(Line(7, "March 7, 2025", "SMP Density"), Line(20, "March 20, 2025"));

        Assert.Equal(["clinic-acuity-20-t|hairline|clinic-acuity-20", "clinic-acuity-7-t|density|clinic-acuity-7"],
            _folder.Stored("SELECT t.treatment_id, t.technique_id, s.session_id FROM treatments AS t JOIN sessions AS s ON s.treatment_id = t.treatment_id ORDER BY 1"));
    }

    [Fact]
    public void Payments_that_come_again_under_another_id_count_once_however_many()
    {
        string[] asked = [.. Enumerable.Range(1, 21).Select(i => Line(i, "March 3, 2025", "Consultation", "yes", email: FormattableString.Invariant($"c{i}@example.com")))];
        Import(asked);
        _ = _folder.Stored("UPDATE payments SET payment_id = substr(payment_id, 1, length(payment_id) - 24) || '-p' RETURNING 1"); // as they were once stored

        Import(asked);

        Assert.Equal(["21|21000000"], _folder.Stored("SELECT count(*), sum(amount) FROM payments"));
    }

    [Fact]
    public void A_payment_for_no_treatment_ends_with_whose_it_is()
    {
        Import(Line(1, "March 3, 2025", "Consultation", "yes"));

        Assert.Equal(["1"], _folder.Stored("SELECT count(*) FROM payments AS p JOIN clients AS c ON p.payment_id = 'clinic-acuity-1-' || c.client_id || '-p'"));
        Import(Line(1, "March 3, 2025", "Consultation"));
        Assert.Equal(["0"], _folder.Stored("SELECT count(*) FROM payments"));
    }
}
