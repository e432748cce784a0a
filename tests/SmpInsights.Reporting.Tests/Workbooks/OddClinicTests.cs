using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Tests;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Finance;
using SmpInsights.Reporting.Html;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Reporting.Networks;
using SmpInsights.Reporting.Techniques;
using SmpInsights.Reporting.Workbooks;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>Workbooks of every report of clinics that are new, small, far away or oddly named.</summary>
public sealed class OddClinicTests
{
    private const string Arabic = "محمد بن عبد الله";
    private const string Chinese = "晨光诊所的王小明医生";
    private static readonly ReportMonth June = new(2026, 6);
    private static readonly string LongName = string.Join(' ', Enumerable.Repeat("Layered hairline with softened temple points", 7))[..300];

    public static MatrixTheoryData<string, string> All { get; } = new(["nothing ever", "month without data", "opened last week", "one practitioner", "names", "yen"], ["monthly", "techniques", "network", "ledger"]);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_report_of_every_odd_clinic_is_a_whole_workbook(string clinic, string report)
    {
        var document = Document(report, Rows(clinic), Practitioner(clinic));
        Assert.All(document.Sections, section => Assert.NotEmpty(section.Blocks)); // a heading alone would look like something lost
        var bytes = WorkbookWriter.Write(document);
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => error.Path?.XPath + ": " + error.Description));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal("Summary", book.Worksheets.First().Name);
        Assert.False(string.IsNullOrWhiteSpace(book.Worksheet("Summary").Cell("A5").GetString()));
        Assert.Equal(document.Figures.Count(figure => !figure.IsEmpty && !figure.Marks.Any(mark => mark is Figures.HeatMapMark)), package.WorkbookPart!.WorksheetParts.Sum(part => part.DrawingsPart?.ChartParts.Count() ?? 0));
        foreach (var cell in package.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Sheets.Cell>()))
        {
            Assert.NotEqual(Sheets.CellValues.Error, cell.DataType?.Value);
            if (cell.CellFormula is not null)
                Assert.True(double.IsFinite(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)));
        }

        // A header alone would look like something lost.
        Assert.All(book.Worksheets.SelectMany(sheet => sheet.Tables), table => Assert.False(table.DataRange.FirstRow().IsEmpty(), table.Name));
    }

    [Theory]
    [InlineData("techniques", "can't be compared")]
    [InlineData("network", "No session and no touch-up is recorded in any clinic in June 2026.")]
    [InlineData("ledger", "No payment in GBP in June 2026.")]
    public void A_month_without_data_is_said_in_the_first_sentence(string report, string says)
    {
        var document = Document(report, Rows("month without data"), Practitioner("month without data"));
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(document)));
        var first = book.Worksheet("Summary").CellsUsed(cell => !cell.HasFormula && cell.DataType == XLDataType.Text && cell.GetString().StartsWith('•')).First().GetString();
        Assert.Contains(says, first, StringComparison.Ordinal);
        Assert.Empty(book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => !cell.HasFormula && cell.DataType == XLDataType.Text && cell.GetString() is "NaN" or "∞")));
    }

    [Fact]
    public void Months_before_a_clinic_s_first_record_are_no_zeros()
    {
        var document = Document("monthly", Rows("opened last week"), Practitioner("opened last week"));
        foreach (var id in new[] { "activity-by-month", "revenue-by-month-table" })
            Assert.Equal("Jun\u00A02026", CellText.Of(document.Tables.Single(table => string.Equals(table.Id, id, StringComparison.Ordinal)).Rows.Single()[0]));
        var tiles = document.Blocks.OfType<TilesBlock>().Single().Tiles;
        Assert.All(tiles.SelectMany(tile => tile.Comparisons), comparison => Assert.IsType<MissingCell>(comparison.Value));
        Assert.All(tiles.Select(tile => tile.Sparkline).OfType<IReadOnlyList<double?>>(), run => Assert.All(run.SkipLast(1), value => Assert.Null(value)));
        Assert.StartsWith("1 session in 1 month", document.Figures.Single(figure => string.Equals(figure.Id, "sessions-by-month", StringComparison.Ordinal)).Footnote.Count, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clinic_that_rests_is_not_said_to_have_no_records()
    {
        var rested = new ClinicRows().Treatment("T1", "2022-01-01", "2022-02-01").Session("T1", "2022-01-15");
        Assert.Equal("No session and no touch-up is recorded in the 24 months up to June 2026.", Document("monthly", rested, new("P", "P")).Headlines[0]);
        Assert.Equal("Nothing is recorded for Clinic C up to June 2026.", Document("monthly", Rows("nothing ever"), new("P", "P")).Headlines[0]);
    }

    [Fact]
    public void Sentences_stay_short_and_in_their_order_whatever_names_they_hold()
    {
        var lines = new[] { "techniques", "network" }.SelectMany(report => Document(report, Rows("names"), Practitioner("names")) is var document
            ? document.Headlines.Concat(document.Blocks.OfType<TextBlock>().SelectMany(block => block.Lines)).Concat(document.Figures.Select(figure => figure.Title)) : []).ToList();
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 420));
        Assert.Contains(lines, line => line.Contains("Layered hairline", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Chinese, Chinese)]
    [InlineData("Crown", "Crown")]
    [InlineData(Arabic, "\u200E" + Arabic + "\u200E")]
    public void A_name_written_from_right_to_left_keeps_what_follows_it_in_place(string name, string within) => Assert.Equal(within, NameInText.Of(name));

    [Fact]
    public void A_page_does_not_send_its_reader_to_rows_that_the_workbook_has_not()
    {
        var page = Encoding.UTF8.GetString(HtmlWriter.Write(Document("ledger", Rows("nothing ever"), new("P", "P"))));
        Assert.Contains("Payments: no rows.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rows, in the workbook", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_many_clients_prints_large_though_its_table_has_a_column_for_each()
    {
        var document = Document("techniques", Rows("one practitioner"), Practitioner("one practitioner"));
        Assert.True(document.Figures.Single(figure => string.Equals(figure.Id, "own-clients", StringComparison.Ordinal)).Marks.Count > 12);
        var bytes = WorkbookWriter.Write(document);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var sheet = book.Worksheets.Single(sheet => sheet.Tables.Any(table => string.Equals(table.Name, "Figure_own_clients", StringComparison.Ordinal)));
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var area = package.WorkbookPart!.Workbook.DefinedNames!.Elements<Sheets.DefinedName>().Single(name => string.Equals(name.Name, "_xlnm.Print_Area", StringComparison.Ordinal) && name.Text.StartsWith($"'{sheet.Name}'!", StringComparison.Ordinal)).Text;
        var last = XLHelper.GetColumnNumberFromLetter(area[(area.LastIndexOf(':') + 2)..area.LastIndexOf('$')]);
        Assert.InRange(Enumerable.Range(1, last).Sum(column => sheet.Column(column).Width), 60, 160);
    }

    [Theory]
    [InlineData("techniques")]
    [InlineData("ledger")]
    public void Names_in_any_script_and_of_any_length_come_through_and_no_row_is_higher_than_Excel_allows(string report)
    {
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(Document(report, Rows("names"), Practitioner("names")))));
        var texts = book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => !cell.HasFormula && cell.DataType == XLDataType.Text).Select(cell => cell.GetString())).ToArray();
        Assert.Contains(texts, text => text.Contains(Chinese, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains(Arabic, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains(LongName[..100], StringComparison.Ordinal));
        Assert.All(book.Worksheets, sheet => Assert.All(sheet.RowsUsed(), row => Assert.InRange(row.Height, 1, 409)));
    }

    [Theory]
    [InlineData("ledger")]
    [InlineData("network")]
    [InlineData("monthly")]
    public void Yen_have_no_decimals_anywhere_and_add_up(string report)
    {
        var bytes = WorkbookWriter.Write(Document(report, Rows("yen"), Practitioner("yen")));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var money = book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.Style.NumberFormat.Format.Contains("[$", StringComparison.Ordinal))).ToArray();
        Assert.NotEmpty(money);
        Assert.All(money, cell => Assert.Equal("[$¥]#,##0", cell.Style.NumberFormat.Format));
        if (report is "ledger")
        {
            var payments = book.Worksheet("Payments").Tables.Single();
            Assert.All(Enumerable.Range(12, 5), column => Assert.All(payments.DataRange.Column(column).Cells(), cell => Assert.Equal("#,##0", cell.Style.NumberFormat.Format)));
            Assert.Equal(133_333, payments.DataRange.Column(14).Cells().Sum(cell => cell.GetDouble()));
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            var sheet = (WorksheetPart)package.WorkbookPart!.GetPartById(package.WorkbookPart.Workbook.Descendants<Sheets.Sheet>().Single(s => string.Equals(s.Name, "Payments", StringComparison.Ordinal)).Id!.Value!);
            var total = sheet.Worksheet.Descendants<Sheets.Cell>().Single(cell => string.Equals(cell.CellReference, "N" + (payments.DataRange.LastRow().RowNumber() + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            Assert.Equal("133333", total.CellValue!.Text);
        }
    }

    private static PractitionerFacts Practitioner(string clinic) => clinic switch
    {
        "one practitioner" => new("sole", "Sole"),
        "names" => new(Chinese, Chinese),
        "month without data" or "opened last week" or "yen" or "nothing ever" => new("P", "Practitioner P"),
        _ => throw new ArgumentOutOfRangeException(nameof(clinic), clinic, null),
    };

    private static ClinicRows Rows(string clinic) => clinic switch
    {
        "nothing ever" => new ClinicRows().Clinic(),
        // Everything happened before: the month itself is empty.
        "month without data" => new ClinicRows().Treatment("T1", "2025-01-01", "2025-02-01").Session("T1", "2025-01-15").Payment(PaymentKind.Session, "2025-02-01", 100m, 16.67m, "T1"),
        "opened last week" => new ClinicRows().Treatment("T1", "2026-06-24", null).Session("T1", "2026-06-24").Payment(PaymentKind.Deposit, "2026-06-24", 50m, 8.33m, "T1"),
        "one practitioner" => Paid(new RandomClinic(4) { Name = name => name.StartsWith("who", StringComparison.Ordinal) ? "sole" : name }.Rows(), "C"),
        "names" => Named(),
        _ => new ClinicRows().Clinic("C", "Asia/Tokyo", "JPY").Treatment("T1", "2026-01-01", "2026-02-01").Session("T1", "2026-02-01")
            .Payment(PaymentKind.Session, "2026-06-02", 100_000, 9_091, "T1").Payment(PaymentKind.Session, "2026-06-03", 40_000, 3_636, "T1").Payment(PaymentKind.Refund, "2026-06-30", -6_667, -606, "T1"),
    };

    private static ClinicRows Paid(ClinicRows rows, string clinic) => rows.Payment(PaymentKind.Session, "2026-06-02", 120.10m, 20.02m, clinic: clinic);

    private static ClinicRows Named()
    {
        var rows = new RandomClinic(5)
        {
            Name = name => name switch { "who0" => Chinese, "who1" => Arabic, "who2" => LongName, _ => name.StartsWith("technique", StringComparison.Ordinal) ? name + " " + LongName : name },
        }.Rows();
        return rows.Treatment("Z1", "2026-05-01", "2026-06-01", LongName, practitioner: Chinese).Treatment("Z2", "2026-05-01", "2026-06-01", Arabic, practitioner: Arabic)
            .Payment(PaymentKind.Session, "2026-06-02", 10.10m, 1m, "Z1").Payment(PaymentKind.Session, "2026-06-02", 20.20m, 1m, "Z2");
    }

    private static ReportDocument Document(string report, ClinicRows rows, PractitionerFacts practitioner) => report switch
    {
        "monthly" => MonthlyClinicLayout.Compose(PublishedMonth.Of(MonthlyClinic.Of(rows.Data(), June), SmallestCell.Default), "Monthly clinic report", MonthlyClinicLayout.Sections, "0.0.0"),
        "techniques" => TechniqueLayout.Compose(PublishedTechniques.Of(TechniqueMonth.Of(rows.Data(), practitioner, June), SmallestCell.Default), "Technique comparison", TechniqueLayout.Sections, "0.0.0"),
        "network" => NetworkLayout.Compose(PublishedNetwork.Of(NetworkMonth.Of(rows.Data(), June), SmallestCell.Default), "Network report", NetworkLayout.Sections, "0.0.0"),
        _ => FinanceLedgerLayout.Compose(FinanceLedger.Of(rows.Data(), June), "Finance ledger", FinanceLedgerLayout.Sections, "0.0.0"),
    };
}
