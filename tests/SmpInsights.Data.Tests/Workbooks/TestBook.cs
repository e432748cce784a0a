using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace SmpInsights.Data.Tests.Workbooks;

/// <summary>A workbook written cell by cell, as programs other than Excel write it too. Style 1 is a date, 2 a date and time of its own format, 3 money.</summary>
public sealed class TestBook(bool dates1904 = false)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, StringBuilder Rows)> sheets = [];
    private readonly List<string> texts = [];

    public static string Number(double value, int style = 0) => string.Create(CultureInfo.InvariantCulture, $"s=\"{style}\"><v>{value:R}</v>");

    public static string Flag(bool value) => $"t=\"b\"><v>{(value ? "1" : "0")}</v>";

    public static string Inline(string text) => $"t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>";

    public static string Formula(string formula, string? cached, string type = "str") => $"t=\"{type}\"><f>{SecurityElement.Escape(formula)}</f>{(cached is null ? "" : $"<v>{SecurityElement.Escape(cached)}</v>")}";

    public static string Error(string error) => $"t=\"e\"><v>{error}</v>";

    public const string Empty = "><!-- nothing -->";

    public string Shared(string text)
    {
        texts.Add($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>");
        return $"t=\"s\"><v>{N(texts.Count - 1)}</v>";
    }

    /// <summary>A text in two fonts with a reading above it, as Japanese workbooks have.</summary>
    public string Rich(string first, string second)
    {
        texts.Add($"<si><r><t>{first}</t></r><r><rPr><b/></rPr><t>{second}</t></r><rPh sb=\"0\" eb=\"1\"><t>read aloud</t></rPh></si>");
        return $"t=\"s\"><v>{N(texts.Count - 1)}</v>";
    }

    public TestBook Sheet(string name)
    {
        sheets.Add((name, new StringBuilder()));
        return this;
    }

    /// <summary>A row of cells at a row number; without addresses, as some programs write them, where <paramref name="addressed"/> is false.</summary>
    public TestBook Row(int row, bool addressed = true, params string[] cells)
    {
        var rows = sheets[^1].Rows;
        rows.Append(addressed ? string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">") : "<row>");
        foreach (var (i, cell) in cells.Index())
        {
            if (!addressed || !string.Equals(cell, Empty, StringComparison.Ordinal))
            {
                rows.Append(addressed ? string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{row}\" ") : "<c ").Append(cell).Append("</c>");
            }
        }

        rows.Append("</row>");
        return this;
    }

    public TestBook Texts(int row, params string[] cells) => Row(row, true, [.. cells.Select(Shared)]);

    public void Save(string path)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + Override("workbook", "sheet.main") + Override("styles", "styles") + Override("sharedStrings", "sharedStrings") + string.Concat(sheets.Select((_, i) => Override($"worksheets/s{N(i)}", "worksheet"))) + "</Types>");
        Part(zip, "_rels/.rels", Relations([("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/_rels/workbook.xml.rels", Relations([.. sheets.Select((_, i) => ("worksheet", $"worksheets/s{N(i)}.xml")), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]));
        Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(dates1904 ? "1" : "0")}\"/><sheets>" + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{N(i + 1)}\" r:id=\"rId{N(i + 1)}\"/>")) + "</sheets></workbook>");
        Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"[$-409]d\\-mmm\\-yy\\ h:mm\"/><numFmt numFmtId=\"171\" formatCode=\"&quot;day&quot;\\ 0.00;[Red]0.00\"/></numFmts>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>");
        Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(texts)}</sst>");
        foreach (var (i, sheet) in sheets.Index())
        {
            Part(zip, $"xl/worksheets/s{N(i)}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>");
        }
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Override(string part, string type) => $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Relations(IReadOnlyList<(string Type, string Target)> to) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(to.Select((r, i) => $"<Relationship Id=\"rId{N(i + 1)}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
