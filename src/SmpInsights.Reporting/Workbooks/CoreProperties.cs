using System.Globalization;
using System.Text;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Title and dates of the file; the dates are the report's, not the clock's.</summary>
internal static class CoreProperties
{
    public static byte[] Of(ReportDocument document)
    {
        var date = document.Facts.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        return Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{XmlText.Escape(document.Title)}</dc:title><dc:subject>{XmlText.Escape(document.Facts.Period)}</dc:subject><dc:creator>SmpInsights {XmlText.Escape(document.Facts.ProductVersion)}</dc:creator><dc:description>{XmlText.Escape(SheetSetup.Facts(document))}</dc:description>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:modified></cp:coreProperties>");
    }
}
