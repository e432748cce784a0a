using SmpInsights.Data.Import;
using SmpInsights.Jobs.Maps;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Values that a clinic's own map cannot take are said with their place; who clients are is taken by no way around.</summary>
public sealed class OwnMapValuesTests : IDisposable
{
    private const string Header = "Start Time,End Time,First Name,Last Name,Email,Type,Calendar,Appointment Price,Paid?,Appointment ID\n";

    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Import(string map, string text)
    {
        _folder.Write("export.csv", text);
        return _folder.Import(MapReader.Read("own.json", map));
    }

    [Theory]
    [InlineData("""{ "extends": "acuity", "tables": { "appointments": { "paid": { "column": "Paid?", "lookup": { "Y": "yes", "N": "no" } } } } }""", "Paid?", "ja")]
    [InlineData("""{ "extends": "acuity", "tables": { "appointments": { "practitioner": { "column": "Calendar", "lookup": { "Other": "Otto" } } } } }""", "Calendar", "Mira")]
    public void A_word_that_a_lookup_does_not_have_is_rejected_whatever_the_field(string map, string column, string value)
    {
        var result = Import(map, Header + "\"March 3, 2025 9:00 am\",\"March 3, 2025 11:00 am\",Ann,Bell,ann@example.com,SMP Hairline,Mira,100,ja,1\n");

        var reject = Assert.Single(result.Rejects);
        Assert.Equal(("export.csv", 2L, column, value), (reject.File, reject.Line, reject.Column, reject.Value));
        Assert.Empty(_folder.Stored("SELECT * FROM sessions"));
    }

    [Fact]
    public void A_decimal_comma_holds_for_numbers_as_for_amounts()
    {
        _folder.Write("schedule.csv", Header + "\"March 3, 2025 9:00 am\",\"March 3, 2025 11:00 am\",Ann,Bell,ann@example.com,SMP Hairline,Mira,100,no,1\n");
        _folder.Import("acuity");

        var result = Import(
            """{ "id": "scores", "tables": { "assessments": { "assessment_id": { "column": "Nr" }, "treatment_id": { "column": "Kur" }, "assessed_on": { "column": "Tag" }, "method": { "constant": "photo" }, "contrast": { "column": "Score", "decimal": "," } } } }""",
            "Nr,Kur,Tag,Score\nA1,clinic-acuity-1-t,2025-06-01,\"1,5\"\nA2,clinic-acuity-1-t,2025-06-02,1.234\nA3,clinic-acuity-1-t,2025-06-03,\"1,2,3\"\n");

        Assert.Equal(["A1|1.5", "A2|1234"], _folder.Stored("SELECT assessment_id, contrast FROM assessments ORDER BY 1"));
        Assert.Equal((4L, "Score", "1,2,3", "expected a number such as 1.234,5"), Assert.Single(result.Rejects) is var r ? (r.Line, r.Column, r.Value, r.Reason) : default);
    }

    [Fact]
    public void An_e_mail_address_is_no_id()
    {
        var result = Import(
            """{ "id": "people", "tables": { "clients": { "client_id": { "column": "Kennung" }, "clinic_id": { "constant": "clinic" } } } }""",
            "Kennung\nzaphod@example.com\n");

        Assert.Contains(result.Rejects, r => r is { Line: 2, Column: "Kennung", Value: "" });
        Assert.Empty(_folder.FilesWith("zaphod"));
    }

    [Theory]
    [InlineData("Telefon")]
    [InlineData("Nachname")]
    [InlineData("Prénom")]
    [InlineData("Correo")]
    public void Columns_that_name_a_client_in_another_language_are_refused_too(string column) =>
        Assert.ThrowsAny<Exception>(() => MapReader.Read("own.json", $$"""{ "id": "people", "tables": { "clients": { "client_id": { "column": "{{column}}" }, "clinic_id": { "constant": "clinic" } } } }"""));

    [Theory]
    [InlineData("zyxw", "private zyxw shave")]
    [InlineData("李伟", "李伟 care")]
    [InlineData("Bell", "Beard +44 7700 900998")]
    public void The_name_of_a_service_that_tells_who_came_is_not_shown(string name, string service)
    {
        var result = Import("""{ "extends": "acuity", "id": "own" }""", Header + $"\"March 3, 2025 9:00 am\",\"March 3, 2025 11:00 am\",Ann,{name},ann@example.com,{service},Mira,100,no,1\n");

        Assert.Contains(result.LeftOut, l => l.What is "a service whose name is not shown");
    }

    [Fact]
    public void An_appointment_later_today_is_not_over()
    {
        var result = Import(
            """{ "extends": "acuity", "id": "own" }""",
            Header + "\"July 15, 2026 12:30 pm\",\"July 15, 2026 1:30 pm\",Ann,Bell,ann@example.com,SMP Hairline,Mira,100,no,1\n\"July 15, 2026 9:00 am\",\"July 15, 2026 10:00 am\",Bea,Cole,bea@example.com,SMP Hairline,Mira,100,no,2\n");

        Assert.Equal(["clinic-own-2"], _folder.Stored("SELECT session_id FROM sessions"));
        Assert.Contains(result.LeftOut, l => l is { Why: "booked for a time to come", Count: 1 });
    }
}
