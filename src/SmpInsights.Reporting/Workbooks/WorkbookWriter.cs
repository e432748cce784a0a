using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Writes a report as an Excel workbook. Equal documents give equal bytes.</summary>
public static class WorkbookWriter
{
    public static byte[] Write(ReportDocument document)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Arial";
        workbook.Style.Font.FontSize = 10;
        var names = new SheetNames();
        var formulas = new List<CachedFormula>();
        SummarySheet.Write(workbook.AddWorksheet(names.Take("Summary")), document);
        var (figures, notes) = (names.Take("Figures data"), names.Take("Notes and definitions"));
        foreach (var table in document.Tables)
            formulas.AddRange(TableSheet.Write(workbook.AddWorksheet(names.Take(table.Title)), document, table));
        FigureDataSheet.Write(workbook.AddWorksheet(figures), document);
        NotesSheet.Write(workbook.AddWorksheet(notes), document);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return WorkbookFinish.Of(stream.ToArray(), document, formulas);
    }
}
