using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>The folder as a whole: which files are there, what comes again, what is interrupted, what is written beside it.</summary>
public abstract class FolderTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : FolderTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : FolderTests(store);

    private static readonly string[] Needed = ["clinics.csv", "practitioners.csv", "clients.csv", "techniques.csv", "treatments.csv", "sessions.csv"];

    private readonly ImportBench bench = new(store);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void An_empty_folder_lacks_the_six_needed_files_and_imports_nothing()
    {
        var result = bench.Import();

        Assert.Equal(Needed.Select(file => new Reject(file, 0, "", "", "file missing: needed")), result.Rejects);
        Assert.Equal(13, result.Files.Count(file => file.Missing));
        Assert.True(result.NothingImported);
    }

    [Fact]
    public void A_needed_file_may_be_missing_once_its_table_has_rows()
    {
        var result = bench.WithClinic().Import();

        Assert.Empty(result.Rejects);
        Assert.True(result.NothingImported);
    }

    [Fact]
    public void A_missing_file_leaves_its_rows_alone()
    {
        bench.WithClinic().Import();

        Assert.Equal(["T1", "T2"], bench.Stored("SELECT treatment_id FROM treatments ORDER BY 1"));
    }

    [Fact]
    public void File_names_match_whatever_their_case_and_other_files_are_named()
    {
        File.WriteAllText(Path.Combine(bench.Csv, "TECHNIQUES.CSV"), "technique_id,name\na,x\n");
        File.WriteAllText(Path.Combine(bench.Csv, "notes.txt"), "");
        File.WriteAllText(Path.Combine(bench.Csv, "invoices.csv"), "a,b\n");

        var result = bench.Import();

        Assert.Equal(["invoices.csv", "notes.txt"], result.IgnoredFiles);
        Assert.Equal(["a"], bench.Stored("SELECT technique_id FROM techniques"));
        Assert.False(result.NothingImported);
    }

    [Fact]
    public void Lists_in_the_folder_itself_are_not_named_as_other_files()
    {
        File.WriteAllText(Path.Combine(bench.Csv, "rejects.csv"), "old");
        var result = new CsvImport(bench.Database, new StoppedClock()).Run(bench.Csv, Path.Combine(bench.Csv, "rejects.csv"), Path.Combine(bench.Csv, "warnings.csv"), progress: null, CancellationToken.None);

        Assert.Empty(result.IgnoredFiles);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        Assert.Throws<SmpDataException>(() => bench.Import(bench.Csv + "-gone"));
    }

    [Fact]
    public void A_row_that_comes_again_with_other_content_replaces_the_old_one_and_is_counted()
    {
        bench.ImportTable("techniques", "technique_id,name", "a,x", "b,y", "c,z");

        var again = bench.ImportTable("techniques", "technique_id,name", "a,x", "b,new", "d,w");

        Assert.Equal((3, 1, 1, 1, 0), (again.Read, again.Inserted, again.Updated, again.Unchanged, again.Rejected));
        Assert.Equal(["x", "new", "z", "w"], bench.Stored("SELECT name FROM techniques ORDER BY technique_id"));
    }

    [Fact]
    public void A_letter_that_becomes_small_is_a_change()
    {
        bench.ImportTable("techniques", "technique_id,name", "a,Crown", "A,Crown");

        Assert.Equal((0, 1, 1), Counts(bench.ImportTable("techniques", "technique_id,name", "a,crown", "A,Crown")));
        Assert.Equal(["Crown", "crown"], bench.Stored("SELECT name FROM techniques ORDER BY technique_id"));

        static (long, long, long) Counts(FileResult file) => (file.Inserted, file.Updated, file.Unchanged);
    }

    [Fact]
    public void A_value_that_becomes_empty_is_a_change()
    {
        bench.WithClinic().ImportTable("pigments", "pigment_id,brand,shade,lot", "G1,Noir,1,L7");

        var again = bench.ImportTable("pigments", "pigment_id,brand,shade", "G1,Noir,1");

        Assert.Equal(1, again.Updated);
        Assert.Equal([null], bench.Stored("SELECT lot FROM pigments"));
    }

    [Fact]
    public void A_rejected_row_leaves_the_stored_one_as_it_was()
    {
        bench.WithClinic().ImportTable("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "T1,K1,P1,hair,");

        Assert.Equal(["2026-01-10"], bench.Stored("SELECT started_on FROM treatments WHERE treatment_id = 'T1'"));
    }

    [Fact]
    public void The_same_values_written_otherwise_are_no_change()
    {
        bench.WithClinic().ImportTable("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", "A1,T1,2026-02-01,photo,10");

        var again = bench.ImportTable("assessments", "Contrast,Method,Assessed On,TreatmentId,Assessment_Id", "10.0,photo,2026-02-01T10:00,T1,A1");

        Assert.Equal((0, 0, 1), (again.Inserted, again.Updated, again.Unchanged));
    }

    [Fact]
    public void What_is_interrupted_leaves_whole_files()
    {
        bench.Write("clinics", "clinic_id,name,time_zone,currency", "C1,London,Europe/London,GBP");
        bench.WriteLines("clients", Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"K{i},C1")).Prepend("client_id,clinic_id"));
        using var stop = new CancellationTokenSource();
        var progress = new Watch(p =>
        {
            if (string.Equals(p.File, "clients.csv", StringComparison.Ordinal) && p.Rows > 10_000)
            {
                stop.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => bench.Import(progress: progress, ct: stop.Token));

        Assert.Equal(["1|0"], bench.Stored("SELECT (SELECT COUNT(*) FROM clinics) AS clinics, (SELECT COUNT(*) FROM clients) AS clients"));
    }

    [Theory]
    [InlineData("checking")]
    [InlineData("storing")]
    public void What_is_interrupted_while_it_is_stored_leaves_whole_files(string stage)
    {
        bench.Write("clinics", "clinic_id,name,time_zone,currency", "C1,London,Europe/London,GBP");
        bench.Write("clients", "client_id,clinic_id", "K1,C1");
        using var stop = new CancellationTokenSource();
        var progress = new Watch(p =>
        {
            if (string.Equals(p.File, "clients.csv", StringComparison.Ordinal) && string.Equals(p.Stage, stage, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => bench.Import(progress: progress, ct: stop.Token));

        Assert.Equal(["1|0"], bench.Stored("SELECT (SELECT COUNT(*) FROM clinics) AS clinics, (SELECT COUNT(*) FROM clients) AS clients"));
        Assert.Equal(1, bench.Result("clients").Inserted);
    }

    [Fact]
    public void Rejects_are_listed_by_line_made_anew_and_gone_when_there_are_none()
    {
        bench.WithClinic().ImportTable("techniques", "technique_id,name", "a,", "\"b,x", "c,y,z", "=d,\"two\nlines\"", "=d,y");

        Assert.Equal(
            "file,line,column,value,reason\r\n" +
            "techniques.csv,2,name,,required\r\n" +
            "techniques.csv,3,technique_id,\"\"\"b,x\",quote not closed\r\n" +
            "techniques.csv,4,\"(column 3, no name)\",z,\"the row has 3 fields, the header 2\"\r\n" +
            "techniques.csv,7,technique_id,\"'=d\",\"the id comes again in this file, its first row is kept\"\r\n",
            File.ReadAllText(bench.RejectsPath));
        bench.ImportTable("techniques", "technique_id,name", "a,x");
        Assert.False(File.Exists(bench.RejectsPath));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM", "'@SUM")]
    public void A_value_that_would_run_as_a_formula_is_led_by_an_apostrophe(string value, string listed)
    {
        bench.WithClinic().ImportTable("practitioners", "practitioner_id,clinic_id,name,started_on", $"P2,C1,Bea,{value}");

        Assert.Contains(",\"" + listed + "\",", File.ReadAllText(bench.RejectsPath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_rejects_are_held_and_all_are_listed()
    {
        bench.WithClinic();
        bench.WriteLines("techniques", Enumerable.Repeat("a,", 1500).Prepend("technique_id,name"));

        var result = bench.Import();

        Assert.Equal((1000, 1500), (result.Rejects.Count, result.Rejected));
        Assert.Equal(1501, File.ReadLines(bench.RejectsPath).Count());
    }

    [Fact]
    public void Two_imports_at_once_store_every_row_once()
    {
        bench.WithClinic().WriteLines("techniques", Enumerable.Range(0, 5000).Select(i => FormattableString.Invariant($"t{i},x")).Prepend("technique_id,name"));

        var results = new ImportResult[2];
        Parallel.For(0, 2, i => results[i] = new CsvImport(bench.Database, new StoppedClock()).Run(bench.Csv, bench.RejectsPath + (char)('a' + i), bench.WarningsPath + (char)('a' + i), progress: null, CancellationToken.None));

        Assert.Equal(5000, results.Sum(r => r.Inserted));
        Assert.Equal(5000, results.Sum(r => r.Unchanged));
    }

    private sealed class Watch(Action<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen(value);
    }
}
