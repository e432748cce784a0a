using System.Globalization;
using System.IO.Compression;
using System.Text;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Exports;

/// <summary>
/// The package of an exported workbook: parts are streamed into it one after the other, and what lists them is written last. Nothing in it depends on the clock.
/// </summary>
internal sealed class LedgerPackage(Stream stream, LedgerLook look)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _names = [];

    /// <summary>Begins a sheet; it must be ended before the next begins.</summary>
    /// <param name="name">As its tab says.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    public Stream BeginSheet(string name, IEnumerable<double> widths)
    {
        _names.Add(name);
        var sheet = Entry(Part("xl/worksheets/sheet"));
        sheet.Write(Encoding.UTF8.GetBytes($"{Declaration}<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheetPr><tabColor rgb=\"FF{look.Band}\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
            + string.Concat(widths.Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{w}\" customWidth=\"1\"/>")))
            + "</cols><sheetData>"));
        return sheet;
    }

    /// <summary>Ends the sheet with its one table, from the first row down.</summary>
    /// <param name="sheet">As it was begun.</param>
    /// <param name="table">Its name.</param>
    /// <param name="headers">Of its columns.</param>
    /// <param name="lastRow">Of the table.</param>
    /// <param name="pagesAcross">Pages of print that its columns take, so that they are read; the first column is on each.</param>
    public void EndSheet(Stream sheet, string table, IReadOnlyList<string> headers, int lastRow, int pagesAcross = 1)
    {
        sheet.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"</sheetData><pageMargins left=\"0.35\" right=\"0.35\" top=\"0.4\" bottom=\"0.55\" header=\"0.25\" footer=\"0.25\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"{pagesAcross}\" fitToHeight=\"0\"/>")
            + $"<headerFooter><oddFooter>&amp;L{XmlText.Escape(look.Title.Replace("&", "&&", StringComparison.Ordinal))}&amp;C&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter><tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>"));
        sheet.Dispose();
        Write(Part("xl/worksheets/_rels/sheet") + ".rels", Relations([("table", "../tables/" + Part("table"))]));
        var range = string.Create(CultureInfo.InvariantCulture, $"A1:{(char)('A' + headers.Count - 1)}{lastRow}");
        Write(Part("xl/tables/table"), string.Create(CultureInfo.InvariantCulture, $"<table xmlns=\"{Main}\" id=\"{_names.Count}\" name=\"{table}\" displayName=\"{table}\" ref=\"{range}\"><autoFilter ref=\"{range}\"/><tableColumns count=\"{headers.Count}\">")
            + string.Concat(headers.Select((h, i) => string.Create(CultureInfo.InvariantCulture, $"<tableColumn id=\"{i + 1}\" name=\"{XmlText.Escape(h)}\"/>")))
            + "</tableColumns></table>");
    }

    /// <summary>Writes what holds the sheets together; the last sheet is shown first.</summary>
    public void Complete()
    {
        int[] order = [_names.Count, .. Enumerable.Range(1, _names.Count - 1)];
        Write("xl/styles.xml", LedgerStyles.Xml(look.Band)[Declaration.Length..]);
        Write("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{XmlText.Escape(look.Title)}</dc:title><dc:creator>SmpInsights</dc:creator></cp:coreProperties>");
        Write("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><bookViews><workbookView/></bookViews><sheets>"
            + string.Concat(order.Select(n => string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{XmlText.Escape(_names[n - 1])}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))) + "</sheets><definedNames>"
            + string.Concat(order.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">{XmlText.Escape(CellRun.Quoted(_names[n - 1]))}!$A:$A,{XmlText.Escape(CellRun.Quoted(_names[n - 1]))}!$1:$1</definedName>"))) + "</definedNames></workbook>");
        Write("xl/_rels/workbook.xml.rels", Relations([.. _names.Select((_, i) => ("worksheet", string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{i + 1}.xml"))), ("styles", "styles.xml")]));
        Write("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Write("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Spreadsheet}styles+xml\"/>"
            + string.Concat(order.Select(n => string.Create(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Spreadsheet}worksheet+xml\"/><Override PartName=\"/xl/tables/table{n}.xml\" ContentType=\"{Spreadsheet}table+xml\"/>")))
            + "</Types>");
        _zip.Dispose();
    }

    /// <summary>The part of the sheet in hand.</summary>
    private string Part(string path) => string.Create(CultureInfo.InvariantCulture, $"{path}{_names.Count}.xml");

    private static string Relations(IEnumerable<(string Type, string Target)> to) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(to.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))) + "</Relationships>";

    private Stream Entry(string path)
    {
        // The fastest level: a third of the time of the best for an eighth more bytes.
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private void Write(string path, string xml)
    {
        using var part = Entry(path);
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }
}
