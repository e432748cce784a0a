using SmpInsights.Data.Import;
using SmpInsights.Jobs.Maps;

namespace SmpInsights.Jobs.Tests.Maps;

/// <summary>Fresha's list of appointments: clients by name only, several services in a row, dates day first.</summary>
public sealed class FreshaTests : IDisposable
{
    private const string Header = "Appointment reference,Client,Team member,Resource,Scheduled date,Scheduled time,Duration,Services,Status\r\n";

    private readonly MapFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ImportResult Import(string rows)
    {
        _folder.Write("Appointments.CSV", Header + rows, byteOrderMark: true);
        return _folder.Import("fresha");
    }

    [Fact]
    public void Several_services_of_one_row_are_several_sessions_and_the_rest_is_said()
    {
        var result = Import("#00A1,Kayleigh Hastings,Sam,,06/07/2024,10:30,2h 30min,\"SMP Hairline, Scar camouflage, Lash lift\",Completed\r\n");

        Assert.Equal(["clinic-fresha-#00A1|2024-07-06|completed|", "clinic-fresha-#00A1-2|2024-07-06|completed|"], _folder.Stored("SELECT session_id, performed_on, status, duration_min FROM sessions ORDER BY 1"));
        Assert.Equal(["scar-camouflage", "hairline"], _folder.Stored("SELECT technique_id FROM treatments ORDER BY treatment_id DESC").OrderDescending(StringComparer.Ordinal));
        Assert.Contains(result.LeftOut, l => l is { What: "service \"Lash lift\"" });
    }

    [Theory]
    [InlineData("06/07/2024,10:30", "2024-07-06")]
    [InlineData("06/07/2024,10:30pm", "2024-07-06")]
    [InlineData(",2024-07-06 10:30:00", "2024-07-06")]
    [InlineData("2024-07-06,10:30", "2024-07-06")]
    [InlineData("6 Jul 2024,10:30 am", "2024-07-06")]
    public void Dates_and_times_as_it_writes_them(string written, string day)
    {
        Import($"1,Kayleigh Hastings,Sam,,{written},45min,SMP,Completed\r\n");

        Assert.Equal([day + "|45"], _folder.Stored("SELECT performed_on, duration_min FROM sessions"));
    }

    [Theory]
    [InlineData("Completed", "completed", false)]
    [InlineData("CANCELLED", "cancelled", false)]
    [InlineData("No-show", "no-show", false)]
    [InlineData("Arrived", "completed", true)]
    [InlineData("", "completed", true)]
    public void Statuses_are_taken_or_inferred(string written, string status, bool inferred)
    {
        Import($"1,Kayleigh Hastings,Sam,,06/07/2024,10:30,45min,SMP,{written}\r\n");

        Assert.Equal([status], _folder.Stored("SELECT status FROM sessions"));
        Assert.Equal(inferred ? ["status"] : [], _folder.Stored("SELECT column_name FROM inferred_cells WHERE table_name = 'sessions'"));
    }

    [Fact]
    public void Clients_by_name_only_are_marked_and_one_name_is_one_client()
    {
        Import("1,Kayleigh  HASTINGS,Sam,,06/07/2024,10:30,45min,SMP,Completed\r\n2,kayleigh hastings,Sam,,07/07/2024,10:30,45min,SMP,Completed\r\n");

        Assert.Equal(["client_id"], _folder.Stored("SELECT column_name FROM inferred_cells WHERE table_name = 'clients'"));
        Assert.Equal(["1|2"], _folder.Stored("SELECT count(DISTINCT treatment_id), count(*) FROM sessions"));
        Assert.Empty(_folder.FilesWith("kayleigh"));
    }

    [Fact]
    public void Without_a_column_for_who_treated_nobody_is_named()
    {
        _folder.Write("a.csv", "appointment_reference,CLIENT,scheduled DATE,Scheduled Time,Duration,Services,Status\n7,A B,06/07/2024,10:30,1h,SMP,Completed\n");

        Assert.Equal(0, _folder.Import("fresha").Rejected);
        Assert.Equal(["Unassigned"], _folder.Stored("SELECT name FROM practitioners"));
    }

    [Fact]
    public void A_clinics_own_map_reads_dates_month_first()
    {
        _folder.Write("a.csv", Header + "1,A B,Sam,,07/06/2024,10:30,45min,SMP,Completed\r\n");

        _folder.Import(MapReader.Read("own.json", """
            { "extends": "fresha", "tables": { "appointments": { "starts_at": { "columns": ["Scheduled date", "Scheduled time"], "join": true, "format": "M/d/yyyy H:mm" } } } }
            """));

        Assert.Equal(["2024-07-06"], _folder.Stored("SELECT performed_on FROM sessions"));
    }
}
