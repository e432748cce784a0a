using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Finance;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Tests.Finance;

public sealed class FinanceLedgerReportTests
{
    private static readonly ReportMonth June = new(2026, 6);

    private static ClinicRows Rows(string currency = "GBP") => new ClinicRows().Clinic(currency: currency)
        .Treatment("T1", "2026-01-01", "2026-02-01", "density", client: "=HYPERLINK(\"x\")").Treatment("T2", "2026-01-01", "2026-02-01", "hairline", client: "-K2", practitioner: "P2")
        .TouchUp("U1", "T1", "2026-06-05", practitioner: "P2").TouchUp("U2", "T2", "2026-06-06", warranty: true)
        .Payment(PaymentKind.Session, "2026-05-31", 1000.30m, 166.72m, "T1").Payment(PaymentKind.Session, "2026-06-02", 120.10m, 20.02m, "T1").Payment(PaymentKind.TouchUp, "2026-06-05", 80.20m, 13.37m, touchUp: "U1")
        .Payment(PaymentKind.Product, "2026-06-05", 12.34m, 2.06m).Payment(PaymentKind.Refund, "2026-06-30", -20.10m, -3.35m, "T2");

    private static ReportDocument Document(ClinicData data, IReadOnlyList<string>? sections = null) =>
        FinanceLedgerLayout.Compose(FinanceLedger.Of(data, June), "Finance ledger", sections ?? FinanceLedgerLayout.Sections, "0.0.0");

    private static byte[] Book(ReportDocument document) => Artefacts.Write(document).Single(a => a.Path is "workbook.xlsx").Bytes;

    private static string Page(ReportDocument document) => Encoding.UTF8.GetString(Artefacts.Write(document).Single(a => a.Path is "report.html").Bytes);

