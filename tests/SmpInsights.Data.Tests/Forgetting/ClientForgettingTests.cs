using System.Text;
using Dapper;
using SmpInsights.Data.Forgetting;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Forgetting;

/// <summary>Nothing of a forgotten client is left, and everything of the others is.</summary>
public abstract class ClientForgettingTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : ClientForgettingTests(new SqliteStore())
    {
        [Fact]
        public void No_byte_of_the_file_is_left()
        {
            var forgetting = WithTwoClients();
            using var connection = Bench.Database.Connect();
            var folder = Path.GetDirectoryName(connection.DataSource)!;
            bool Named() => Directory.GetFiles(folder).Any(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("LEAVER", StringComparison.Ordinal));
            Assert.True(Named());

            forgetting.Forget("LEAVER");

            Assert.False(Named());
        }
    }

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : ClientForgettingTests(store);

    private readonly ImportBench bench = new(store);

    private protected ImportBench Bench => bench;

    public void Dispose() => bench.Dispose();

    /// <summary>Clients KEEPER and LEAVER, each with a row in every table; the ids of LEAVER's rows begin with LEAVER.</summary>
    private protected ClientForgetting WithTwoClients()
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
        using var connection = bench.Database.Connect();
        foreach (var (table, row) in new[] { ("clients", ""), ("treatments", "-T"), ("sessions", "-S"), ("touch_ups", "-U"), ("assessments", "-A"), ("surveys", "-Q"), ("aftercare_checks", "-C"), ("adverse_events", "-E"), ("payments", "-P1"), ("payments", "-P2") })
        {
            connection.Execute("INSERT INTO inferred_cells (table_name, row_id, column_name, rule_text) VALUES (@table, @id, 'x', 'rule')", new[] { "KEEPER", "LEAVER" }.Select(who => new { table, id = who + row }));
        }

        return new ClientForgetting(bench.Database, new StoppedClock());
    }

    private void Append(string table, string header, string row)
    {
        var path = Path.Combine(bench.Csv, table + ".csv");
        File.AppendAllText(path, (File.Exists(path) ? "" : header + "\n") + row + "\n");
    }

    /// <summary>Every cell of every table of the database that begins with the text: of tables that come later too.</summary>
    private List<string> CellsWith(string start) =>
        [.. bench.Cells().Where(c => c.Text.StartsWith(start, StringComparison.Ordinal)).Select(c => $"{c.Place} {c.Text}").Order(StringComparer.Ordinal)];

    [Fact]
    public void No_cell_of_any_table_is_left()
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
    }

    [Fact]
    public void That_it_happened_is_kept_and_not_who()
    {
        WithTwoClients().Forget("LEAVER");

        using var connection = bench.Database.Connect();
        Assert.Equal([("C1", StoppedClock.Noon)], connection.Query<(string, DateTimeOffset)>("SELECT clinic_id, forgotten_at FROM forgettings"));
    }

    [Fact]
    public void Twice_is_once()
    {
        var forgetting = WithTwoClients();
        forgetting.Forget("LEAVER");

        Assert.Null(forgetting.ClinicOf("LEAVER"));
        Assert.Null(forgetting.Forget("LEAVER"));
        Assert.Equal(["1"], bench.Stored("SELECT COUNT(*) FROM forgettings"));
    }

    [Fact]
    public void The_ids_of_all_rows_that_went_are_told_by_table()
    {
        var ids = WithTwoClients().Forget("LEAVER")!.Ids;

        Assert.Equal(
            ["adverse_events LEAVER-E", "aftercare_checks LEAVER-C", "assessments LEAVER-A", "clients LEAVER", "payments LEAVER-P1 LEAVER-P2", "sessions LEAVER-S", "surveys LEAVER-Q", "touch_ups LEAVER-U", "treatments LEAVER-T"],
            ids.Select(t => $"{t.Key} {string.Join(' ', t.Value.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("LEAVER")]
    [InlineData("L_%[a]")]
    [InlineData("L😀")]
    public void Payments_that_only_their_own_id_ties_to_the_client_go(string client)
    {
        var forgetting = WithTwoClients();
        var longer = "x-" + client;
        Append("clients", "client_id,clinic_id", longer + ",C1");
        if (client is not "LEAVER")
            Append("clients", "client_id,clinic_id", client + ",C1");
        Append("clinics", "clinic_id,name,time_zone,currency", "C2,Leeds,Europe/London,GBP");
        string[] kept = [$"acuity-2-{longer}-p", $"acuity-3-{client.ToLowerInvariant()}-p", $"acuity-4-{client}-P", $"acuity-5{client}-p", $"acuity-6-{client}-p-1", "acuity-7-LxxXxa-p"];
        foreach (var id in new[] { $"acuity-1-{client}-p" }.Concat(kept))
            Append("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency", id + ",C1,,,deposit,2025-04-10,100,0,GBP");
        Append("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency", $"acuity-8-{client}-p,C2,,,deposit,2025-04-10,100,0,GBP");
        Append("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency", $"acuity-9-{client}-p,C1,KEEPER-T,,deposit,2025-04-10,100,0,GBP");
        Assert.Empty(bench.Import().Rejects);
        using (var connection = bench.Database.Connect())
            connection.Execute("INSERT INTO inferred_cells (table_name, row_id, column_name, rule_text) VALUES ('payments', @id, 'kind', 'rule')", new[] { new { id = $"acuity-1-{client}-p" }, new { id = kept[0] } });

        var forgotten = forgetting.Forget(client)!;

        Assert.Contains($"acuity-1-{client}-p", forgotten.Ids["payments"]);
        Assert.Equal(client is "LEAVER" ? (3, 11) : (1, 1), (forgotten.Rows.Single(r => r.Table is "payments").Rows, forgotten.Rows.Single(r => r.Table is "inferred_cells").Rows));
        Assert.Equal([.. kept.Append($"acuity-8-{client}-p").Append($"acuity-9-{client}-p").Order(StringComparer.Ordinal)], bench.Stored("SELECT payment_id FROM payments WHERE payment_id LIKE 'acuity-%'").Order(StringComparer.Ordinal));
        Assert.Equal([kept[0]], bench.Stored("SELECT row_id FROM inferred_cells WHERE row_id LIKE 'acuity-%'"));
    }

    [Fact]
    public void An_id_that_something_else_has_is_no_forgotten_clients()
    {
        var forgetting = WithTwoClients();
        Assert.False(forgetting.MayHaveForgotten("NOBODY"));

        forgetting.Forget("LEAVER");

        Assert.True(forgetting.MayHaveForgotten("LEAVER"));
        Assert.All(
            ["C1", "P1", "hair", "G1", "KEEPER", "KEEPER-T", "KEEPER-S", "KEEPER-U", "KEEPER-A", "KEEPER-Q", "KEEPER-C", "KEEPER-E", "KEEPER-P1"],
            id => Assert.False(forgetting.MayHaveForgotten(id), id));
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
