using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>What all sheets share: titles, notes, and how they print.</summary>
internal static class SheetSetup
{
    /// <summary>The row of the link back to the contents.</summary>
    public const int BackRow = 3;

    public const double TitleSize = 14;

    /// <summary>In units of width: what leaves room for the rest of the line.</summary>
    private const double WidestClinic = 46;
    private const double WidestPerson = 24;

    public static string Facts(ReportDocument document) =>
        $"{NameInText.Whole(SheetText.Shortened(document.Facts.ClinicName, WidestClinic))} · {Person(document)}{document.Facts.Period} · as of {Print.Day(document.Facts.AsOf)}";

    private static string Person(ReportDocument document) => document.Facts.Person is { } person ? NameInText.Whole(SheetText.Shortened(person, WidestPerson)) + " · " : string.Empty;

    public static void Titles(IXLWorksheet sheet, string title, string facts)
    {
        CellWriter.Text(sheet.Cell(1, 1), title);
        sheet.Cell(1, 1).Style.Font.Bold = true;
        sheet.Cell(1, 1).Style.Font.FontSize = TitleSize;
        sheet.Row(1).Height = 24;
        CellWriter.Text(sheet.Cell(2, 1), facts);
        sheet.Cell(2, 1).Style.Font.FontColor = XLColor.FromHtml("#55606E");
        FromLeft(sheet.Cell(1, 1));
        FromLeft(sheet.Cell(2, 1));
    }

    public static void Remark(IXLCell cell, string text, bool isQuiet)
    {
        CellWriter.Text(cell, text);
        FromLeft(cell);
        if (!isQuiet)
            return;
        cell.Style.Font.Italic = true;
        cell.Style.Font.FontSize = 9;
        cell.Style.Font.FontColor = XLColor.FromHtml("#55606E");
    }

    /// <summary>Makes a cell lead to a place in this workbook.</summary>
    public static void Link(IXLCell cell, string sheet, string address = "A1")
    {
        cell.Hyperlink = new XLHyperlink(CellRun.Quoted(sheet) + "!" + address);
        cell.Style.Font.Underline = XLFontUnderlineValues.Single;
        cell.Style.Font.FontColor = XLColor.FromHtml("#0072B2");
    }

    /// <summary>Keeps text that begins in a script written from the right at the left edge, where there is room beside it.</summary>
    public static void FromLeft(IXLCell cell)
    {
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        cell.Style.Alignment.ReadingOrder = XLAlignmentReadingOrderValues.LeftToRight;
    }

    public static void Heading(IXLCell cell, string text)
    {
        CellWriter.Text(cell, text);
        cell.Style.Font.Bold = true;
        FromLeft(cell);
    }

    /// <summary>How the sheet prints: one page wide unless a table would be too small to read, whose first column is then on each, and what belongs to one row on pages after each other; so many pages high, or any number (0).</summary>
    public static void Page(IXLWorksheet sheet, ReportDocument document, bool lies, int pagesDown, int headerRow, int pagesAcross = 1)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = lies ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(pagesAcross, pagesDown);
        page.Margins.Left = page.Margins.Right = Paper.Side;
        page.Margins.Top = Paper.Top;
        page.Margins.Bottom = Paper.Bottom;
        page.Margins.Footer = 0.25;
        if (headerRow > 0)
            page.SetRowsToRepeatAtTop(headerRow, headerRow);
        if (pagesAcross > 1)
        {
            page.SetColumnsToRepeatAtLeft(1, 1);
            page.PageOrder = XLPageOrderValues.OverThenDown;
        }

        page.Footer.Left.AddText(Footer($"{document.Title} · {Person(document)}{document.Facts.Period}"));
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
