using System.Globalization;
using CsvHelper;
using FsCheck.Fluent;
using FsCheck;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Whatever a field holds, it comes out of the database as it went into the file.</summary>
public abstract class RoundTripTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : RoundTripTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : RoundTripTests(store);

    private readonly ImportBench bench = new ImportBench(store).WithClinic();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Names_of_any_letters_quotes_and_line_breaks_come_back()
    {
        var letter = Gen.Elements("a", "Z", "é", "漢", "😀", ",", ";", "\"", "\"\"", "\n", "\r\n", " ", "'", "=", "\t");
        var name = letter.ArrayOf().Select(string.Concat).Where(text => text.Length is > 0 and < 200 && text.Trim().Length == text.Length);
        Prop.ForAll(name.ArrayOf().ToArbitrary(), Return).QuickCheckThrowOnFailure();

        bool Return(string[] names)
        {
            using (var writer = CsvWriter.Create(File.Create(Path.Combine(bench.Csv, "techniques.csv")), new CsvWriterOptions(), leaveOpen: false))
            {
                Record(writer, "technique_id", "name");
                for (var i = 0; i < names.Length; i++)
                {
                    Record(writer, i.ToString("000", CultureInfo.InvariantCulture), names[i]);
                }
            }

            Assert.Empty(bench.Import().Rejects);
            return bench.Stored("SELECT name FROM techniques WHERE technique_id <> 'hair' ORDER BY technique_id").Take(names.Length).SequenceEqual(names, StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Contrast_and_money_come_back_exactly()
    {
        var numbers = Gen.Choose(1, int.MaxValue).Two().ArrayOf();
        Prop.ForAll(numbers.ToArbitrary(), Return).QuickCheckThrowOnFailure();

        bool Return((int, int)[] pairs)
        {
            var contrasts = pairs.Select(p => p.Item1 / (double)p.Item2).ToList();
            var amounts = pairs.Select(p => (p.Item1 / 10_000m) + p.Item2).ToList();
            bench.WriteLines("assessments", contrasts.Select((c, i) => FormattableString.Invariant($"A{i:00000},T1,2026-03-01,photo,{c:R}")).Prepend("assessment_id,treatment_id,assessed_on,method,contrast"));
            bench.WriteLines("payments", amounts.Select((a, i) => FormattableString.Invariant($"Y{i:00000},C1,product,2026-03-01,{a},{a},GBP")).Prepend("payment_id,clinic_id,kind,paid_on,amount,tax,currency"));
            Assert.Empty(bench.Import().Rejects);
            var data = new OutcomeReader(bench.Database).Read(clinicId: null);
            return data.Assessments.Contrast.Take(pairs.Length).SequenceEqual(contrasts) && data.Payments.Amount.Take(pairs.Length).SequenceEqual(amounts);
        }
    }

    [Fact]
    public void Bytes_of_any_kind_never_stop_the_import()
    {
        var bytes = Gen.Elements("a,b\n", "\"", "\n", "\r", ",", "\"\n", "\"\"", "\0", "\u00E9", "x", "x,\"y\nz\"\n");
        Prop.ForAll(bytes.ArrayOf().ToArbitrary(), Survive).QuickCheckThrowOnFailure();

        bool Survive(string[] parts)
        {
            bench.WriteBytes("techniques", System.Text.Encoding.Latin1.GetBytes("technique_id,name\n" + string.Concat(parts) + "\nlast,kept\n"));
            var file = bench.Result("techniques");
            return file.Read == file.Inserted + file.Updated + file.Unchanged + file.Rejected
                && bench.Stored("SELECT name FROM techniques WHERE technique_id = 'last'").SequenceEqual(["kept"], StringComparer.Ordinal);
        }
    }

    private static void Record(CsvWriter writer, string id, string name)
    {
        writer.WriteField(id);
        writer.WriteField(name);
        writer.EndRecord();
    }
}
