using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Writes a report as an Excel workbook: its tables and native charts, as many of a section on a sheet as a page holds. Equal documents give equal bytes.</summary>
public static class WorkbookWriter
{
    internal const string FontName = "Arial";
    internal const double FontSize = 10;

    private static readonly XLColor Charts = XLColor.FromHtml("#0072B2");
    private static readonly XLColor Tables = XLColor.FromHtml("#008F68");
    private static readonly XLColor Words = XLColor.FromHtml("#8A94A1");

    public static byte[] Write(ReportDocument document)
    {
        var front = BookColours.Of(document);
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = FontName;
        workbook.Style.Font.FontSize = FontSize;
        var names = new SheetNames();
        var formulas = new List<CachedFormula>();
        var charts = new Dictionary<string, IReadOnlyList<ChartPlan>>(StringComparer.Ordinal);
        var entries = new List<ContentsEntry>();
        var titles = new List<string>();
        var summary = Add(names.Take("Summary"), front);
        var contents = Add(names.Take("Contents"), front);
        var notesName = names.Take("Notes and definitions");
        SummarySheet.Write(summary, document);
        entries.Add(new ContentsEntry(summary, 1, "Summary", document.Title, ""));
        foreach (var blocks in SheetBlocks.Pages(document.Sections))
        {
            var title = Numbered(SheetBlocks.Title(blocks));
            var sheet = Add(names.Take(title), blocks.Any(block => block.HasChart) ? Charts : Tables);
            var (page, starts) = SheetPage.Write(sheet, document, title, blocks, formulas);
            if (page.Charts.Count > 0)
                charts.Add(sheet.Name, page.Charts);
            entries.AddRange(blocks.Select((block, i) => new ContentsEntry(sheet, starts[i], block.Kind, block.Title, block.Section)));
        }

        var notes = Add(notesName, Words);
        NotesSheet.Write(notes, document);
        entries.Add(new ContentsEntry(notes, 1, "Words", "Remarks, and what each number means", ""));
        ContentsSheet.Write(contents, document, entries);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return WorkbookFinish.Of(stream.ToArray(), document, formulas, charts);

        // Sheets of one section are told apart in their titles as in their tabs.
        string Numbered(string title)
        {
            titles.Add(title);
            var number = titles.Count(other => string.Equals(other, title, StringComparison.Ordinal));
            return number == 1 ? title : $"{title} ({Print.Integer(number)})";
        }

        IXLWorksheet Add(string name, XLColor colour)
        {
            var sheet = workbook.AddWorksheet(name);
            sheet.SetTabColor(colour);
            return sheet;
        }
    }
}
