using System.Text;
using SmpInsights.Data.Forgetting;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Import;

namespace SmpInsights.Data.Tests.Forgetting;

/// <summary>Nothing of a forgotten client is left, and everything of the others is.</summary>
public sealed class ClientForgettingTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>Clients KEEPER and LEAVER, each with a row in every table; the ids of LEAVER's rows begin with LEAVER.</summary>
    private ClientForgetting WithTwoClients()
    {
        bench.WithClinic();
        bench.Write("clients", "client_id,clinic_id", "KEEPER,C1", "LEAVER,C1");
        foreach (var who in new[] { "KEEPER", "LEAVER" })
        {
            Append("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on", $"{who}-T,{who},P1,hair,2025-01-10,2025-02-10");
            Append("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", $"{who}-S,{who}-T,1,2025-01-10,P1,completed");
            Append("touch_ups", "touch_up_id,treatment_id,performed_on,practitioner_id,reason", $"{who}-U,{who}-T,2026-01-10,P1,fade");
            Append("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", $"{who}-A,{who}-T,2025-04-10,photo,20");
            Append("surveys", "survey_id,treatment_id,sent_on", $"{who}-Q,{who}-T,2025-04-10");
            Append("aftercare_checks", "check_id,treatment_id,checked_on", $"{who}-C,{who}-T,2025-04-10");
            Append("adverse_events", "event_id,treatment_id,occurred_on,kind,severity", $"{who}-E,{who}-T,2025-04-10,other,mild");
            Append("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency", $"{who}-P1,C1,{who}-T,,session,2025-04-10,100,0,GBP");
            Append("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency", $"{who}-P2,C1,,{who}-U,touch-up,2025-04-10,50,0,GBP");
        }

        Assert.Empty(bench.Import().Rejects);
        foreach (var (table, row) in new[] { ("clients", ""), ("treatments", "-T"), ("sessions", "-S"), ("touch_ups", "-U"), ("assessments", "-A"), ("surveys", "-Q"), ("aftercare_checks", "-C"), ("adverse_events", "-E"), ("payments", "-P1"), ("payments", "-P2") })
        {
            bench.Stored($"INSERT INTO inferred_cells SELECT '{table}', who || '{row}', 'x', 'rule' FROM (SELECT 'KEEPER' AS who UNION SELECT 'LEAVER') RETURNING 1");
        }

        return new ClientForgetting(bench.Database, new StoppedClock());
    }

    private void Append(string table, string header, string row)
    {
        var path = Path.Combine(bench.Csv, table + ".csv");
        File.AppendAllText(path, (File.Exists(path) ? "" : header + "\n") + row + "\n");
    }

    /// <summary>Every cell of every table of the database that begins with the text: of tables that come later too.</summary>
    private List<string> CellsWith(string start)
    {
        var tables = bench.Stored("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        return [.. tables.SelectMany(table => bench.Stored($"SELECT name FROM pragma_table_info('{table}')").SelectMany(column =>
            bench.Stored($"SELECT CAST({column} AS TEXT) FROM {table} WHERE CAST({column} AS TEXT) LIKE '{start}%'").Select(cell => $"{table}.{column} {cell}"))).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void No_cell_of_any_table_is_left_and_no_byte_of_the_file()
    {
        var forgetting = WithTwoClients();
        Assert.NotEmpty(CellsWith("LEAVER"));
        var others = CellsWith("KEEPER");

        var forgotten = forgetting.Forget("LEAVER")!;

        Assert.Equal(("C1", "LEAVER-T"), (forgotten.Clinic, Assert.Single(forgotten.Treatments)));
        Assert.Equal(
            ["inferred_cells 10", "payments 2", "adverse_events 1", "aftercare_checks 1", "surveys 1", "assessments 1", "touch_ups 1", "sessions 1", "treatments 1", "clients 1"],
            forgotten.Rows.Select(r => FormattableString.Invariant($"{r.Table} {r.Rows}")));
        Assert.Empty(CellsWith("LEAVER"));
        Assert.Equal(others, CellsWith("KEEPER"));
        var folder = Path.GetDirectoryName(bench.RejectsPath)!;
        Assert.All(Directory.GetFiles(Path.Combine(folder, "data")), file => Assert.DoesNotContain("LEAVER", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
    }

    [Fact]
    public void That_it_happened_is_kept_and_not_who()
    {
        WithTwoClients().Forget("LEAVER");

        Assert.Equal(["C1 2026-07-15T12:00:00.000Z"], bench.Stored("SELECT clinic_id || ' ' || forgotten_at FROM forgettings"));
    }

    [Fact]
    public void Twice_is_once()
    {
        var forgetting = WithTwoClients();
        forgetting.Forget("LEAVER");

        Assert.Null(forgetting.ClinicOf("LEAVER"));
        Assert.Null(forgetting.Forget("LEAVER"));
        Assert.Equal(["1"], bench.Stored("SELECT CAST(count(*) AS TEXT) FROM forgettings"));
    }

    [Fact]
    public void Every_table_with_rows_of_clients_is_among_those_that_go()
    {
        var forgotten = WithTwoClients().Forget("LEAVER")!.Rows.Select(r => r.Table);

        Assert.Equal(
            Contract.Tables.Where(t => t.Columns.Any(c => c.References is "clients" or "treatments" or "touch_ups") || t.Name is "clients").Select(t => t.Name).Order(StringComparer.Ordinal),
            forgotten.Where(t => t is not "inferred_cells").Order(StringComparer.Ordinal));
    }
}
