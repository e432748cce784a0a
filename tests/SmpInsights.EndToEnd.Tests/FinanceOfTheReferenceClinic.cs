using System.Globalization;
using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>The books of the reference clinics: the report, and exports of any range.</summary>
public sealed class FinanceOfTheReferenceClinic : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public FinanceOfTheReferenceClinic() => Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);

    public void Dispose() => _folder.Dispose();

    private SmpResult Export(string file, params string[] more) => SmpProcess.Run(_folder.Path, ["export", "finance", "--from", "2025-01-01", "--to", "2026-06-30", "--out", file, .. more]);

    /// <summary>The amounts of the contract's file itself, by currency: whole range and before it.</summary>
    private static Dictionary<string, (decimal Opening, decimal Gross, decimal Refunds, decimal Tax, int Payments)> ByHand()
    {
        var sums = new Dictionary<string, (decimal Opening, decimal Gross, decimal Refunds, decimal Tax, int Payments)>(StringComparer.Ordinal);
        foreach (var cells in File.ReadLines(Path.Combine(Repository.Reference("clinic-a"), "payments.csv")).Skip(1).Select(l => l.Split(',')))
        {
            var (kind, day, amount, tax, s) = (cells[4], cells[5], decimal.Parse(cells[6], CultureInfo.InvariantCulture), decimal.Parse(cells[7], CultureInfo.InvariantCulture), sums.GetValueOrDefault(cells[8]));
            if (string.CompareOrdinal(day, "2026-06-30") > 0)
                continue;
            sums[cells[8]] = string.CompareOrdinal(day, "2025-01-01") < 0 ? s with { Opening = s.Opening + amount }
                : kind is "refund" ? s with { Refunds = s.Refunds + amount, Tax = s.Tax + tax, Payments = s.Payments + 1 }
                : s with { Gross = s.Gross + amount, Tax = s.Tax + tax, Payments = s.Payments + 1 };
        }

        return sums;
    }

    [Fact]
    public void The_ledger_is_made_once_and_a_second_time_is_unchanged()
    {
        var first = SmpProcess.Run(_folder.Path, "run", "finance-ledger", "--all", "--month", "2026-06");
        Assert.True(first.ExitCode == 0, first.Errors);
        var before = EmptyFolder.Hashes(_folder.In("smp-data", "reports"));
        Assert.Equal(3, SmpProcess.Run(_folder.Path, "run", "finance-ledger", "--all", "--month", "2026-06").Output.Split("unchanged r1").Length - 1);
        Assert.Equal(before, EmptyFolder.Hashes(_folder.In("smp-data", "reports")));
        Assert.Matches("finance-ledger +finance", SmpProcess.Run(_folder.Path, "report", "list").Output);
    }

    [Fact]
    public void Every_formula_computed_anew_gives_the_value_kept_beside_it()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed here.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "finance-ledger", "--clinic", "C0002", "--month", "2026-05").ExitCode);
        Assert.Equal(0, Export("all.xlsx").ExitCode);
        foreach (var (workbook, least) in new[] { (_folder.In("smp-data", "reports", "finance-ledger", "C0002", "2026-05", "r1", "workbook.xlsx"), 300), (_folder.In("all.xlsx"), 39) })
        {
            var kept = LibreOffice.Kept(workbook);
            var computed = LibreOffice.Computed(workbook, _folder.Path);
            Assert.True(kept.Count >= least, kept.Count.ToString(CultureInfo.InvariantCulture));
            Assert.Empty(kept.Where(k => !(Math.Abs(k.Value - computed[k.Key]) < 1e-6)).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key}: {k.Value} kept, {computed[k.Key]} computed")));
        }
    }

    [Fact]
    public void An_export_s_totals_are_those_of_the_imported_file_whatever_its_format()
    {
        var byHand = ByHand();
        var workbook = JsonNode.Parse(Export("all.xlsx", "--json").Output)!;
        var csv = Export("all.csv", "--json");
        Assert.Contains("more than one currency", csv.Errors, StringComparison.Ordinal);
        Assert.Equal(workbook["totals"]!.ToJsonString(), JsonNode.Parse(csv.Output)!["totals"]!.ToJsonString());
        Assert.Equal(byHand.Keys.Order(StringComparer.Ordinal), workbook["sheets"]!.AsArray().Select(s => s!["name"]!.GetValue<string>()));
        foreach (var total in workbook["totals"]!.AsArray())
        {
            decimal Amount(string name) => total![name]!.GetValue<decimal>();
            var sum = byHand[total!["currency"]!.GetValue<string>()];
            Assert.Equal(sum, (Amount("opening"), Amount("gross"), Amount("refunds"), Amount("tax"), total["payments"]!.GetValue<int>()));
            Assert.Equal((sum.Opening + sum.Gross + sum.Refunds, 0m), (Amount("closing"), Amount("difference")));
        }

        var lines = File.ReadAllLines(_folder.In("all.csv"));
        Assert.Equal(byHand.Values.Sum(s => s.Payments), lines.Length - 1);
        Assert.Equal(byHand["GBP"].Gross + byHand["GBP"].Refunds, lines.Skip(1).Select(l => l.Split(',')).Where(c => c[12] is "GBP").Sum(c => decimal.Parse(c[15], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_file_that_is_there_stays_unless_told_otherwise_and_nothing_half_written_is_left()
    {
        File.WriteAllText(_folder.In("all.csv"), "mine");
        var refused = Export("all.csv");
        Assert.Equal((1, "mine"), (refused.ExitCode, File.ReadAllText(_folder.In("all.csv"))));
        Assert.Contains("--force", Assert.Single(refused.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(0, Export("all.csv", "--force", "--clinic", "C0001").ExitCode);
        Assert.DoesNotContain(File.ReadAllLines(_folder.In("all.csv")), l => l.Contains(",C0002,", StringComparison.Ordinal));
        Assert.Equal(["all.csv"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_branded_clinic_s_export_wears_its_colour()
    {
        File.WriteAllText(_folder.In("smp-data", "branding.json"), """{ "clinics": { "C0002": { "band": "#7a1f4b" } } }""");
        Assert.Equal(0, Export("own.xlsx", "--clinic", "C0002").ExitCode);
        Assert.Equal(0, Export("all.xlsx").ExitCode);
        string Styles(string file)
        {
            using var archive = System.IO.Compression.ZipFile.OpenRead(_folder.In(file));
            using var reader = new StreamReader(archive.GetEntry("xl/styles.xml")!.Open());
            return reader.ReadToEnd();
        }

        Assert.Contains("FF7A1F4B", Styles("own.xlsx"), StringComparison.Ordinal);
        Assert.DoesNotContain("FF7A1F4B", Styles("all.xlsx"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is no folder", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "nowhere/x.csv")]
    [InlineData(2, "ends neither in .xlsx nor in .csv", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "x.pdf")]
    [InlineData(2, "is a folder", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "made.csv")]
    [InlineData(2, "is before --from", "--from", "2026-02-01", "--to", "2026-01-31", "--out", "x.csv")]
    [InlineData(2, "is no date", "--from", "2026-02-30", "--to", "2026-03-31", "--out", "x.csv")]
    [InlineData(2, "there is no clinic", "--from", "2026-01-01", "--to", "2026-01-31", "--out", "x.csv", "--clinic", "nobody")]
    public void What_can_t_be_done_is_one_sentence(int exitCode, string says, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.In("made.csv"));
        var result = SmpProcess.Run(_folder.Path, ["export", "finance", .. arguments]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
