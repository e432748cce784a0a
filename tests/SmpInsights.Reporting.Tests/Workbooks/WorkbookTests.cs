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
    private static readonly byte[] Bytes = SampleReport.Workbook;

    private static XLWorkbook Open() => new(new MemoryStream(Bytes));

    private static IXLTable Table(XLWorkbook book, string name) => book.Worksheets.SelectMany(sheet => sheet.Tables).Single(table => string.Equals(table.Name, name, StringComparison.Ordinal));

    [Fact]
    public void The_validator_finds_nothing()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => error.Path?.XPath + ": " + error.Description);
        Assert.Empty(errors);
    }

    [Fact]
    public void What_is_read_on_one_page_shares_a_sheet_named_by_its_section_and_nothing_is_left_out()
    {
        using var book = Open();
        var names = book.Worksheets.Select(sheet => sheet.Name).ToArray();
        Assert.Equal(["Summary", "Contents"], names[..2]);
        Assert.Equal("Notes and definitions", names[^1]);
        var document = SampleReport.Document();
        Assert.InRange(names.Length, 3 + document.Sections.Count(section => section.Blocks.Any(block => block is TableBlock or FigureBlock)), 3 + ((document.Figures.Count() + document.Tables.Count()) * 4 / 5));
        var tables = book.Worksheets.SelectMany(sheet => sheet.Tables.Select(table => table.Name)).ToArray();
        Assert.All(document.Tables, table => Assert.Contains(TableBlock.NameInWorkbook(table.Id), tables));
        Assert.All(document.Figures.Where(figure => !figure.IsEmpty), figure => Assert.Contains("Figure_" + figure.Id.Replace('-', '_'), tables));
        var shared = book.Worksheets.First(sheet => sheet.Tables.Count() > 2);
        Assert.Contains(document.Sections, section => shared.Name.StartsWith(section.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void The_contents_lead_to_everything_and_every_sheet_back()
    {
        using var book = Open();
        var document = SampleReport.Document();
        var contents = Table(book, "Contents").DataRange;
        Assert.Equal(2 + document.Figures.Count() + document.Tables.Count(), contents.RowCount());
        foreach (var row in contents.Rows())
        {
            Assert.False(row.Cell(1).Hyperlink.IsExternal);
            var link = row.Cell(1).Hyperlink.InternalAddress;
            var sheet = book.Worksheet(row.Cell(4).GetString());
            Assert.StartsWith("'" + sheet.Name.Replace("'", "''", StringComparison.Ordinal) + "'!A", link, StringComparison.Ordinal);
            if (row.Cell(2).GetString() is not ("Summary" or "Words"))
                Assert.Equal(row.Cell(1).GetString(), sheet.Cell(link.Split('!')[^1]).GetString());
            Assert.Equal("'Contents'!A1", sheet.Cell("A3").Hyperlink.InternalAddress);
        }

        Assert.Equal(book.Worksheets.Select(sheet => sheet.Name).Where(name => name is not "Contents"), contents.Rows().Select(row => row.Cell(4).GetString()).Distinct(StringComparer.Ordinal));
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
            Assert.Empty(sheet.PageSetup.RowBreaks);
        }

        Assert.Equal(3, book.Worksheets.Where(sheet => sheet.Name is "Summary" or "Notes and definitions" || sheet.Tables.Any(table => table.Name is "Figure_km_technique")).Select(sheet => sheet.TabColor).Distinct().Count());
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        var titles = package.WorkbookPart!.Workbook.Descendants<Sheets.DefinedName>().Where(name => string.Equals(name.Name, "_xlnm.Print_Titles", StringComparison.Ordinal)).ToArray();
        Assert.All(titles, name => Assert.Matches(@"!\$[0-9]+:\$[0-9]+$", name.Text));
        Assert.All(package.WorkbookPart.WorksheetParts.Select(part => part.Worksheet.GetFirstChild<Sheets.Columns>()!), columns =>
            Assert.True(columns.Elements<Sheets.Column>().Zip(columns.Elements<Sheets.Column>().Skip(1)).All(pair => pair.First.Max!.Value < pair.Second.Min!.Value)));
    }

    [Fact]
    public void A_shared_sheet_is_one_page_at_a_size_that_is_read()
    {
        using var book = Open();
        foreach (var sheet in book.Worksheets.Where(sheet => sheet.PageSetup.PagesTall == 1 && sheet.Tables.Count() > 1))
        {
            var area = Assert.Single(sheet.PageSetup.PrintAreas);
            var width = Enumerable.Range(1, area.ColumnCount()).Sum(column => (sheet.Column(column).Width * 7.4) + 5) / 96;
            var height = Enumerable.Range(1, area.RowCount()).Sum(row => sheet.Row(row).Height) / 72;
            var (across, down) = sheet.PageSetup.PageOrientation == XLPageOrientation.Landscape ? (11.69, 8.27) : (8.27, 11.69);
            var scale = Math.Min((across - sheet.PageSetup.Margins.Left - sheet.PageSetup.Margins.Right) / width, (down - sheet.PageSetup.Margins.Top - sheet.PageSetup.Margins.Bottom) / height);
            Assert.True(scale > 0.77, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sheet.Name}: {scale}"));
        }
    }

    [Fact]
    public void A_chart_is_as_wide_as_its_printed_page_which_is_upright_where_it_can_be()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        using var book = Open();
        var most = 0;
        foreach (var entry in package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>())
        {
            var charts = ((WorksheetPart)package.WorkbookPart.GetPartById(entry.Id!)).DrawingsPart?.WorksheetDrawing.Elements<DocumentFormat.OpenXml.Drawing.Spreadsheet.OneCellAnchor>().ToArray() ?? [];
            if (charts.Length == 0)
                continue;
            var sheet = book.Worksheet(entry.Name!.Value!);
            var width = Enumerable.Range(1, Assert.Single(sheet.PageSetup.PrintAreas).ColumnCount()).Sum(column => (sheet.Column(column).Width * 7) + 5);
            Assert.All(charts, chart => Assert.InRange(chart.Extent!.Cx!.Value / 9525.0, width - 2, width));
            if (width * 1.06 / 96 * 0.78 < 8.27 - sheet.PageSetup.Margins.Left - sheet.PageSetup.Margins.Right)
                Assert.Equal(XLPageOrientation.Portrait, sheet.PageSetup.PageOrientation);
            most = Math.Max(most, charts.Length);
        }

        Assert.True(most > 1);
    }

    [Fact]
    public void A_small_section_shares_the_sheet_of_the_one_before_and_is_found_in_the_contents()
    {
        TableBlock Table(string id, int rows) => new(id, "Title " + id, [Column.Text("A")], [.. Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<Cell>)[new TextCell("a")])]);
        Section[] sections = [new("s", "First", [Table("a", 20)]), new("t", "Second", [Table("b", 2)]), new("u", "Third", [Table("c", 20)])];
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(new ReportDocument("R", "", SampleReport.Document().Facts, [], sections))));
        Assert.Equal(["Summary", "Contents", "First · Second", "Title c", "Notes and definitions"], book.Worksheets.Select(sheet => sheet.Name));
        var entry = WorkbookTests.Table(book, "Contents").DataRange.Row(3);
        Assert.Equal(["Title b", "Table", "Second", "First · Second"], Enumerable.Range(1, 4).Select(c => entry.Cell(c).GetString()));
    }

    [Fact]
    public void Data_of_a_chart_show_no_decimals_that_a_reader_would_take_for_exact_and_keep_them()
    {
        Figures.Figure Figure(string id, Figures.Axis y, params double[] values) => new(id, id, "", new Figures.NumberAxis("Year"), y, [new Figures.LineMark(new Figures.Series("S"), [.. values.Select((value, i) => new Figures.DataPoint(i, value))])], new Figures.Footnote("3 months", SampleReport.AsOf, "surveys"));
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With(
            [new FigureBlock(Figure("share", new Figures.PercentAxis("Share"), 0.754817, 1)), new FigureBlock(Figure("rate", new Figures.NumberAxis("Rate"), 22.2222, 0)), new FigureBlock(Figure("money", new Figures.NumberAxis("GBP"), 120.5, 99))]))));
        foreach (var (table, format, value) in new[] { ("Figure_share", "0.0%", 0.754817), ("Figure_rate", "#,##0.0", 22.2222), ("Figure_money", "#,##0.00", 120.5) })
        {
            var cell = Table(book, table).DataRange.Cell(1, 2);
            Assert.Equal((format, value), (cell.Style.NumberFormat.Format, cell.GetDouble()));
        }
    }

    [Fact]
    public void Counts_among_the_data_of_a_chart_are_whole()
    {
        Figures.Figure figure = new("counts", "F", "", new Figures.NumberAxis("Year"), new Figures.NumberAxis("Count"),
            [new Figures.LineMark(new Figures.Series("Usual"), [new(0, 0.25), new(1, 0.25)]), new Figures.LineMark(new Figures.Series("Touch-ups"), [new(0, 2), new(1, 0)])], new Figures.Footnote("2 months", SampleReport.AsOf, "touch-ups"));
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([new FigureBlock(figure)]))));
        Assert.Equal(["#,##0.00", "#,##0"], Enumerable.Range(2, 2).Select(c => Table(book, "Figure_counts").DataRange.Cell(1, c).Style.NumberFormat.Format));
    }

    [Fact]
    public void Sheets_of_one_title_are_numbered_as_their_tabs_are()
    {
        TableBlock Table(string id) => new(id, "Title " + id, [Column.Text("A")], [.. Enumerable.Range(0, 25).Select(_ => (IReadOnlyList<Cell>)[new TextCell("a")])]);
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([Table("a"), Table("b"), Table("c"), Table("d")]))));
        Assert.Equal(["S", "S (2)"], book.Worksheets.Skip(2).SkipLast(1).Select(sheet => sheet.Name));
        Assert.All(book.Worksheets.Skip(2).SkipLast(1), sheet => Assert.Equal(sheet.Name, sheet.Cell("A1").GetString()));
    }

    [Fact]
    public void Between_the_link_to_the_contents_and_what_follows_is_an_empty_row()
    {
        using var book = Open();
        Assert.All(book.Worksheets.Where(sheet => sheet.Name is not "Contents"), sheet => Assert.True(sheet.Row(4).IsEmpty(), sheet.Name));
    }

    [Fact]
    public void A_note_does_not_speak_of_brackets_where_intervals_have_columns()
    {
        var table = new TableBlock("t", "T", [Column.Text("A")], [[new TextCell("a")]], note: "In brackets the 95 % interval. A is first.");
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([table]))));
        var texts = book.Worksheet("T").CellsUsed().Select(cell => cell.GetString()).ToArray();
        Assert.Contains("A is first.", texts);
        Assert.DoesNotContain(texts, text => text.Contains("brackets", StringComparison.Ordinal));
    }

    [Fact]
    public void A_summary_of_two_pages_repeats_the_header_of_its_key_figures()
    {
        var tiles = Enumerable.Range(0, 90).Select(i => new Tile("Measure", new IntegerCell(i), []));
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([new TilesBlock([.. tiles])]))));
        var summary = book.Worksheet("Summary");
        Assert.Equal((0, summary.Tables.Single().HeadersRow().RowNumber()), (summary.PageSetup.PagesTall, summary.PageSetup.FirstRowToRepeatAtTop));
    }

    [Fact]
    public void Nothing_lies_over_anything_else()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        using var book = Open();
        foreach (var entry in package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>())
        {
            var sheet = book.Worksheet(entry.Name!.Value!);
            foreach (var anchor in ((WorksheetPart)package.WorkbookPart.GetPartById(entry.Id!)).DrawingsPart?.WorksheetDrawing.Elements<DocumentFormat.OpenXml.Drawing.Spreadsheet.OneCellAnchor>() ?? [])
            {
                var top = int.Parse(anchor.FromMarker!.RowId!.Text, System.Globalization.CultureInfo.InvariantCulture) + 1;
                var (width, height) = (anchor.Extent!.Cx!.Value / 9525.0, anchor.Extent.Cy!.Value / 12700.0);
                var columns = 1;
                for (var room = 0.0; (room += (sheet.Column(columns).Width * 7) + 5) < width; columns++)
                    continue;
                var rows = top;
                for (var room = 0.0; (room += sheet.Row(rows).Height) < height; rows++)
                    continue;
                Assert.True(sheet.Range(top, 1, rows, columns).CellsUsed().All(cell => cell.Address.ColumnNumber > columns), sheet.Name);
            }

            var tables = sheet.Tables.ToArray();
            Assert.All(tables, table => Assert.DoesNotContain(tables, other => !ReferenceEquals(other, table) && other.RangeAddress.Intersects(table.RangeAddress)));
            Assert.All(sheet.MergedRanges, merged => Assert.DoesNotContain(tables, table => table.RangeAddress.Intersects(merged.RangeAddress)));
        }
    }

    [Fact]
    public void Data_ranges_have_names_of_their_own()
    {
        using var book = Open();
        var document = SampleReport.Document();
        var names = book.NamedRanges.Select(name => name.Name).ToArray();
        Assert.Equal(document.Figures.Count(figure => !figure.IsEmpty) + document.Tables.Count(), names.Length);
        Assert.All(names, name => Assert.Matches("^(FigureData|TableData)_[a-z0-9_]+$", name));
        Assert.Equal(names.Length, names.Concat(book.Worksheets.SelectMany(sheet => sheet.Tables.Select(table => table.Name))).Distinct(StringComparer.OrdinalIgnoreCase).Count() - book.Worksheets.Sum(sheet => sheet.Tables.Count()));
        Assert.Equal("Reason", book.NamedRange("FigureData_reasons").Ranges.Single().FirstCell().GetString());
    }

    [Fact]
    public void Text_that_looks_like_a_formula_number_or_date_stays_text()
    {
        using var book = Open();
        var rows = Table(book, "Table_names").DataRange;
        foreach (var (row, column, text) in new[] { (1, 1, "=1+1"), (1, 2, "+44 20 7946 0000"), (1, 3, "-5"), (2, 1, "@SUM(A1)"), (2, 2, "00123"), (2, 3, "2024-01-01") })
        {
            Assert.Equal(XLDataType.Text, rows.Cell(row, column).DataType);
            Assert.Equal(text, rows.Cell(row, column).GetString());
            Assert.False(rows.Cell(row, column).HasFormula);
        }

        Assert.True(rows.Cell(1, 1).Style.IncludeQuotePrefix);
        Assert.Equal(SampleReport.LongName, rows.Cell(4, 1).GetString());
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
        var revenue = Table(book, "Table_revenue").DataRange;
        Assert.Equal(60500.10, revenue.Cell(1, 3).GetDouble());
        Assert.Equal("[$€]#,##0.00", revenue.Cell(1, 3).Style.NumberFormat.Format);
        Assert.Equal(0.861, revenue.Cell(1, 6).GetDouble());
        Assert.Equal("0.0%", revenue.Cell(1, 6).Style.NumberFormat.Format);
        var months = Table(book, "Table_months").DataRange;
        Assert.Equal(new DateTime(2024, 7, 1, 0, 0, 0, DateTimeKind.Unspecified), months.Cell(1, 1).GetDateTime());
        Assert.Equal("mmm yyyy", months.Cell(1, 1).Style.DateFormat.Format);
        Assert.Equal("d mmm yyyy", months.Cell(1, 2).Style.DateFormat.Format);
        Assert.Equal("<5", months.Cell(1, 4).GetString());
        Assert.Equal("[$¥]#,##0", months.Cell(1, 5).Style.NumberFormat.Format);
    }

    [Fact]
    public void An_estimate_fills_three_columns()
    {
        using var book = Open();
        var table = Table(book, "Table_fade_by_technique");
        Assert.Equal(["Technique", "Units", "Fade per year", "Fade per year, lower 95 %", "Fade per year, upper 95 %"], table.Fields.Take(5).Select(field => field.Name));
        Assert.Equal([0.175, 0.169, 0.182], Enumerable.Range(3, 3).Select(c => table.DataRange.Cell(1, c).GetDouble()));
        Assert.Equal("open", table.DataRange.Cell(2, 8).GetString());
        Assert.Equal("not enough data yet: 3 of 10", table.DataRange.Cell(3, 3).GetString());
    }

    [Fact]
    public void A_table_with_more_rows_than_are_seen_at_once_has_a_filter_and_a_long_one_a_header_that_stays_and_repeats()
    {
        var table = new TableBlock("long", "Long", [Column.Text("A"), Column.Integer("B")], [.. Enumerable.Range(0, 90).Select(i => (IReadOnlyList<Cell>)[new TextCell("a"), new IntegerCell(i)])]);
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([table, SampleReport.Document().Tables.First()]))));
        var sheet = book.Worksheet("Long");
        Assert.True(Assert.Single(sheet.Tables).ShowAutoFilter);
        Assert.Equal((5, 5, 0), (sheet.SheetView.SplitRow, sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.PagesTall));
        Assert.False(Table(book, TableBlock.NameInWorkbook(SampleReport.Document().Tables.First().Id)).ShowAutoFilter);
        Assert.All(book.Worksheets.SelectMany(s => s.Tables), t => Assert.True(t.HeadersRow().FirstCell().Style.Font.Bold));
    }

    [Fact]
    public void A_total_that_is_the_sum_follows_the_filter_and_keeps_its_value()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
        using var book = Open();
        var range = Table(book, "Table_revenue").DataRange;
        static string Row(IXLRangeRow row, int below = 0) => (row.RowNumber() + below).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (first, last, total) = (Row(range.FirstRow()), Row(range.LastRow()), Row(range.LastRow(), below: 1));
        var sheet = package.WorkbookPart!.Workbook.Descendants<Sheets.Sheet>().Single(sheet => string.Equals(sheet.Name, range.Worksheet.Name, StringComparison.Ordinal));
        var cells = ((WorksheetPart)package.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Sheets.Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        Assert.Equal($"SUBTOTAL(109,C{first}:C{last})", cells["C" + total].CellFormula!.Text);
        Assert.Equal("68979.6", cells["C" + total].CellValue!.Text);
        Assert.Null(cells["F" + total].CellFormula);
    }

    [Fact]
    public void A_figures_sheet_holds_its_numbers()
    {
        using var book = Open();
        var table = Table(book, "Figure_reasons");
        Assert.Equal(["Reason", "2025", "2026 to date"], table.Fields.Select(field => field.Name));
        Assert.Equal(22, table.DataRange.Cell(1, 2).GetDouble());
        Assert.True(table.DataRange.Cell(5, 3).IsEmpty());
        var atRisk = Table(book, "AtRisk_km_technique");
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
        Assert.Equal(32_767, sheet.Cell("A6").GetString().Length);
        Assert.Equal("1\u00A0May\u00A01899", sheet.Cell("B6").GetString());
        Assert.Equal(["A", "B", "a 2", "Column"], Enumerable.Range(1, 4).Select(c => sheet.Cell(5, c).GetString()));
    }

    [Fact]
    public void Sheet_names_are_legal_and_unique_whatever_the_titles()
    {
        string[] titles = ["Summary", "summary", "History", "'quoted'", "a/b:c*d?[e]", "///", new string('n', 60), new string('n', 60) + "x", new string('m', 32), "👍🏽" + new string('y', 29), ""];
        var sections = titles.Select((title, i) => new Section("s" + (char)('a' + i), title, [new TableBlock("t" + (char)('a' + i), title, [Column.Text("A")], [.. Enumerable.Repeat((IReadOnlyList<Cell>)[new TextCell("a")], 30)])])).ToArray();
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(new ReportDocument("R", "", SampleReport.Document().Facts, [], sections))));
        Assert.All(book.Worksheets, sheet => Assert.InRange(sheet.Name.Length, 1, 31));
        Assert.Equal(titles.Length + 3, book.Worksheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("Treatments with two contrast readings or more", "Treatments with two contrast…")]
    [InlineData("Rate of touch-ups for fading, by clinic", "Rate of touch-ups for fading…")]
    [InlineData("Time to the first touch-up: yes", "Time to the first touch-up yes")]
    [InlineData("Contrastkeptsincehealingbytechniqueandmore", "Contrastkeptsincehealingbytech…")]
    public void A_long_name_of_a_sheet_ends_with_a_word(string title, string name)
    {
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(With([new TableBlock("t", title, [Column.Text("A")], [])]))));
        Assert.Equal(name, book.Worksheets.ElementAt(2).Name);
    }

    private static ReportDocument With(IReadOnlyList<Block> blocks) => new("R", "", SampleReport.Document().Facts, [], [new Section("s", "S", blocks)]);
}
