using SmpInsights.Data.Adoption;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Adoption;

/// <summary>The script of the views: runs as it is, names every column, and is filled in where names fit.</summary>
public abstract class ViewTemplateTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : ViewTemplateTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : ViewTemplateTests(store);

    private readonly ForeignClinic clinic = new(store);

    public void Dispose() => clinic.Dispose();

    [Fact]
    public void Every_column_of_every_table_is_in_it_with_what_it_holds()
    {
        var script = ViewTemplate.Write(clinic.Source);

        foreach (var table in Contract.Tables)
        {
            Assert.Contains($"CREATE VIEW {clinic.ViewOf(table.Name)} AS", script, StringComparison.Ordinal);
            Assert.All(table.Columns, c => Assert.Contains($" AS {c.Name}", script, StringComparison.Ordinal));
        }

        Assert.Contains("One of: completed, cancelled, no-show.", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Filled_in_where_names_fit_it_runs_and_what_it_makes_can_be_read()
    {
        foreach (var table in new[] { "clinics", "practitioners", "clients", "techniques", "treatments", "sessions" })
        {
            clinic.Drop(table);
        }

        clinic.Do("DROP TABLE staff");
        clinic.Do("CREATE TABLE Locations (LocationId int, Name varchar(100), TimeZone varchar(40), Currency varchar(3))");
        clinic.Do("CREATE TABLE Artists (Id int, LocationId int, [Display Name] varchar(100))");
        clinic.Do("CREATE TABLE Customers (CustomerId int, LocationId int, Full_Name varchar(100), UpdatedAt varchar(30))");
        clinic.Do("INSERT INTO Locations VALUES (1, 'Lyon', 'Europe/Paris', 'EUR')");
        clinic.Do("INSERT INTO Artists VALUES (5, 1, 'Zoe')");
        clinic.Do("INSERT INTO Customers VALUES (9, 1, 'Never Shown', '2026-07-01')");

        var script = ViewTemplate.Write(clinic.Source);
        foreach (var batch in script.Split(store is ServerStore ? "\nGO\n" : ";\n"))
        {
            if (batch.Split('\n').Any(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)))
            {
                clinic.Do(batch);
            }
        }

        var views = clinic.Check().ToDictionary(v => v.View, StringComparer.Ordinal);
        Assert.Equal((1, 0), (views[clinic.ViewOf("clinics")].Rows, views[clinic.ViewOf("clinics")].Rejected));
        Assert.Equal((1, 0), (views[clinic.ViewOf("practitioners")].Rows, views[clinic.ViewOf("practitioners")].Rejected));
        Assert.Equal((1, 0, true), (views[clinic.ViewOf("clients")].Rows, views[clinic.ViewOf("clients")].Rejected, views[clinic.ViewOf("clients")].ChangedAt));
        Assert.DoesNotContain("Never Shown", script, StringComparison.Ordinal);
        Assert.DoesNotContain("t.[Full_Name]", script.Replace('"', '[').Replace("Full_Name[", "Full_Name]", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_view_of_the_clinic_s_own_is_passed_over()
    {
        clinic.Do("CREATE TABLE gone (a int)");
        clinic.Do("CREATE VIEW broken AS SELECT a FROM gone");
        if (store is SqliteStore)
        {
            clinic.Do("DROP TABLE gone");
        }

        Assert.Contains("services, which has", ViewTemplate.Write(clinic.Source), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_database_it_is_T_SQL_with_nothing_filled_in()
    {
        var script = ViewTemplate.Write(source: null);

        Assert.Contains("-- CREATE VIEW smp_source.treatments AS", script, StringComparison.Ordinal);
        Assert.DoesNotContain("\nCREATE VIEW", script, StringComparison.Ordinal);
    }
}
