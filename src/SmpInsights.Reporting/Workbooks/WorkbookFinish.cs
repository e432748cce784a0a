using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>What ClosedXML leaves to be done: values of formulas, characters it escapes though it need not, types of empty cells.</summary>
internal static partial class WorkbookFinish
{
    public static byte[] Of(byte[] workbook, ReportDocument document, IReadOnlyList<CachedFormula> formulas, IReadOnlyDictionary<string, IReadOnlyList<ChartPlan>> charts)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = package.WorkbookPart!;
            var drawn = 0;
            if (book.SharedStringTablePart?.SharedStringTable is { } strings)
            {
                foreach (var text in strings.Descendants<Text>())
                    text.Text = Surrogates().Replace(text.Text, match => Pair(match));
            }

            NormalFont(book.WorkbookStylesPart!.Stylesheet);
            var texts = SheetValues.Strings(book);
            var byName = formulas.ToLookup(formula => formula.Sheet, StringComparer.Ordinal);
            foreach (var sheet in book.Workbook.Descendants<Sheet>())
            {
                var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
                Cells(part, byName[sheet.Name!.Value!].ToDictionary(formula => formula.Address, StringComparer.Ordinal));
                SortColumns(part);
                if (!charts.TryGetValue(sheet.Name.Value!, out var here))
                    continue;
                ExcelChartWriter.Write(part, here, texts, drawn);
                drawn += here.Count;
            }

            if (document.Branding.Logo is { MediaType: Logo.Png } logo)
                LogoPicture.Add((WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().First().Id!.Value!), logo, document.Facts.ClinicName);
            foreach (var name in book.Workbook.Descendants<DefinedName>().Where(name => string.Equals(name.Name?.Value, "_xlnm.Print_Titles", StringComparison.Ordinal)))
                name.Text = Titles().Replace(name.Text, "!$$${first}:$$${last}");
            foreach (var table in book.WorksheetParts.SelectMany(part => part.TableDefinitionParts))
            {
                foreach (var column in table.Table.Descendants<TableColumn>())
                    column.Name = Surrogates().Replace(column.Name!.Value!, match => Pair(match));
            }
        }

        return StablePackage.Rewrite(stream.ToArray(), CoreProperties.Of(document));
    }

    /// <summary>Column widths are counted in digits of the normal style's font, and footers are set in it: the one that the cells have.</summary>
    private static void NormalFont(Stylesheet styles)
    {
        var normal = (Font)styles.Fonts!.ElementAt((int)styles.CellStyleFormats!.GetFirstChild<DocumentFormat.OpenXml.Spreadsheet.CellFormat>()!.FontId!.Value);
        normal.FontName = new FontName { Val = WorkbookWriter.FontName };
        normal.FontSize = new FontSize { Val = WorkbookWriter.FontSize };
        normal.FontScheme = null;
    }

    /// <summary>Columns belong in their order; ClosedXML puts those without content first.</summary>
    private static void SortColumns(WorksheetPart part)
    {
        if (part.Worksheet.GetFirstChild<Columns>() is not { } columns)
            return;
        var sorted = columns.Elements<DocumentFormat.OpenXml.Spreadsheet.Column>().OrderBy(column => column.Min!.Value).ToArray();
        columns.RemoveAllChildren();
        columns.Append(sorted);
    }

    private static void Cells(WorksheetPart part, Dictionary<string, CachedFormula> formulas)
    {
        foreach (var cell in part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            if (formulas.TryGetValue(cell.CellReference!.Value!, out var formula))
            {
                cell.CellValue = new CellValue(formula.Value.ToString("R", CultureInfo.InvariantCulture));
                cell.DataType = null;
            }
            else if (cell.CellValue is null && cell.CellFormula is null)
            {
                cell.DataType = null;
            }
        }
    }

    private static string Pair(Match match) => new(
    [
        (char)int.Parse(match.Groups["high"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        (char)int.Parse(match.Groups["low"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
    ]);

    [GeneratedRegex("!(?<first>[0-9]+|[A-Z]+):(?<last>[0-9]+|[A-Z]+)(?=,|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Titles();

    [GeneratedRegex("_x(?<high>[Dd][89AaBb][0-9A-Fa-f]{2})__x(?<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Surrogates();
}
