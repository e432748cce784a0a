using Dapper;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>How the embedded database finds what rules compare with.</summary>
public sealed class RulePlanTests : IDisposable
{
    private readonly ImportBench bench = new ImportBench(new SqliteStore()).WithClinic();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("clinics", "clinics_with_payments_in_another_currency", "ix_payments_clinic")]
    [InlineData("treatments", "treatments_not_before_touch_ups", "ix_touch_ups_treatment")]
    [InlineData("treatments", "treatments_after_sessions", "ix_sessions_treatment")]
    [InlineData("treatments", "treatments_after_assessments", "ix_assessments_treatment")]
    [InlineData("treatments", "treatments_after_adverse_events", "ix_adverse_events_treatment")]
    public void A_stored_row_is_found_through_its_index_and_nothing_is_sorted(string parent, string rule, string index)
    {
        using var store = bench.Database.BeginImport(StoppedClock.Noon);
        var connection = store.Connection;
        connection.Execute($"CREATE TEMP TABLE staged AS SELECT 1 AS line, * FROM {parent}");

        var plan = connection.Query<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN " + SqlFile.Text($"sql/import/rules/{rule}.sql")).Select(step => step.Detail).ToList();

        Assert.EndsWith(" s", Assert.Single(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
