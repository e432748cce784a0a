using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Revisions;

namespace SmpInsights.Reporting.Tests.Documents;

/// <summary>What a revision says of the one before, from what was printed alone.</summary>
public sealed class RevisionChangeTests
{
    private static readonly RevisionChange Nothing = new(1, IsKnown: true, [], OtherDefinition: false, OtherVersion: false, null);

    private static ReportDocument Document(params (string Label, Cell Value)[] tiles) => new(
        "Report", "June 2026", new ReportFacts("C", "Clinic", "June 2026", new DateOnly(2026, 6, 30), "1", "GBP"), ["Twelve touch-ups."],
        tiles.Length == 0 ? [] : [new Section("overview", "This month", [new TilesBlock([.. tiles.Select(t => new Tile(t.Label, t.Value, []))])])]);

    private static IReadOnlyList<string> Text(ReportDocument document) => [.. document.Sections[0].Blocks.SelectMany(b => b switch
    {
        TextBlock text => text.Lines,
        TableBlock table => table.Rows.Select(r => string.Join(" | ", r.Select(CellText.Of))),
        _ => [],
    })];

    [Fact]
    public void Tables_are_named_by_how_their_rows_changed_and_never_counted()
    {
        var change = Nothing with { Rows = [("touch_ups", RowsChange.More), ("assessments", RowsChange.More), ("clients", RowsChange.Corrected), ("payments", RowsChange.Fewer)] };
        var document = change.On(Document());
        Assert.Equal(["More rows of touch-ups, contrast readings.", "Fewer rows of payments.", "Corrected rows of clients."], Text(document));
        Assert.Equal("What changed since r1", document.Sections[0].Title);
        Assert.Equal(["This is a revision: rows came late or were corrected after the report was made. See “What changed since r1”.", "Twelve touch-ups."], document.Headlines);
    }

    [Fact]
    public void Figures_that_moved_are_told_as_printed_then_and_now_hidden_ones_as_hidden()
    {
        var before = KeyFigure.Of(Document(("Touch-ups", new IntegerCell(11)), ("Sessions", new IntegerCell(40)), ("Satisfied", new SuppressedCell(5)), ("Gone", new IntegerCell(1))));
        var now = Document(("Touch-ups", new IntegerCell(12)), ("Sessions", new IntegerCell(40)), ("Satisfied", new PercentCell(0.8, 0)), ("New", new NotEnoughCell("withheld")));
        var document = (Nothing with { Printed = before }).On(now);
        Assert.Equal(["The rows are the same.", "Touch-ups | 11 | 12", "Satisfied | <5 | 80\u202F%", "New | – | withheld", "Gone | 1 | –"], Text(document));
        Assert.Equal(["The rows are the same.", "No key figure moved."], Text((Nothing with { Printed = before }).On(Document(("Gone", new IntegerCell(1)), ("Touch-ups", new IntegerCell(11)), ("Sessions", new IntegerCell(40)), ("Satisfied", new SuppressedCell(5))))));
    }

    [Fact]
    public void A_report_without_tiles_tells_the_sentences_it_no_longer_says()
    {
        var change = Nothing with { Printed = [new KeyFigure(string.Empty, "Eleven touch-ups.")] };
        Assert.Equal(["The rows are the same.", "No longer said: “Eleven touch-ups.”"], Text(change.On(Document())));
        Assert.Equal(["The rows are the same.", "Nothing said in short is different."], Text((Nothing with { Printed = KeyFigure.Of(Document()) }).On(Document())));
    }

    [Fact]
    public void A_definition_a_version_and_damaged_files_are_told()
    {
        var document = (Nothing with { OtherDefinition = true, OtherVersion = true }).On(Document());
        Assert.Equal(["The rows are the same.", "The report’s definition, or how the clinic shows itself, is another.", "It was made by another version of the program."], Text(document));
        document = (Nothing with { IsKnown = false }).On(Document());
        Assert.Equal(["The files of r1 are damaged or gone, so what changed can’t be told."], Text(document));
        Assert.StartsWith("This is a revision: the files of r1 are damaged or gone.", document.Headlines[0], StringComparison.Ordinal);
        Assert.StartsWith("This is a revision: the files of r1 were damaged or gone.", Nothing.On(Document()).Headlines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_and_workbook_show_it_and_equal_revisions_have_equal_bytes()
    {
        var change = Nothing with { Rows = [("payments", RowsChange.More)], Printed = [new KeyFigure("Touch-ups", "11")] };
        var files = Artefacts.Write(change.On(Document(("Touch-ups", new IntegerCell(12)))));
        Assert.Equal(files.Select(f => f.Bytes), Artefacts.Write(change.On(Document(("Touch-ups", new IntegerCell(12))))).Select(f => f.Bytes));
        Assert.Contains("<h2 id=\"heading-what-changed\" dir=\"auto\">What changed since r1</h2>", System.Text.Encoding.UTF8.GetString(files.Single(f => f.Path is "report.html").Bytes), StringComparison.Ordinal);
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(files.Single(f => f.Path is "workbook.xlsx").Bytes));
        Assert.Contains(book.Worksheets.SelectMany(s => s.CellsUsed()).Select(c => c.Value.ToString()), v => v!.Contains("This is a revision", StringComparison.Ordinal));
        Assert.Contains(book.Worksheets.SelectMany(s => s.RowsUsed()).Select(r => string.Join('|', r.CellsUsed().Select(c => c.Value.ToString()))), r => r is "Touch-ups|11|12");
    }
}