    /// <summary>Formula and kept value of every formula cell, by sheet and address.</summary>
    private static Dictionary<string, (string Formula, string Value)> Formulas(byte[] book)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => e.Path?.XPath + ": " + e.Description));
        return package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>().SelectMany(sheet =>
            ((WorksheetPart)package.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Sheets.Cell>().Where(c => c.CellFormula is not null)
                .Select(c => (Key: $"{sheet.Name}!{c.CellReference}", Value: (c.CellFormula!.Text, c.CellValue!.Text)))).ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }

    private static IXLTable Table(XLWorkbook book, string name) => book.Worksheets.SelectMany(sheet => sheet.Tables).Single(table => string.Equals(table.Name, name, StringComparison.Ordinal));

    [Fact]
    public void Payments_are_a_table_of_dates_numbers_and_text_that_is_never_run()
    {
        using var book = new XLWorkbook(new MemoryStream(Book(Document(Rows().Data()))));
        var sheet = book.Worksheet("Payments");
        var table = Assert.Single(sheet.Tables);
        Assert.Equal("Table_payments_gbp", table.Name);
        Assert.Equal(["Payment", "Date", "Clinic", "Client", "Treatment", "Touch-up", "Kind", "Method", "Technique", "Practitioner", "Currency", "Gross", "Refunds", "Received", "Tax", "Net"], table.Fields.Select(f => f.Name));
        Assert.Equal(4, table.DataRange.RowCount());
        Assert.Equal(new DateTime(2026, 6, 2, 0, 0, 0, DateTimeKind.Unspecified), sheet.Cell("B6").GetDateTime());
        Assert.Equal((XLDataType.Text, "=HYPERLINK(\"x\")", false, true), (sheet.Cell("D6").DataType, sheet.Cell("D6").GetString(), sheet.Cell("D6").HasFormula, sheet.Cell("D6").Style.IncludeQuotePrefix));
        Assert.Equal((XLDataType.Text, "-K2"), (sheet.Cell("D9").DataType, sheet.Cell("D9").GetString()));
        Assert.Equal((120.10, "#,##0.00"), (sheet.Cell("L6").GetDouble(), sheet.Cell("L6").Style.NumberFormat.Format));
        Assert.Equal((-20.10, -16.75), (sheet.Cell("M9").GetDouble(), sheet.Cell("P9").GetDouble()));
    }

    [Fact]
    public void Totals_are_formulas_that_keep_the_decimals_computed_here()
    {
        var bytes = Book(Document(Rows().Data()));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var formulas = Formulas(bytes);
        (string Formula, string Value) At(string table, int row, int column)
        {
            var cell = Table(book, "Table_" + table + "_gbp").DataRange.Cell(row, column);
            return formulas[$"{cell.Worksheet.Name}!{cell.Address}"];
        }

        Assert.Equal(("SUBTOTAL(109,L6:L9)", "212.64"), formulas["Payments!L10"]);
        Assert.Equal(("SUBTOTAL(109,P6:P9)", "160.44"), formulas["Payments!P10"]);
        Assert.Equal(("SUMIFS(Table_payments_gbp[Gross],Table_payments_gbp[Practitioner],\"=\"&Table_by_practitioner_gbp[[#This Row],[Practitioner]])", "80.2"), At("by_practitioner", 3, 3));
        Assert.Equal(("COUNTIFS(Table_payments_gbp[Kind],\"=\"&Table_by_kind_gbp[[#This Row],[Kind]])", "1"), At("by_kind", 1, 2));
        Assert.Equal("1000.3", At("by_month", 23, 3).Value);
        Assert.Equal("1192.84", At("reconciliation", 24, 5).Value);
        Assert.Equal(("ROUND(Table_reconciliation_gbp[[#This Row],[Closing]]-Table_reconciliation_gbp[[#This Row],[Sum of payments]],4)", "0"), At("reconciliation", 24, 7));
        Assert.Equal(("SUM(Table_by_technique_gbp[Received])", "192.54"), At("routes", 4, 5));
        Assert.All(Enumerable.Range(1, 5), row => Assert.Equal("0", At("routes", row, 8).Value));
    }

    [Theory]
    [InlineData("JPY", "[$¥]", "#,##0")]
    [InlineData("KWD", "[$KWD] ", "#,##0.000")]
    public void Amounts_have_the_sign_and_decimals_of_their_currency(string currency, string sign, string format)
    {
        using var book = new XLWorkbook(new MemoryStream(Book(Document(Rows(currency).Data()))));
        Assert.Equal(format, book.Worksheet("Payments").Cell("L6").Style.NumberFormat.Format);
        Assert.Equal(sign + format, Table(book, "Table_reconciliation_" + currency.ToLowerInvariant()).DataRange.LastCell().Style.NumberFormat.Format);
    }

    [Fact]
    public void Each_currency_has_tables_of_its_own()
    {
        var data = Rows().Data();
        var document = Document(data with { Payments = data.Payments with { Currency = ["GBP", "GBP", "EUR", "GBP", "GBP"] } });
        var formulas = Formulas(Book(document));
        Assert.Equal("132.44", formulas["Payments!L9"].Value);
        Assert.Equal("80.2", formulas["Payments (EUR)!L7"].Value);
        Assert.Equal("GBP, EUR", document.Facts.Currency);
    }

    [Fact]
    public void A_month_without_payments_and_a_clinic_without_any_still_reconcile()
    {
        foreach (var rows in new[] { new ClinicRows().Payment(PaymentKind.Session, "2026-05-01", 10m), new ClinicRows().Clinic() })
        {
            var document = Document(rows.Data());
            Assert.All(Formulas(Book(document)).Where(f => f.Value.Formula.StartsWith("ROUND", StringComparison.Ordinal)), f => Assert.Equal("0", f.Value.Value));
            Assert.Contains("No payment in GBP in June 2026.", document.Headlines);
        }
    }

    [Fact]
    public void Refunds_only_are_listed_and_add_up()
    {
        var document = Document(new ClinicRows().Treatment("T", "2026-01-01", null).Payment(PaymentKind.Refund, "2026-06-02", -7.05m, -1m, "T").Payment(PaymentKind.Refund, "2026-06-03", -2m).Data());
        var bytes = Book(document);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var total = Table(book, "Table_refunds_gbp").DataRange.LastRow().RowBelow();
        var formulas = Formulas(bytes);
        Assert.Equal("-9.05", formulas[$"{total.Worksheet.Name}!{total.Cell(7).Address}"].Value);
        Assert.Equal("-1", formulas[$"{total.Worksheet.Name}!{total.Cell(8).Address}"].Value);
        Assert.Equal("£9.05 more went back to clients than came in in June 2026: £0.00 gross, £9.05 refunded.", document.Headlines[0]);
    }

    [Fact]
    public void The_page_lists_no_single_payment_and_says_where_they_are()
    {
        var page = Page(Document(Rows().Data()));
        Assert.Contains("Payments: 4 rows, in the workbook.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Y00001", page, StringComparison.Ordinal);
        Assert.Contains("1 touch-up under warranty, worth £80.20 at the", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_payments_section_breakdowns_are_plain_numbers()
    {
        var formulas = Formulas(Book(Document(Rows().Data(), ["breakdowns", "reconciliation"])));
        Assert.DoesNotContain(formulas.Values, f => f.Formula.Contains("Table_payments", StringComparison.Ordinal) || f.Formula.Contains("Table_summary", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Document(Rows().Data(), ["gossip"]));
    }

    [Fact]
    public void A_payment_is_printed_on_one_page_with_long_names_in_several_lines()
    {
        var data = Rows().Data();
        var bytes = Book(Document(data with { Techniques = new(data.Techniques.Id, ["Layered hairline with softened temple points", "Density"]) }));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var sheet = book.Worksheet("Payments");
        Assert.Equal((XLPageOrientation.Landscape, 1), (sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide));
        Assert.InRange((11.69 - (2 * sheet.PageSetup.Margins.Left)) * 96 / Enumerable.Range(1, 16).Sum(column => (sheet.Column(column).Width * 7.4) + 5), 0.7, 1);
        Assert.Contains(sheet.Tables.Single().DataRange.Cells(), cell => cell.Style.Alignment.WrapText && cell.GetString().StartsWith("Layered", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_look_like_formulas_are_text_that_formulas_find()
    {
        const string Command = "=cmd|' /C calc'!A0";
        var data = Rows().Data();
        var bytes = Book(Document(data with { Techniques = new(data.Techniques.Id, [Command, "@SUM(1)"]) }));
        var formulas = Formulas(bytes);
        Assert.DoesNotContain(formulas.Values, f => f.Formula.Contains("cmd", StringComparison.Ordinal) || f.Formula.Contains('@'));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var name = Table(book, "Table_by_technique_gbp").DataRange.FirstColumn().Cells().Single(cell => cell.GetString().StartsWith('='));
        Assert.Equal((XLDataType.Text, false, true), (name.DataType, name.HasFormula, name.Style.IncludeQuotePrefix));
        Assert.StartsWith(Command, name.GetString(), StringComparison.Ordinal);
        Assert.Equal("200.3", formulas[$"{name.Worksheet.Name}!{name.CellRight(2).Address}"].Value);
    }

    [Fact]
    public void Names_that_a_formula_could_mistake_carry_their_ids()
    {
        var data = Rows().Treatment("T3", "2026-01-01", null, "third").Data();
        foreach (var (names, labels) in new (string[] Names, string[] Labels)[]
        {
            (["Density", "DENSITY", "Full"], ["Density (density)", "DENSITY (hairline)", "Full"]),
            (["01", "1", "<5 dots"], ["01 (density)", "1 (hairline)", "<5 dots (third)"]),
            (["True", "a*", ""], ["True (density)", "a*", "(third)"]),
        })
        {
            var page = new LedgerLabelsOf(FinanceLedger.Of(data with { Techniques = new(data.Techniques.Id, names) }, June)).Techniques;
            Assert.Equal(labels, page);
        }
    }

    /// <summary>The labels of techniques as the summary prints them, read from a document.</summary>
    private sealed class LedgerLabelsOf(FinanceLedger ledger)
    {
        public IEnumerable<string> Techniques { get; } =
        [
            .. FinanceLedgerLayout.Compose(ledger with { Currencies = [ledger.Currencies[0] with { ByTechnique = ledger.TechniqueNames.Keys.ToDictionary(k => k, _ => default(Takings), StringComparer.Ordinal) }] }, "L", ["breakdowns"], "0").Tables
                .Single(t => t.Id.StartsWith("by-technique", StringComparison.Ordinal)).Rows.Select(r => ((TextCell)r[0]).Text),
        ];
    }
}
