using System.IO.Compression;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Tests.Workbooks;

public sealed class WorkbookTests
{
    private static readonly byte[] Bytes = WorkbookWriter.Write(SampleReport.Document());

    private static XLWorkbook Open() => new(new MemoryStream(Bytes));

    [Fact]
    public void The_validator_finds_nothing()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => error.Path?.XPath + ": " + error.Description);
        Assert.Empty(errors);
    }

    [Fact]
    public void Sheets_are_summary_contents_and_one_for_each_figure_and_table_as_the_report_goes()
    {
        using var book = Open();
        var names = book.Worksheets.Select(sheet => sheet.Name).ToArray();
        Assert.Equal(["Summary", "Contents", "Time to first touch-up", "Contrast kept after treatment", "Fade per year by technique", "Fade by technique", "Contrast lost a year, technique"], names[..7]);
        Assert.Equal("Notes and definitions", names[^1]);
        var document = SampleReport.Document();
        Assert.Equal(3 + document.Figures.Count() + document.Tables.Count(), names.Length);
    }

    [Fact]
    public void The_contents_lead_to_every_sheet_and_every_sheet_back()
    {
        using var book = Open();
        var contents = book.Worksheet("Contents");
        var others = book.Worksheets.Where(sheet => sheet.Name is not "Contents").Select(sheet => sheet.Name).ToArray();
        Assert.Equal(others, Enumerable.Range(5, others.Length).Select(row => contents.Cell(row, 1).GetString()));
        foreach (var (name, row) in others.Select((name, i) => (name, i + 5)))
        {
            Assert.False(contents.Cell(row, 1).Hyperlink.IsExternal);
            Assert.Equal("'" + name + "'!A1", contents.Cell(row, 1).Hyperlink.InternalAddress);
            Assert.Equal("'Contents'!A1", book.Worksheet(name).Cell("A3").Hyperlink.InternalAddress);
        }
    }

    [Fact]
    public void Every_sheet_prints_one_page_wide_with_its_number_and_has_the_colour_of_its_kind()
    {
        using var book = Open();
        foreach (var sheet in book.Worksheets)
        {
            Assert.Equal(1, sheet.PageSetup.PagesWide);
            Assert.Contains("&P", sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
            Assert.NotEqual(XLColor.NoColor, sheet.TabColor);
        }

        Assert.NotEqual(book.Worksheet("No-shows").TabColor, book.Worksheet("Month by month").TabColor);
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var titles = package.WorkbookPart!.Workbook.Descendants<Sheets.DefinedName>().Where(name => string.Equals(name.Name, "_xlnm.Print_Titles", StringComparison.Ordinal)).ToArray();
        Assert.All(titles, name => Assert.Matches(@"!\$[0-9]+:\$[0-9]+$", name.Text));
        Assert.All(package.WorkbookPart.WorksheetParts.Select(part => part.Worksheet.GetFirstChild<Sheets.Columns>()!), columns =>
            Assert.True(columns.Elements<Sheets.Column>().Zip(columns.Elements<Sheets.Column>().Skip(1)).All(pair => pair.First.Max!.Value < pair.Second.Min!.Value)));
    }

    [Fact]
    public void Data_ranges_have_names_of_their_own()
    {
        using var book = Open();
        var document = SampleReport.Document();
        var names = book.NamedRanges.Select(name => name.Name).ToArray();
        Assert.Equal(document.Figures.Count() + document.Tables.Count(), names.Length);
        Assert.All(names, name => Assert.Matches("^(FigureData|TableData)_[a-z0-9_]+$", name));
        Assert.Equal(names.Length, names.Concat(book.Worksheets.SelectMany(sheet => sheet.Tables.Select(table => table.Name))).Distinct(StringComparer.OrdinalIgnoreCase).Count() - book.Worksheets.Sum(sheet => sheet.Tables.Count()));
        Assert.Equal("Reason", book.NamedRange("FigureData_reasons").Ranges.Single().FirstCell().GetString());
    }

    [Fact]
    public void Text_that_looks_like_a_formula_number_or_date_stays_text()
    {
        using var book = Open();
        var sheet = book.Worksheet("Names as they are entered, some");
        foreach (var (address, text) in new[] { ("A5", "=1+1"), ("B5", "+44 20 7946 0000"), ("C5", "-5"), ("A6", "@SUM(A1)"), ("B6", "00123"), ("C6", "2024-01-01") })
        {
            Assert.Equal(XLDataType.Text, sheet.Cell(address).DataType);
            Assert.Equal(text, sheet.Cell(address).GetString());
            Assert.False(sheet.Cell(address).HasFormula);
        }

        Assert.True(sheet.Cell("A5").Style.IncludeQuotePrefix);
        Assert.Equal(SampleReport.LongName, sheet.Cell("A8").GetString());
    }

    [Fact]
    public void Foreign_names_emoji_and_escapes_come_back_as_they_were()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var strings = package.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<Sheets.SharedStringItem>().Select(item => item.InnerText).ToArray();
        Assert.Contains("محمد بن عبد الله", strings);
        Assert.Contains("王小明 👍🏽", strings);
        Assert.Contains("_x005F_x0041_", strings);
        Assert.Contains("bell  and ", strings);
    }

    [Fact]
    public void Numbers_dates_and_money_are_numbers_with_formats()
    {
        using var book = Open();
        var revenue = book.Worksheet("Revenue gross EUR net");
        Assert.Equal(60500.10, revenue.Cell("C5").GetDouble());
        Assert.Equal("[$EUR] #,##0.00", revenue.Cell("C5").Style.NumberFormat.Format);
        Assert.Equal(0.861, revenue.Cell("F5").GetDouble());
        Assert.Equal("0.0%", revenue.Cell("F5").Style.NumberFormat.Format);
        var months = book.Worksheet("Month by month");
        Assert.Equal(new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified), months.Cell("A5").GetDateTime());
        Assert.Equal("mmm yyyy", months.Cell("A5").Style.DateFormat.Format);
        Assert.Equal("d mmm yyyy", months.Cell("B5").Style.DateFormat.Format);
        Assert.Equal("<5", months.Cell("D5").GetString());
        Assert.Equal("[$JPY] #,##0", months.Cell("E5").Style.NumberFormat.Format);
    }

    [Fact]
    public void An_estimate_fills_three_columns()
    {
        using var book = Open();
        var sheet = book.Worksheet("Fade by technique");
        Assert.Equal(["Technique", "Units", "Fade per year", "Fade per year, lower 95 %", "Fade per year, upper 95 %"], Enumerable.Range(1, 5).Select(c => sheet.Cell(4, c).GetString()));
        Assert.Equal([0.175, 0.169, 0.182], Enumerable.Range(3, 3).Select(c => sheet.Cell(5, c).GetDouble()));
        Assert.Equal("–", sheet.Cell("H6").GetString());
        Assert.Equal("not enough data yet: 3 of 10", sheet.Cell("C7").GetString());
    }

    [Fact]
    public void Tables_have_a_filter_and_a_header_that_stays_and_repeats()
    {
        using var book = Open();
        foreach (var sheet in book.Worksheets.Where(sheet => sheet.Name is not ("Summary" or "Notes and definitions") && !sheet.Tables.Any(table => table.Name.StartsWith("Figure_", StringComparison.Ordinal))))
        {
            var table = Assert.Single(sheet.Tables);
            Assert.True(table.ShowAutoFilter);
            Assert.Equal(4, sheet.SheetView.SplitRow);
            Assert.Equal(4, sheet.PageSetup.FirstRowToRepeatAtTop);
            Assert.Equal(1, sheet.PageSetup.PagesWide);
            Assert.True(sheet.Cell("A4").Style.Font.Bold);
        }
    }

    [Fact]
    public void A_total_that_is_the_sum_follows_the_filter_and_keeps_its_value()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var sheet = package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>().Single(sheet => string.Equals(sheet.Name, "Revenue gross EUR net", StringComparison.Ordinal));
        var cells = ((WorksheetPart)package.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Sheets.Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        Assert.Equal("SUBTOTAL(109,C5:C7)", cells["C8"].CellFormula!.Text);
        Assert.Equal("68979.6", cells["C8"].CellValue!.Text);
        Assert.Null(cells["F8"].CellFormula);
    }

    [Fact]
    public void A_figures_sheet_holds_its_numbers()
    {
        using var book = Open();
        var table = book.Worksheet("Touch-ups by reason").Table("Figure_reasons");
        Assert.Equal(["Reason", "2025", "2026 to date"], table.Fields.Select(field => field.Name));
        Assert.Equal(22, table.DataRange.Cell(1, 2).GetDouble());
        Assert.True(table.DataRange.Cell(5, 3).IsEmpty());
        var atRisk = book.Worksheet("Time to first touch-up").Table("AtRisk_km_technique");
        Assert.Equal(1310, atRisk.DataRange.Cell(1, 2).GetDouble());
        Assert.Equal("<5", atRisk.DataRange.Cell(2, 8).GetString());
    }

    [Fact]
    public void The_summary_tells_the_headlines_and_key_figures()
    {
        using var book = Open();
        var sheet = book.Worksheet("Summary");
        Assert.Equal("Monthly outcome report", sheet.Cell("A1").GetString());
        Assert.Contains(sheet.CellsUsed(), cell => cell.DataType == XLDataType.Text && cell.GetString().StartsWith("• Colour fades", StringComparison.Ordinal));
        var key = Assert.Single(sheet.Tables);
        Assert.Equal(41, key.DataRange.Cell(1, 3).GetDouble());
    }

    [Fact]
    public void The_package_holds_no_clock_and_no_chance()
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.Contains(archive.Entries, entry => string.Equals(entry.FullName, "docProps/core.xml", StringComparison.Ordinal));
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotMatch("Id=\"(?!rId[0-9]+\")", reader.ReadToEnd());
        }

        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        Assert.Equal(SampleReport.AsOf.ToDateTime(TimeOnly.MinValue), package.PackageProperties.Created?.Date);
        Assert.Equal("Monthly outcome report", package.PackageProperties.Title);
        Assert.Equal("June 2026", package.PackageProperties.Subject);
        Assert.StartsWith("SmpInsights ", package.PackageProperties.Creator);
        Assert.Contains("as of 30\u00A0Jun\u00A02026", package.PackageProperties.Description);
    }

    [Fact]
    public void Text_longer_than_a_cell_is_cut_and_an_early_date_is_text()
    {
        var table = new TableBlock("t", "T", [Column.Text("A"), Column.Date("B"), Column.Text("a"), Column.Text("")],
            [[new TextCell(new string('x', 40_000)), new DateCell(new DateOnly(1899, 5, 1)), new TextCell("1"), new TextCell("2")]]);
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([table]))));
        var sheet = book.Worksheet("T");
        Assert.Equal(32_767, sheet.Cell("A5").GetString().Length);
        Assert.Equal("1\u00A0May\u00A01899", sheet.Cell("B5").GetString());
        Assert.Equal(["A", "B", "a 2", "Column"], Enumerable.Range(1, 4).Select(c => sheet.Cell(4, c).GetString()));
    }

    [Fact]
    public void Sheet_names_are_legal_and_unique_whatever_the_titles()
    {
        string[] titles = ["Summary", "summary", "History", "'quoted'", "a/b:c*d?[e]", "///", new string('n', 60), new string('n', 60) + "x", new string('m', 32), "👍🏽" + new string('y', 29), ""];
        var tables = titles.Select((title, i) => new TableBlock("t" + (char)('a' + i), title, [Column.Text("A")], [])).ToArray();
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With(tables))));
        Assert.All(book.Worksheets, sheet => Assert.InRange(sheet.Name.Length, 1, 31));
        Assert.Equal(titles.Length + 3, book.Worksheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static ReportDocument With(IReadOnlyList<Block> blocks) => new("R", "", SampleReport.Document().Facts, [], [new Section("s", "S", blocks)]);
}
