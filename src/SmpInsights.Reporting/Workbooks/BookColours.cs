using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The colour behind headers, which are white: the clinic's or the product's.</summary>
internal static class BookColours
{
    public static XLColor Of(ReportDocument document) => document.Branding.Band is { } band ? XLColor.FromArgb(band.Red, band.Green, band.Blue) : XLColor.FromHtml("#123B57");
}
