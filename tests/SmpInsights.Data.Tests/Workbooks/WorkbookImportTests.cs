using Dapper;
using SmpInsights.Data.Import;
using SmpInsights.Data.Workbooks;

namespace SmpInsights.Data.Tests.Workbooks;

/// <summary>The contract's tables from one workbook.</summary>
public sealed class WorkbookImportTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SmpDatabase database;

    public WorkbookImportTests() => database = SmpDatabase.Open(folder["data"]);

    public void Dispose() => folder.Dispose();

    private ImportResult Import(string path) => new WorkbookImport(database, new StoppedClock()).Run(path, folder["rejects.csv"], folder["warnings.csv"], progress: null, TestContext.Current.CancellationToken);

    private ImportResult Import(TestBook book)
    {
        File.Delete(folder["our clinic.xlsx"]);
        book.Save(folder["our clinic.xlsx"]);
        return Import(folder["our clinic.xlsx"]);
    }

    private List<string?> Stored(string sql)
    {
        using var connection = database.Connect();
        return [.. connection.Query(sql).Select(row => (string?)string.Join('|', ((IDictionary<string, object>)row).Values))];
    }

    /// <summary>A clinic with the client K1 and the open treatment T1 of 2024-02-01.</summary>
    private static TestBook Clinic(bool dates1904 = false)
    {
        var book = new TestBook(dates1904);
        book.Sheet("Clinics").Texts(1, "clinic_id", "Name", "Time Zone", "currency").Texts(2, "C", "Clinic", "Europe/London", "GBP");
        book.Sheet("practitioners").Texts(1, "practitioner_id", "clinic_id", "name").Texts(2, "P", "C", "Ann");
        book.Sheet("techniques").Texts(1, "technique_id", "name").Texts(2, "hair", "Hairline");
        book.Sheet("clients").Texts(1, "client_id", "clinic_id").Texts(2, "K1", "C");
        book.Sheet("treatments").Texts(1, "treatment_id", "client_id", "practitioner_id", "technique_id", "started_on").Texts(2, "T1", "K1", "P", "hair", "2024-02-01");
        return book.Sheet("sessions").Texts(1, "session_id", "treatment_id", "session_no", "performed_on", "practitioner_id", "status");
    }

    [Fact]
    public void Every_kind_of_cell_is_understood()
    {
        var book = Clinic();
        book.Sheet("Aftercare Checks").Texts(1, "check_id", "treatment_id", "checked_on", "avoided_swimming", "moisturises", "uses_sunscreen")
            .Row(2, true, TestBook.Number(7), TestBook.Inline(" T1 "), TestBook.Number(45352, 1), TestBook.Flag(true), TestBook.Formula("1=2", "0", "b"), TestBook.Empty)
            .Row(4, true, TestBook.Formula("\"A\"&1", "A1"), book.Rich("T", "1"), TestBook.Number(45352.75, 2), TestBook.Empty, TestBook.Inline("yes"), TestBook.Number(0))
            .Row(9, false, book.Shared("A2"), book.Shared("T1"), book.Shared("2024-03-02"));
        book.Sheet("assessments").Texts(1, "assessment_id", "treatment_id", "assessed_on", "method", "contrast").Row(2, true, book.Shared("00123"), book.Shared("T1"), TestBook.Formula("TODAY()-1", "45352", "n").Replace("t=\"n\"", "t=\"n\" s=\"1\""), book.Shared("photo"), TestBook.Number(0.1 + 0.2, 3));

        var result = Import(book);

        Assert.Equal(0, result.Rejected);
        Assert.Equal(["7|T1|2024-03-01|1|0|", "A1|T1|2024-03-01||1|0", "A2|T1|2024-03-02|||"], Stored("SELECT check_id, treatment_id, checked_on, avoided_swimming, moisturises, uses_sunscreen FROM aftercare_checks ORDER BY 1"));
        Assert.Equal(["00123|2024-03-01|0.3"], Stored("SELECT assessment_id, assessed_on, contrast FROM assessments"));
    }

    [Theory]
    [InlineData(false, 45352, "2024-03-01")]
    [InlineData(true, 43890, "2024-03-01")]
    public void Days_count_from_1900_or_from_1904(bool from1904, double number, string day)
    {
        var book = Clinic(from1904).Row(2, true, TestBook.Inline("S1"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Number(number, 1), TestBook.Inline("P"), TestBook.Inline("completed"));

        Assert.Equal(0, Import(book).Rejected);
        Assert.Equal([day], Stored("SELECT performed_on FROM sessions"));
    }

    [Fact]
    public void Rejects_name_sheet_row_column_and_value()
    {
        var book = Clinic()
            .Row(2, true, TestBook.Inline("S1"), TestBook.Inline("T1"), TestBook.Number(1.5), TestBook.Number(45352, 1), TestBook.Inline("P"), TestBook.Inline("completed"))
            .Row(5, true, TestBook.Inline("S2"), TestBook.Inline("T9"), TestBook.Number(1), TestBook.Number(45352, 1), TestBook.Inline("P"), TestBook.Inline("completed"))
            .Row(6, true, TestBook.Inline("S3"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Error("#N/A"), TestBook.Inline("P"), TestBook.Inline("completed"))
            .Row(7, true, TestBook.Inline("S4"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Formula("B2", null, "n"), TestBook.Inline("P"), TestBook.Inline("completed"))
            .Row(8, true, TestBook.Inline("S5"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Number(60, 1), TestBook.Inline("P"), TestBook.Inline("completed"))
            .Row(9, true, TestBook.Inline("S6"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Number(45352, 1), TestBook.Inline("P"), TestBook.Inline("completed"), TestBook.Inline("stray"))
            .Row(10, true, TestBook.Inline("S7"), TestBook.Inline("T1"), TestBook.Number(1), TestBook.Number(45352, 1), TestBook.Inline("P"), TestBook.Inline("completed"));

        var result = Import(book);

        Assert.Equal(
            [
                "2 session_no 1.5: not a whole number", "5 treatment_id T9: no such treatment_id in treatments", "6 performed_on #N/A: an error instead of a value",
                "7 performed_on : a formula without a value: open the workbook, let it compute and save it", "8 performed_on 60: not a day of Excel's calendar", "9 (column 7, no name) stray: the row has 7 fields, the header 6",
            ],
            result.Rejects.Select(r => FormattableString.Invariant($"{r.Line} {r.Column} {r.Value}: {r.Reason}")));
        Assert.All(result.Rejects, r => Assert.Equal("our clinic.xlsx, sheet sessions", r.File));
        Assert.Equal(["S7"], Stored("SELECT session_id FROM sessions"));
    }

    [Fact]
    public void A_workbook_of_the_reference_gives_the_rows_of_its_files()
    {
        var book = new TestBook();
        foreach (var file in Directory.GetFiles(Reference.Folder("lung"), "*.csv"))
        {
            book.Sheet(Path.GetFileNameWithoutExtension(file));
            foreach (var (line, text) in File.ReadLines(file).Index())
            {
                book.Texts(line + 1, [.. text.Split(',').Select(cell => cell.Trim('"'))]);
            }
        }

        var result = Import(book);
        using var bench = new Import.ImportBench(new Stores.SqliteStore());
        var files = bench.Import(Reference.Folder("lung"));

        Assert.Equal((files.Read, files.Inserted, 0L), (result.Read, result.Inserted, result.Rejected));
        Assert.Equal(bench.Stored("SELECT treatment_id || client_id || started_on || coalesce(completed_on, '') FROM treatments ORDER BY 1"), Stored("SELECT treatment_id || client_id || started_on || coalesce(completed_on, '') FROM treatments ORDER BY 1"));
        Assert.Equal(result.Read, Import(book).Unchanged);
    }

    [Fact]
    public void Needed_sheets_that_are_not_there_are_said_and_other_sheets_too()
    {
        var book = new TestBook();
        book.Sheet("techniques").Texts(1, "technique_id", "name").Texts(2, "hair", "Hairline").Sheet("Holiday plan").Texts(1, "Ann", "away");

        var result = Import(book);

        Assert.Equal(new Reject("our clinic.xlsx, sheet clinics", 0, "", "", "sheet missing: needed"), result.Rejects[0]);
        Assert.Equal(["our clinic.xlsx, sheet Holiday plan"], result.IgnoredFiles);
        Assert.Equal(1, result.Inserted);
    }

    [Theory]
    [InlineData("not a zip at all, but long enough", "not an Excel workbook")]
    [InlineData("", "not an Excel workbook")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 old or locked", "password")]
    public void What_is_no_workbook_is_one_sentence(string bytes, string said)
    {
        File.WriteAllBytes(folder["x.xlsx"], System.Text.Encoding.Latin1.GetBytes(bytes));

        Assert.Contains(said, Assert.Throws<SmpDataException>(() => Import(folder["x.xlsx"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_cut_off_in_the_middle_is_one_sentence()
    {
        Clinic().Save(folder["whole.xlsx"]);
        var bytes = File.ReadAllBytes(folder["whole.xlsx"]);
        File.WriteAllBytes(folder["half.xlsx"], bytes[..(bytes.Length / 2)]);

        Assert.Contains("damaged", Assert.Throws<SmpDataException>(() => Import(folder["half.xlsx"])).Message, StringComparison.Ordinal);
    }
}
