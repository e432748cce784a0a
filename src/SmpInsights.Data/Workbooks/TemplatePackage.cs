using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SmpInsights.Data.Workbooks;

/// <summary>The parts of the template in a zip that does not depend on the clock: the same bytes each time.</summary>
internal sealed class TemplatePackage(Stream stream) : IDisposable
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <param name="sheets">Name, XML, and for those with comments the comments and the boxes they are shown in.</param>
    /// <param name="styles">The styles part.</param>
    public void Write(IReadOnlyList<(string Name, string Sheet, string? Comments, string? Boxes)> sheets, string styles)
    {
        var numbered = sheets.Select((s, i) => (N: (i + 1).ToString(CultureInfo.InvariantCulture), s.Name, s.Sheet, s.Comments, s.Boxes)).ToList();
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Spreadsheet}styles+xml\"/>"
            + string.Concat(numbered.Select(s => $"<Override PartName=\"/xl/worksheets/sheet{s.N}.xml\" ContentType=\"{Spreadsheet}worksheet+xml\"/>"
                + (s.Comments is null ? "" : $"<Override PartName=\"/xl/comments{s.N}.xml\" ContentType=\"{Spreadsheet}comments+xml\"/>"))) + "</Types>");
        Part("_rels/.rels", Relations([("officeDocument", "xl/workbook.xml")]));
        Part("xl/_rels/workbook.xml.rels", Relations([.. numbered.Select(s => ("worksheet", $"worksheets/sheet{s.N}.xml")), ("styles", "styles.xml")]));
        Part("xl/styles.xml", styles);
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"0\"/><bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" windowHeight=\"12000\"/></bookViews><sheets>"
            + string.Concat(numbered.Select(s => $"<sheet name=\"{Escape(s.Name)}\" sheetId=\"{s.N}\" r:id=\"rId{s.N}\"/>")) + "</sheets></workbook>");
        foreach (var (n, _, sheet, comments, boxes) in numbered)
        {
            Part($"xl/worksheets/sheet{n}.xml", sheet);
            if (comments is not null)
            {
                Part($"xl/worksheets/_rels/sheet{n}.xml.rels", Relations([("vmlDrawing", $"../drawings/vmlDrawing{n}.vml"), ("comments", $"../comments{n}.xml")]));
                Part($"xl/comments{n}.xml", comments);
                Part($"xl/drawings/vmlDrawing{n}.vml", boxes!, declared: false);
            }
        }
    }

    public void Dispose() => zip.Dispose();

    private static string Relations(IReadOnlyList<(string Type, string Target)> to) => $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(to.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))) + "</Relationships>";

    private void Part(string name, string xml, bool declared = true)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes((declared ? Declaration : "") + xml));
    }
}
