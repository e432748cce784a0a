using System.Globalization;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>An empty workbook of the data contract: a sheet a table, with comments and lists to choose from. The same bytes each time.</summary>
public static class WorkbookTemplate
{
    private const int CharactersALine = 105;

    public static void Write(Stream stream)
    {
        using var package = new TemplatePackage(stream);
        package.Write([(WorkbookImport.ReadMe, ReadMe(), null, null), .. Contract.Tables.Select(t => (t.Name, TemplateSheet.Xml(t), (string?)TemplateSheet.Comments(t), (string?)TemplateSheet.Boxes(t)))], TemplateStyles.Xml);
    }

    private static string ReadMe()
    {
        var rows = TemplateText.ReadMe.Select((line, i) => line.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"<row r=\"{i + 1}\" ht=\"{(i == 0 ? 24 : 15 * (1 + (line.Length / CharactersALine)) + 3)}\" customHeight=\"1\"><c r=\"A{i + 1}\" s=\"{(i == 0 ? TemplateStyles.Title : TemplateStyles.Paragraph)}\" t=\"inlineStr\"><is><t>{TemplatePackage.Escape(line)}</t></is></c></row>"));
        return $"<worksheet xmlns=\"{TemplatePackage.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"110\" customWidth=\"1\"/></cols><sheetData>{string.Concat(rows)}</sheetData><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }
}
