using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Writes a report as an Excel workbook, a sheet a table and a sheet a figure with its native chart. Equal documents give equal bytes.</summary>
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
        var charts = new Dictionary<string, ChartPlan>(StringComparer.Ordinal);
        var entries = new List<ContentsEntry>();
        var summary = Add(names.Take("Summary"), front, "Summary", document.Title, "");
        var contents = workbook.AddWorksheet(names.Take("Contents"));
        contents.SetTabColor(front);
        var notesName = names.Take("Notes and definitions");
        SummarySheet.Write(summary, document);
        foreach (var section in document.Sections)
        {
            foreach (var block in section.Blocks)
            {
                if (block is TableBlock table)
                    formulas.AddRange(TableSheet.Write(Add(names.Take(table.Title), Tables, "Table", table.Title, section.Title), document, table));
                foreach (var figure in block.Figures)
                {
                    var sheet = Add(names.Take(figure.Title), Charts, figure.IsEmpty ? "Chart, no data yet" : "Chart", figure.Title, section.Title);
                    if (FigureSheet.Write(sheet, document, figure, formulas) is { } plan)
                        charts.Add(sheet.Name, plan);
                }
            }
        }

        NotesSheet.Write(Add(notesName, Words, "Words", "Remarks, and what each number means", ""), document);
        ContentsSheet.Write(contents, document, entries);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return WorkbookFinish.Of(stream.ToArray(), document, formulas, charts);

        IXLWorksheet Add(string name, XLColor colour, string kind, string title, string section)
        {
            var sheet = workbook.AddWorksheet(name);
            sheet.SetTabColor(colour);
            entries.Add(new ContentsEntry(sheet, kind, title, section));
            return sheet;
        }
    }
}
