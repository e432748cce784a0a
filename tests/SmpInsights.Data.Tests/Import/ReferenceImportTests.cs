using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>The reference data of the measures goes through the import whole, and comes out of the reader.</summary>
public abstract class ReferenceImportTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : ReferenceImportTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : ReferenceImportTests(store);

    private readonly ImportBench bench = new(store, new DateTimeOffset(2040, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("clinic-a", 6970)]
    [InlineData("lung", 0)]
    [InlineData("sleepstudy", 0)]
    public void Reference_data_is_taken_without_a_reject(string folder, int atLeast)
    {
        var result = bench.Import(Reference.Folder(folder));

        Assert.Empty(result.Rejects);
        Assert.True(result.Read >= atLeast);
        Assert.Equal(result.Read, result.Inserted);
    }

    [Fact]
    public void What_is_read_has_the_counts_of_the_files()
    {
        bench.Import(Reference.Folder("clinic-a"));

        var data = new OutcomeReader(bench.Database).Read(clinicId: null);

        Assert.Equal(Reference.Rows("clinic-a", "clinics"), data.Clinics.Count);
        Assert.Equal(Reference.Rows("clinic-a", "practitioners"), data.Practitioners.Count);
        Assert.Equal(Reference.Rows("clinic-a", "clients"), data.Clients.Count);
        Assert.Equal(Reference.Rows("clinic-a", "techniques"), data.Techniques.Count);
        Assert.Equal(Reference.Rows("clinic-a", "pigments"), data.Pigments.Count);
        Assert.Equal(Reference.Rows("clinic-a", "treatments"), data.Treatments.Count);
        Assert.Equal(Reference.Rows("clinic-a", "sessions"), data.Sessions.Count);
        Assert.Equal(Reference.Rows("clinic-a", "touch_ups"), data.TouchUps.Count);
        Assert.Equal(Reference.Rows("clinic-a", "assessments"), data.Assessments.Count);
        Assert.Equal(Reference.Rows("clinic-a", "surveys"), data.Surveys.Count);
        Assert.Equal(0, data.AftercareChecks.Count);
        Assert.Equal(Reference.Rows("clinic-a", "adverse_events"), data.AdverseEvents.Count);
        Assert.Equal(Reference.Rows("clinic-a", "payments"), data.Payments.Count);
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        var first = bench.Import(Reference.Folder("clinic-a"));
        var second = bench.Import(Reference.Folder("clinic-a"));

        Assert.Equal((0, 0, first.Inserted), (second.Inserted, second.Updated, second.Unchanged));
        Assert.Equal(first.Warnings, second.Warnings);
    }
}
