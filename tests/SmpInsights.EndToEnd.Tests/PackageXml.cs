using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>The bare XML of a workbook, whoever wrote it.</summary>
internal static class PackageXml
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Removes the value of every formula from the file and returns them by "sheet!address".</summary>
    public static Dictionary<string, double> TakeFormulaValues(string workbook)
    {
        using var archive = ZipFile.Open(workbook, ZipArchiveMode.Update);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, entry) in Sheets(archive))
        {
            var sheet = Load(entry);
            foreach (var cell in Formulas(sheet))
            {
                values.Add(name + "!" + (string)cell.Attribute("r")!, Value(cell));
                cell.Element(Main + "v")!.Remove();
            }

            using var stream = entry.Open();
            stream.SetLength(0);
            sheet.Save(stream);
        }

        return values;
    }

    public static Dictionary<string, double> FormulaValues(string workbook)
    {
        using var archive = ZipFile.OpenRead(workbook);
        return Sheets(archive).SelectMany(sheet => Formulas(Load(sheet.Entry)), (sheet, cell) => (Key: sheet.Name + "!" + (string)cell.Attribute("r")!, Value: Value(cell)))
            .ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
    }

    /// <summary>The number of series of each chart.</summary>
    public static IReadOnlyList<int> SeriesPerChart(string workbook)
    {
        using var archive = ZipFile.OpenRead(workbook);
        return [.. archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Load).Where(part => part.Root?.Name == Chart + "chartSpace").Select(part => part.Descendants(Chart + "ser").Count())];
    }

    private static IEnumerable<(string Name, ZipArchiveEntry Entry)> Sheets(ZipArchive archive)
    {
        var targets = Load(archive.GetEntry("xl/_rels/workbook.xml.rels")!).Root!.Elements(Relations + "Relationship").ToDictionary(r => (string)r.Attribute("Id")!, r => (string)r.Attribute("Target")!, StringComparer.Ordinal);
        return [.. Load(archive.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(sheet =>
        {
            var target = targets[(string)sheet.Attribute(Office + "id")!];
            return ((string)sheet.Attribute("name")!, archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target)!);
        })];
    }

    private static IEnumerable<XElement> Formulas(XDocument sheet) => sheet.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null);

    private static double Value(XElement cell) => double.Parse(cell.Element(Main + "v")!.Value, CultureInfo.InvariantCulture);

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
