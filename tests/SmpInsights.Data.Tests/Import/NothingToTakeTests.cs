using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Files that cannot be read, and imports of which nothing was good.</summary>
public abstract class NothingToTakeTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : NothingToTakeTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : NothingToTakeTests(store);

    private readonly ImportBench bench = new(store);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_file_that_another_program_holds_is_one_reject()
    {
        bench.Write("techniques", "technique_id,name", "a,x");
        using var held = new FileStream(Path.Combine(bench.Csv, "techniques.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = bench.Import();

        Assert.Contains(new Reject("techniques.csv", 0, "", "", "the file cannot be read: it is locked, or damaged"), result.Rejects);
        Assert.True(result.NothingImported);
    }

    [Fact]
    public void A_link_to_nothing_is_said()
    {
        File.CreateSymbolicLink(Path.Combine(bench.Csv, "techniques.csv"), Path.Combine(bench.Csv, "gone.csv"));
        File.CreateSymbolicLink(Path.Combine(bench.Csv, "pigments.csv"), Path.Combine(bench.Csv, "gone", "pigments.csv"));

        var rejects = bench.Import().Rejects;

        Assert.All(["techniques.csv", "pigments.csv"], file =>
            Assert.Contains(new Reject(file, 0, "", "", "the file cannot be read: it is a link to a file that is not there"), rejects));
    }

    [Fact]
    public void A_folder_of_a_files_name_is_said_unless_the_file_is_there_too()
    {
        Directory.CreateDirectory(Path.Combine(bench.Csv, "Techniques.csv"));

        var result = bench.Import();

        Assert.Contains(new Reject("techniques.csv", 0, "", "", "the file cannot be read: it is a folder"), result.Rejects);
        Assert.DoesNotContain(result.Files, file => file is { File: "techniques.csv", Missing: true });
        Assert.Equal(1, bench.ImportTable("techniques", "technique_id,name", "a,x").Inserted);
    }

    [Fact]
    public void A_folder_whose_every_row_is_rejected_imports_nothing()
    {
        bench.Write("techniques", "technique_id,name", "a,", "b,");
        Assert.True(bench.Import().NothingImported);

        bench.WithClinic().Write("techniques", "technique_id,name", "a,", "b,");
        Assert.True(bench.Import().NothingImported);
    }

    [Fact]
    public void One_good_row_new_or_known_is_something()
    {
        bench.Write("techniques", "technique_id,name", "a,", "b,y");

        Assert.False(bench.Import().NothingImported);
        Assert.False(bench.Import().NothingImported);
    }

    [Fact]
    public void A_file_that_holds_but_a_header_is_no_failure()
    {
        bench.WithClinic().Write("surveys", "survey_id,treatment_id,sent_on");

        Assert.False(bench.Import().NothingImported);
    }
}
