using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>How tables, notes and figures stand on their sheets and go on paper.</summary>
public sealed class SheetLayoutTests
{
    private static readonly Footnote Foot = new("0 treatments", SampleReport.AsOf, "readings");

    [Fact]
    public void The_note_of_a_table_that_goes_on_over_pages_stands_above_it_where_no_page_cuts_it()
    {
        using var book = Book([Rows("long", 90, note: "Read me first.")]);
        var sheet = book.Worksheet("long");
        Assert.Equal("Read me first.", sheet.Cell("A5").GetString());
        Assert.Equal((7, 7, 0), (sheet.Tables.Single().HeadersRow().RowNumber(), sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.PagesTall));
        Assert.Equal(sheet.Tables.Single().RangeAddress.LastAddress.RowNumber, sheet.PageSetup.PrintAreas.Single().RangeAddress.LastAddress.RowNumber);
    }

    [Fact]
    public void A_table_for_the_workbook_alone_that_goes_on_a_page_is_one_page()
    {
        using var book = Book([Rows("whole", 30, workbookOnly: true)]);
        Assert.Equal((1, 0), (book.Worksheet("whole").PageSetup.PagesTall, book.Worksheet("whole").PageSetup.FirstRowToRepeatAtTop));
    }

    [Fact]
    public void A_last_page_of_hardly_anything_is_saved_by_printing_a_little_smaller()
    {
        var tall = new[] { 50, 90, 108, 110, 112, 114, 116, 118, 120 }.Select(rows =>
        {
            using var book = Book([Rows("long", rows)]);
            return book.Worksheet("long").PageSetup.PagesTall;
        }).ToArray();
        Assert.Equal(1, tall[0]);
        Assert.Contains(0, tall); // two pages, both with something on them
        Assert.Contains(2, tall); // a third would hold a few rows
    }

    [Fact]
    public void Columns_of_numbers_end_at_one_edge_and_words_among_them_are_broken_rather_than_widen_them()
    {
        var words = new NotEnoughCell("not enough data yet: 0 of 5 touch-ups");
        using var book = Book([new TableBlock("t", "T", [Column.Text("A"), Column.Integer("B")], [[new TextCell("a"), new IntegerCell(12)], [new TextCell("b"), words], [new TextCell("c"), new SuppressedCell(5)]])]);
        var sheet = book.Worksheet("T");
        Assert.All(sheet.Range("B5:B8").Cells(), cell => Assert.Equal((XLAlignmentHorizontalValues.Right, 0), (cell.Style.Alignment.Horizontal, cell.Style.Alignment.Indent)));
        Assert.All(sheet.Range("A5:A8").Cells(), cell => Assert.Equal((XLAlignmentHorizontalValues.Left, 1), (cell.Style.Alignment.Horizontal, cell.Style.Alignment.Indent)));
        Assert.InRange(sheet.Column(2).Width, 8, 17);
        Assert.True(sheet.Cell("B7").Style.Alignment.WrapText);
        Assert.Equal(sheet.Row(6).Height * 3, sheet.Row(7).Height);
    }

    [Fact]
    public void Headers_leave_the_buttons_of_a_filter_a_line_below_them()
    {
        using var filtered = Book([Rows("t", 20)]);
        using var plain = Book([Rows("t", 5)]);
        var (header, other) = (filtered.Worksheet("t").Row(5), plain.Worksheet("t").Row(5));
        Assert.Equal(XLAlignmentVerticalValues.Top, header.Cell(1).Style.Alignment.Vertical);
        Assert.Equal(other.Height + 13, header.Height);
    }

