using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Exports;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Tests.Exports;

public sealed class LedgerFileTests
{
    private static readonly LedgerNames Names = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["d"] = "Density & <more>" }, new Dictionary<string, string>(StringComparer.Ordinal) { ["p"] = " Zoë, \"Z\" 👍🏽 " });

    private static LedgerEntry Entry(string id, decimal amount, string currency = "GBP", string? client = "K", decimal tax = 0.01m, string day = "2026-06-30") => new(
        id, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), "C", client, "T", null, amount < 0 ? PaymentKind.Refund : PaymentKind.TouchUp, null, "d", "p", currency,
        Takings.Of(amount < 0 ? PaymentKind.Refund : PaymentKind.TouchUp, amount, tax));

    private static IReadOnlyList<ExportedCurrency> Totals(IEnumerable<LedgerEntry> entries) =>
        [.. entries.GroupBy(e => e.Currency, StringComparer.Ordinal).Select(g => g.Aggregate(default(Takings), (sum, e) => sum + e.Takings) is var t ? new ExportedCurrency(g.Key, 5m, 5m + t.Received, t) : null!)];

    private static (byte[] Bytes, IReadOnlyList<ExportedSheet> Sheets) Workbook(int rows, params LedgerEntry[] entries)
    {
        using var stream = new MemoryStream();
        var file = new LedgerWorkbook(stream, Names, "A note.", rows: rows);
        Array.ForEach(entries, file.Add);
        file.Complete(Totals(entries));
        return (stream.ToArray(), file.Sheets);
    }

    private static string Csv(params LedgerEntry[] entries)
    {
        using var stream = new MemoryStream();
        var file = new LedgerCsv(stream, Names);
        Array.ForEach(entries, file.Add);
        file.Complete(Totals(entries));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Dictionary<string, (string Formula, string Value)> Formulas(byte[] book)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => e.Path?.XPath + ": " + e.Description));
        return package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>().SelectMany(sheet =>
            ((WorksheetPart)package.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Sheets.Cell>().Where(c => c.CellFormula is not null)
                .Select(c => (Key: $"{sheet.Name}!{c.CellReference}", Value: (c.CellFormula!.Text, c.CellValue!.Text)))).ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }

    [Fact]
    public void A_full_sheet_goes_on_in_another_and_nothing_is_lost()
    {
        var entries = Enumerable.Range(0, 7).Select(i => Entry("Y" + i.ToString(CultureInfo.InvariantCulture), 0.1m + i)).ToArray();
        var (bytes, sheets) = Workbook(5, entries);
        Assert.Equal([("GBP", 3), ("GBP 2", 3), ("GBP 3", 1)], sheets.Select(s => (s.Name, s.Payments)));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal(["Totals", "GBP", "GBP 2", "GBP 3"], book.Worksheets.Select(s => s.Name));
        Assert.Equal(entries.Select(e => e.Payment), book.Worksheets.Skip(1).SelectMany(s => s.Tables.Single().DataRange.Rows().Select(r => r.Cell(1).GetString())));
        Assert.All(book.Worksheets.Skip(1), s => Assert.True(s.LastRowUsed().RowNumber() <= 5));
        var formulas = Formulas(bytes);
        Assert.Equal(("SUBTOTAL(109,Payments_GBP_2[Gross])", "12.3"), formulas["GBP 2!N5"]);
        Assert.Equal(("SUM(Payments_GBP[Gross],Payments_GBP_2[Gross],Payments_GBP_3[Gross])", "21.7"), formulas["Totals!D2"]);
        Assert.Equal(("COUNT(Payments_GBP[Gross],Payments_GBP_2[Gross],Payments_GBP_3[Gross])", "7"), formulas["Totals!B2"]);
        Assert.Equal(("C2+D2+E2", "26.7"), formulas["Totals!G2"]);
        Assert.Equal(("ROUND(G2-J2,4)", "0"), formulas["Totals!K2"]);
    }

    [Fact]
    public void A_sheet_is_split_only_when_the_limit_is_reached()
    {
        Assert.Single(Workbook(5, [.. Enumerable.Range(0, 3).Select(i => Entry("Y" + i.ToString(CultureInfo.InvariantCulture), 1m))]).Sheets);
        Assert.Equal(1_048_576, LedgerWorkbook.ExcelRows);
    }

    [Fact]
    public void Each_currency_has_a_sheet_with_its_own_decimals()
    {
        var (bytes, sheets) = Workbook(9, Entry("A", 1.5m, "GBP"), Entry("B", 1000m, "JPY"), Entry("C", 1.125m, "KWD"), Entry("D", -1m, "KWD"));
        Assert.Equal(["GBP", "JPY", "KWD"], sheets.Select(s => s.Name));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal(["#,##0.00", "#,##0", "#,##0.000"], sheets.Select(s => book.Worksheet(s.Name).Cell("N2").Style.NumberFormat.Format));
        Assert.Equal((1.125, -1.0), (book.Worksheet("KWD").Cell("N2").GetDouble(), book.Worksheet("KWD").Cell("O3").GetDouble()));
        Assert.Equal("0.125", Formulas(bytes)["KWD!P4"].Value);
    }

    [Fact]
    public void Cells_are_dates_numbers_and_text_that_is_never_run()
    {
        var (bytes, _) = Workbook(9, Entry("00123", 1m, client: "=1+1"), Entry("_x0041_", 1m, client: "@x", day: "1900-02-28"), Entry("2024-01-01", 1m, client: null));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var sheet = book.Worksheet("GBP");

        // Excel reads the second as _x0041_; ClosedXML hands it on as the file has it.
        Assert.Equal(["00123", "_x005F_x0041_", "2024-01-01"], sheet.Tables.Single().DataRange.Rows().Select(r => r.Cell(1).GetString()));
        Assert.Equal((XLDataType.Text, "=1+1", false, true), (sheet.Cell("D2").DataType, sheet.Cell("D2").GetString(), sheet.Cell("D2").HasFormula, sheet.Cell("D2").Style.IncludeQuotePrefix));
        Assert.Equal(new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Unspecified), sheet.Cell("B2").GetDateTime());
        Assert.Equal("1900-02-28", sheet.Cell("B3").GetString());
        Assert.True(sheet.Cell("D4").IsEmpty());
        Assert.Equal(("Density & <more>", " Zoë, \"Z\" 👍🏽 "), (sheet.Cell("J2").GetString(), sheet.Cell("L2").GetString()));
    }

    [Fact]
    public void Without_payments_there_is_a_sheet_of_totals_and_the_same_rows_give_the_same_bytes()
    {
        using var book = new XLWorkbook(new MemoryStream(Workbook(9).Bytes));
        Assert.Equal("No payments.", book.Worksheet("Totals").Cell("A2").GetString());
        Formulas(Workbook(9).Bytes);
        Assert.Equal(Workbook(9, Entry("A", 1m)).Bytes, Workbook(9, Entry("A", 1m)).Bytes);
    }

    [Theory]
    [InlineData(null, "123B57")]
    [InlineData("#7a1f4b", "7A1F4B")]
    public void A_workbook_prints_its_header_on_every_page_numbers_them_and_wears_the_clinic_s_colour(string? colour, string expected)
    {
        using var stream = new MemoryStream();
        var file = new LedgerWorkbook(stream, Names, "Payments of <A> & B.", colour is null ? null : BrandColour.TryParse(colour, out var band) ? band : throw new InvalidOperationException(colour));
        file.Add(Entry("A", 1m));
        file.Complete(Totals([Entry("A", 1m)]));
        Formulas(stream.ToArray());
        using var book = new XLWorkbook(new MemoryStream(stream.ToArray()));
        foreach (var sheet in book.Worksheets)
        {
            Assert.Equal(expected, sheet.Cell("A1").Style.Fill.BackgroundColor.Color.ToArgb().ToString("X8", CultureInfo.InvariantCulture)[2..]);
            Assert.Equal(XLColor.FromHtml("#" + expected), sheet.TabColor);
            Assert.Equal((1, 1, sheet.Name is "Totals" ? 1 : 2, 0, 1), (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.FirstColumnToRepeatAtLeft, sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall, sheet.SheetView.SplitRow));
            Assert.Equal("Page &P of &N", sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages));
            Assert.Equal("Payments of <A> && B.", sheet.PageSetup.Footer.Left.GetText(XLHFOccurrence.OddPages));
        }

        using var package = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Equal(("Payments of <A> & B.", "SmpInsights"), (package.PackageProperties.Title, package.PackageProperties.Creator));
    }

    [Fact]
    public void A_column_of_names_is_wide_enough_for_all_of_them()
    {
        const string Longest = "Layered hairline with softened temples";
        using var stream = new MemoryStream();
        var file = new LedgerWorkbook(stream, new LedgerNames(new Dictionary<string, string>(StringComparer.Ordinal) { ["d"] = "Density", ["h"] = Longest }, Names.Practitioners), "A note.");
        file.Add(Entry("A", 1m));
        file.Complete(Totals([Entry("A", 1m)]));
        using var book = new XLWorkbook(new MemoryStream(stream.ToArray()));
        Assert.InRange(book.Worksheet("GBP").Column(10).Width, Longest.Length * 0.9, 48);
    }

    [Fact]
    public void A_CSV_file_is_as_RFC_4180_says_and_runs_nothing()
    {
        var lines = Csv(Entry("=A1", -20.10m, client: "+1,2"), Entry("B", 1000000.5m, "JPY", client: "a\nb", tax: 0m)).Split("\r\n");
        Assert.Equal("\uFEFFpayment_id,paid_on,clinic_id,client_id,treatment_id,touch_up_id,kind,method,technique_id,technique,practitioner_id,practitioner,currency,gross,refunds,received,tax,net", lines[0]);
        Assert.Equal("'=A1,2026-06-30,C,\"'+1,2\",T,,refund,,d,Density & <more>,p,\" Zoë, \"\"Z\"\" 👍🏽 \",GBP,0,-20.1,-20.1,0.01,-20.11", lines[1]);
        Assert.Equal("B,2026-06-30,C,\"a\nb\",T,,touch-up,,d,Density & <more>,p,\" Zoë, \"\"Z\"\" 👍🏽 \",JPY,1000000.5,0,1000000.5,0,1000000.5", lines[2]);
        Assert.Equal("", Assert.Single(lines[3..]));
    }

    [Fact]
    public void Text_longer_than_the_buffer_comes_through_whole()
    {
        var name = string.Concat(Enumerable.Repeat("é👍🏽x", 30_000));
        Assert.Contains(name, Csv(Entry("A", 1m, client: name)), StringComparison.Ordinal);
    }
}
