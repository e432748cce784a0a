using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Maps;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Maps that people write.</summary>
public sealed class MapReaderTests
{
    [Fact]
    public void Maps_of_the_product_can_be_read()
    {
        Assert.Equal(["acuity", "fresha", "square-items"], BuiltInMaps.Names);
        Assert.All(BuiltInMaps.Names, name => Assert.Equal(name, MapReader.BuiltIn(name)!.Id));
    }

    [Fact]
    public void Every_fault_of_a_file_is_said_with_line_and_field()
    {
        var wrong = Assert.Throws<SettingException>(() => MapReader.Read("own.json", """
            {
              "id": "no good id",
              "courseGapDays": 0,
              "clinic": { "clinic_id": "C", "name": "N", "time_zone": "London", "currency": "£" },
              "services": [
                { "contains": ["x"], "kind": "nonsense" },
                { "kind": "session" }
              ],
              "tables": {
                "appointmints": { },
                "sessions": {
                  "session_id": { "column": "No" },
                  "treatment_id": { "column": "Case", "constant": "x" },
                  "session_no": { "constant": "1" },
                  "performed_on": { "column": "Day", "format": "dd.MM" },
                  "practitioner_id": { },
                  "colour": { "column": "x" },
                  "status": { "column": "State", "lookup": { "done": "finished" } }
                },
                "payments": { "amount": { "column": "Sum", "decimal": ";" } }
              }
            }
            """));

        Assert.Equal(
            [
                "2 id", "3 courseGapDays", "4 clinic.currency", "4 clinic.time_zone", "6 services[0].kind", "7 services[1].name", "10 tables.appointmints", "13 tables.sessions.treatment_id", "15 tables.sessions.performed_on.format",
                "16 tables.sessions.practitioner_id", "17 tables.sessions.colour", "18 tables.sessions.status.lookup.done", "20 tables.payments.amount.decimal",
                "20 tables.payments.clinic_id", "20 tables.payments.currency", "20 tables.payments.kind", "20 tables.payments.paid_on", "20 tables.payments.payment_id", "20 tables.payments.tax",
            ],
            wrong.Problems.Select(p => (p.Line, p.Field)).OrderBy(p => p.Line).ThenBy(p => p.Field, StringComparer.Ordinal).Select(p => FormattableString.Invariant($"{p.Line} {p.Field}")));
    }

    [Fact]
    public void A_map_may_fill_any_table_of_the_contract_with_lookups_constants_and_formats()
    {
        using var folder = new MapFolder();
        folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows));
        folder.Import("acuity");
        foreach (var file in Directory.GetFiles(folder.Export))
            File.Delete(file);
        folder.Write("readings.csv", "Fall;ignored,Datum,Gerät,Wert\nclinic-acuity-700001,03.02.2025,Spektro,\"1.234,5 \"\nclinic-acuity-700001,31.02.2025,Spektro,5\nclinic-acuity-700001,04.02.2025,Foto,5\n".Replace("Fall;ignored", "Fall", StringComparison.Ordinal));

        var result = folder.Import(MapReader.Read("own.json", """
            {
              "id": "own", // a clinic's own
              "tables": {
                "assessments": {
                  "file": "READ*.csv",
                  "assessment_id": { "columns": ["Datum"] },
                  "treatment_id": { "constant": "clinic-acuity-700001-t" },
                  "assessed_on": { "column": "datum", "format": "dd.MM.yyyy" },
                  "method": { "column": "Gerät", "lookup": { "spektro": "colorimetry" } },
                  "contrast": { "constant": "4.5" },
                }
              }
            }
            """));

        Assert.Equal(["03.02.2025|2025-02-03|colorimetry|4.5"], folder.Stored("SELECT assessment_id, assessed_on, method, contrast FROM assessments"));
        Assert.Equal(
            [("readings.csv", 3L, "datum", "31.02.2025", "expected a date written dd.MM.yyyy"), ("readings.csv", 4L, "Gerät", "Foto", "expected one of: spektro")],
            result.Rejects.Select(r => (r.File, r.Line, r.Column, r.Value, r.Reason)));
    }

    [Fact]
    public void Rows_that_break_a_rule_of_the_contract_are_said_by_the_exports_line()
    {
        using var folder = new MapFolder();
        folder.Write("clinics.csv", "clinic_id,name,time_zone,currency\nC,Clinic,Europe/London,GBP\n");
        folder.Write("people.csv", "Number,Year\nK1,1980\nK2,1066\n");

        var result = folder.Import(MapReader.Read("own.json", """{ "id": "own", "tables": { "clients": { "client_id": { "column": "Number" }, "clinic_id": { "constant": "C" }, "birth_year": { "column": "Year" } } } }"""));

        Assert.Equal([("people.csv", 3L, "birth_year", "1066")], result.Rejects.Select(r => (r.File, r.Line, r.Column, r.Value)));
        Assert.Equal(["K1"], folder.Stored("SELECT client_id FROM clients"));
    }

    [Fact]
    public void Of_several_clinics_the_one_must_be_said()
    {
        using var folder = new MapFolder();
        folder.Write("clinics.csv", "clinic_id,name,time_zone,currency\nA,A,Europe/London,GBP\nB,B,Europe/London,GBP\n");
        folder.Write("schedule.csv", AcuityExport.Text(AcuityExport.Rows));

        Assert.Contains("--clinic ID", Assert.Throws<Data.SmpDataException>(() => folder.Import("acuity")).Message, StringComparison.Ordinal);
        folder.Import("acuity", clinic: "B");
        Assert.Equal(["B"], folder.Stored("SELECT DISTINCT clinic_id FROM clients"));
    }

    [Theory]
    [InlineData(null, "GBP", "time zone")]
    [InlineData("Europe/London", null, "currency")]
    public void What_nobody_says_of_a_new_clinic_is_asked_for(string? zone, string? currency, string asked)
    {
        using var folder = new MapFolder();
        folder.Write("a.csv", "Appointment reference,Client,Scheduled date,Scheduled time,Duration,Services,Status\n7,A B,06/07/2024,10:30,1h,SMP,Completed\n");

        Assert.Contains(asked, Assert.Throws<Data.SmpDataException>(() => folder.Import("fresha", zone, currency)).Message, StringComparison.Ordinal);
    }
}
