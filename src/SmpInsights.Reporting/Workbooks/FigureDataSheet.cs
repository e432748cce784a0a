using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The numbers behind every figure: a table each, a row a position, a column a series, so that anyone can chart them anew.</summary>
internal static class FigureDataSheet
{
    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, "Figures data", SheetSetup.Facts(document));
        var writer = new SheetTable(sheet, widest: 34);
        var row = 4;
        foreach (var figure in document.Figures)
        {
            CellWriter.Text(sheet.Cell(row, 1), figure.Title);
            sheet.Cell(row, 1).Style.Font.Bold = true;
            SheetSetup.FromLeft(sheet.Cell(row, 1));
            SheetSetup.Note(sheet, row + 1, string.Join(" · ", new[] { figure.Subtitle, figure.Footnote.Count, figure.Footnote.Source }.Where(part => part.Length > 0)));
            var (columns, rows) = FigureData.Of(figure);
            row = writer.Write("Figure_" + figure.Id.Replace('-', '_'), row + 2, columns, rows, "No data yet" + (figure.NoDataReason is { } reason ? ": " + reason : ""));
            foreach (var rule in figure.Marks.OfType<RuleMark>())
                SheetSetup.Note(sheet, row++, $"Reference line at {CellText.Of(FigureData.Value(rule.Direction == RuleDirection.Horizontal ? figure.Y : figure.X, rule.At))}: {rule.Label}");
            row += 2;
        }

        if (!document.Figures.Any())
            SheetSetup.Note(sheet, row, "This report has no figures.");
        writer.SetWidths();
        SheetSetup.Page(sheet, document, writer.TotalWidth, headerRow: 0);
    }
}
