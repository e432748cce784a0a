using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>What all sheets share: titles, notes, and how they print.</summary>
internal static class SheetSetup
{
    /// <summary>The row of the link back to the contents.</summary>
    public const int BackRow = 3;

    private const double LandscapeFrom = 92;

    /// <summary>Wider than this a page's width makes print too small to read.</summary>
    private const double WidestFitted = 260;

    public static string Facts(ReportDocument document) =>
        $"{document.Facts.ClinicName} · {document.Facts.Period} · as of {Print.Day(document.Facts.AsOf)}";

    public static void Titles(IXLWorksheet sheet, string title, string facts)
    {
        CellWriter.Text(sheet.Cell(1, 1), title);
        sheet.Cell(1, 1).Style.Font.Bold = true;
        sheet.Cell(1, 1).Style.Font.FontSize = 15;
        sheet.Row(1).Height = 24;
        CellWriter.Text(sheet.Cell(2, 1), facts);
        sheet.Cell(2, 1).Style.Font.FontColor = XLColor.FromHtml("#55606E");
        FromLeft(sheet.Cell(1, 1));
        FromLeft(sheet.Cell(2, 1));
    }

    public static void Note(IXLWorksheet sheet, int row, string text)
    {
        CellWriter.Text(sheet.Cell(row, 1), text);
        FromLeft(sheet.Cell(row, 1));
        sheet.Cell(row, 1).Style.Font.Italic = true;
        sheet.Cell(row, 1).Style.Font.FontColor = XLColor.FromHtml("#55606E");
    }

    /// <summary>Makes a cell lead to the top of a sheet of this workbook.</summary>
    public static void Link(IXLCell cell, string sheet)
    {
        cell.Hyperlink = new XLHyperlink(CellRun.Quoted(sheet) + "!A1");
        cell.Style.Font.Underline = XLFontUnderlineValues.Single;
        cell.Style.Font.FontColor = XLColor.FromHtml("#0072B2");
    }

    /// <summary>Keeps text that begins in a script written from the right at the left edge, where there is room beside it.</summary>
    public static void FromLeft(IXLCell cell)
    {
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        cell.Style.Alignment.ReadingOrder = XLAlignmentReadingOrderValues.LeftToRight;
    }

    public static void Page(IXLWorksheet sheet, ReportDocument document, double width, int headerRow, double landscapeFrom = LandscapeFrom)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = width > landscapeFrom ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        if (width <= WidestFitted)
            page.FitToPages(1, 0);
        else
            page.Scale = 60;
        page.Margins.Left = page.Margins.Right = 0.5;
        page.Margins.Top = page.Margins.Bottom = 0.75;
        page.Margins.Footer = 0.3;
        if (headerRow > 0)
            page.SetRowsToRepeatAtTop(headerRow, headerRow);
        page.Footer.Left.AddText(Footer(document.Title + ", " + document.Facts.Period));
        page.Footer.Right.AddText("Page ");
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" of ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        sheet.SheetView.ZoomScale = 100;
        sheet.ShowGridLines = false;
    }

    /// <summary>A footer's "&amp;" starts a code, and it holds 255 characters in all.</summary>
    private static string Footer(string text)
    {
        var clean = SheetText.Clean(text);
        return (clean.Length > 80 ? clean[..79] + "…" : clean).Replace("&", "&&", StringComparison.Ordinal);
    }
}
