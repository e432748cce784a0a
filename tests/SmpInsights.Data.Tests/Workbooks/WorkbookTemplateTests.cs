using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Data.Workbooks;

namespace SmpInsights.Data.Tests.Workbooks;

/// <summary>The empty workbook that clinics fill in.</summary>
public sealed class WorkbookTemplateTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Template(string name = "t.xlsx")
    {
        using var stream = File.Create(folder[name]);
        WorkbookTemplate.Write(stream);
        return folder[name];
    }

    private static Worksheet Sheet(SpreadsheetDocument book, string name) => ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => string.Equals(s.Name, name, StringComparison.Ordinal)).Id!)).Worksheet;

    [Fact]
    public void It_is_valid_and_the_same_bytes_each_time()
    {
        using var book = SpreadsheetDocument.Open(Template(), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(File.ReadAllBytes(folder["t.xlsx"]), File.ReadAllBytes(Template("again.xlsx")));
        using var zip = System.IO.Compression.ZipFile.OpenRead(folder["again.xlsx"]);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Every_table_and_column_of_the_contract_has_its_header_and_comment()
    {
        using var book = SpreadsheetDocument.Open(Template(), isEditable: false);

        foreach (var table in Data.Import.Contract.Tables)
        {
            var sheet = Sheet(book, table.Name);
            Assert.Equal(table.Columns.Select(c => c.Name), sheet.Descendants<Cell>().Select(c => c.InnerText));
            Assert.Equal(table.Columns.Count, sheet.WorksheetPart!.WorksheetCommentsPart!.Comments.Descendants<Comment>().Count());
        }
    }

    [Fact]
    public void Codes_are_lists_to_choose_from_and_references_lists_of_the_other_sheets_ids()
    {
        using var book = SpreadsheetDocument.Open(Template(), isEditable: false);
        var rules = Sheet(book, "sessions").Descendants<DataValidation>().ToDictionary(v => v.SequenceOfReferences!.InnerText!, v => v.Formula1!.Text);

        Assert.Equal("\"completed,cancelled,no-show\"", rules["L2:L5000"]);
        Assert.Equal("treatments!$A$2:$A$5000", rules["B2:B5000"]);
        Assert.All(Sheet(book, "treatments").Descendants<DataValidation>().Where(v => v.Type! == DataValidationValues.List), v => Assert.InRange(v.Formula1!.Text.Length, 1, 255));
    }

    [Fact]
    public void Filled_in_it_imports()
    {
        var path = Template();
        using (var book = SpreadsheetDocument.Open(path, isEditable: true))
        {
            var data = Sheet(book, "techniques").GetFirstChild<SheetData>()!;
            data.Append(new Row(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text("00123")) }, new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text("Hairline")) }));
        }

        var result = new WorkbookImport(SmpDatabase.Open(folder["data"]), new StoppedClock()).Run(path, folder["r.csv"], folder["w.csv"], progress: null, TestContext.Current.CancellationToken);

        Assert.Equal((1L, 0L), (result.Inserted, result.Rejected));
        Assert.Empty(result.IgnoredFiles);
    }
}