    [Fact]
    public void Of_a_list_that_the_page_begins_and_the_workbook_holds_whole_the_workbook_has_one()
    {
        using var book = Book([Rows("first", 25), Rows("whole", 45, workbookOnly: true)]);
        Assert.Equal(["Summary", "Contents", "whole", "Notes and definitions"], book.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void A_figure_without_data_is_its_reason_and_no_table()
    {
        var chart = new Figure("f", "F", "Higher is better", new CategoryAxis("", ["a"]), new NumberAxis("Y"), [new RuleMark(RuleDirection.Horizontal, 1, "usual")], Foot, NoDataReason: "3 of 10.");
        var heat = new Figure("h", "H", "", new CategoryAxis("X", ["a"]), new CategoryAxis("Y", ["b"]), [new HeatMapMark(new Series("S"), [])], Foot, NoDataReason: "None.");
        using var book = Book([new FigureBlock(chart), new FigureBlock(heat)]);
        var sheet = book.Worksheet("S");
        Assert.Empty(sheet.Tables);
        var texts = sheet.CellsUsed().Select(cell => cell.GetString()).ToArray();
        Assert.Contains("Not enough data yet: 3 of 10.", texts);
        Assert.Contains("Not enough data yet: None.", texts);
        Assert.DoesNotContain("Category", texts);
        Assert.Equal(["Chart, not enough data yet", "Shaded table, not enough data yet"], book.Worksheet("Contents").Tables.Single().DataRange.Rows().Skip(1).SkipLast(1).Select(row => row.Cell(2).GetString()));
    }

    [Fact]
    public void A_heat_map_names_its_axes_and_says_what_shades_and_dashes_are()
    {
        HeatCell[] cells = [new(0, 0, new PercentCell(0.25, 0)), new(1, 0, new PercentCell(0.1, 0)), new(0, 1, new SuppressedCell(5))];
        using var book = Book([new FigureBlock(new Figure("h", "H", "", new CategoryAxis("Skin type", ["I", "II"]), new CategoryAxis("Technique", ["a", "b"]), [new HeatMapMark(new Series("S"), cells)], Foot))]);
        var sheet = book.Worksheet("H");
        Assert.Equal("Technique ↓ · Skin type →", sheet.Tables.Single().HeadersRow().FirstCell().GetString());
        Assert.Contains(sheet.CellsUsed(), cell => string.Equals(cell.GetString(), "Shaded from 10\u202F% (lightest) to 25\u202F% (darkest); –: none", StringComparison.Ordinal));
    }

    [Fact]
    public void Key_figures_without_intervals_have_no_columns_for_them()
    {
        using var without = Book([new TilesBlock([new Tile("Sessions", new IntegerCell(3), [])])]);
        Assert.Equal(["Measure", "When", "Value", "Note"], without.Worksheet("Summary").Tables.Single().Fields.Select(field => field.Name));
        using var with = Book([new TilesBlock([new Tile("Fade", new EstimateCell(0.2, null, 0.3, CellFormat.Percent(1)), [])])]);
        Assert.Equal(["Measure", "When", "Value", "Upper 95 %", "Note"], with.Worksheet("Summary").Tables.Single().Fields.Select(field => field.Name));
    }

    [Fact]
    public void A_month_in_the_title_of_a_grid_keeps_its_capital()
    {
        var figure = new Figure("f", "Received", "", new NumberAxis("X"), new NumberAxis("Y"), [new LineMark(new Series("S"), [new(0, 1)])], Foot);
        using var book = Book([new FigureGridBlock("October 2026 alone does not stand out", [figure])]);
        Assert.Equal("Received: October 2026 alone does not stand out", book.Worksheets.ElementAt(2).Cell("A1").GetString());
    }

    private static TableBlock Rows(string id, int count, string? note = null, bool workbookOnly = false) =>
        new(id, id, [Column.Text("A"), Column.Integer("B")], [.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<Cell>)[new TextCell("a"), new IntegerCell(i)])], note: note, workbookOnly: workbookOnly);

    private static XLWorkbook Book(IReadOnlyList<Block> blocks) =>
        new(new MemoryStream(WorkbookWriter.Write(new ReportDocument("R", "", SampleReport.Document().Facts, [], [new Section("s", "S", blocks)]))));
}
