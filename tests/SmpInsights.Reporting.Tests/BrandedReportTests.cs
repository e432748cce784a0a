using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Html;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Tests;

/// <summary>A report as a clinic shows itself, on the page and in the workbook.</summary>
public sealed class BrandedReportTests
{
    /// <summary>24 × 8 pixels of one colour, made with ImageMagick.</summary>
    private static readonly Logo Png = new(Logo.Png, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAMAAADUf89RAAAAA1BMVEV6H0vSSEbaAAAADElEQVQI12NgGB4AAADIAAF8Y2l9AAAAAElFTkSuQmCC"), 24, 8);

    private static readonly Branding Ours = new("Crown & Co", Colour("#7A1F4B"), Colour("#005A9C"), Png);

    private static readonly byte[] Book = WorkbookWriter.Write(SampleReport.Document().With(Ours));

    private static BrandColour Colour(string text) => BrandColour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text, nameof(text));

    private static string Page(Branding branding) => Encoding.UTF8.GetString(HtmlWriter.Write(SampleReport.Document().With(branding)));

    [Fact]
    public void The_page_has_the_clinic_s_name_colours_and_logo_as_an_image_of_its_own()
    {
        var page = Page(Ours);
        Assert.Contains("<p class=\"clinic\" dir=\"auto\">Crown &amp; Co</p>", page, StringComparison.Ordinal);
        Assert.Contains("--band:#7a1f4b;--bandink:#fff;--bandsoft:#fff", page, StringComparison.Ordinal);
        Assert.Contains("--accent:#005a9c", page, StringComparison.Ordinal);
        Assert.Contains($"<img class=\"logo\" alt=\"\" src=\"data:image/png;base64,{Convert.ToBase64String(Png.Bytes)}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_svg_is_never_part_of_the_page()
    {
        var page = Page(new Branding(null, null, null, new Logo(Logo.Svg, "<svg xmlns='x'><title>Wholly ours</title></svg>"u8.ToArray())));
        Assert.Contains("src=\"data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wholly ours", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_branding_nothing_changes()
    {
        Assert.Equal(HtmlWriter.Write(SampleReport.Document()), HtmlWriter.Write(SampleReport.Document().With(Branding.None)));
        Assert.DoesNotContain("logo", Page(Branding.None), StringComparison.Ordinal);
        Assert.Equal(WorkbookWriter.Write(SampleReport.Document()), WorkbookWriter.Write(SampleReport.Document().With(Branding.None)));
    }

    [Fact]
    public void The_workbook_shows_the_logo_in_its_proportions_on_the_first_sheet_and_is_valid()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Book), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => error.Path?.XPath + ": " + error.Description));
        var book = package.WorkbookPart!;
        var summary = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(s => string.Equals(s.Name, "Summary", StringComparison.Ordinal)).Id!.Value!);
        var anchor = Assert.Single(summary.DrawingsPart!.WorksheetDrawing.Elements<OneCellAnchor>());
        Assert.Equal(3.0, anchor.Extent!.Cx!.Value / (double)anchor.Extent.Cy!.Value, 0.001);
        Assert.Equal("Logo of Crown & Co", anchor.Descendants<NonVisualDrawingProperties>().Single().Description!.Value);
        using var image = Assert.Single(summary.DrawingsPart.ImageParts).GetStream();
        using var bytes = new MemoryStream();
        image.CopyTo(bytes);
        Assert.Equal(Png.Bytes, bytes.ToArray());
    }

    [Fact]
    public void Headers_of_the_workbook_s_tables_have_the_band_s_colour()
    {
        using var book = new XLWorkbook(new MemoryStream(WorkbookWriter.Write(SampleReport.Document().With(Ours with { Logo = null }))));
        var fills = book.Worksheets.SelectMany(s => s.Tables).Select(t => t.HeadersRow().FirstCell().Style.Fill.BackgroundColor.Color.ToArgb()).Distinct();
        Assert.Equal(unchecked((int)0xFF7A1F4B), Assert.Single(fills));
    }

    [Fact]
    public void Equal_branding_gives_equal_bytes() => Assert.Equal(Book, WorkbookWriter.Write(SampleReport.Document().With(Ours)));
}
