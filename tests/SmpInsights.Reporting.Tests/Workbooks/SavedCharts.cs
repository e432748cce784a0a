using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Tests.Fixtures;
using SmpInsights.Reporting.Workbooks;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Tests.Workbooks;

/// <summary>A saved workbook read back through the SDK: its sheets' cells and charts.</summary>
public sealed class SavedCharts : IDisposable
{
    private readonly SpreadsheetDocument _package;
    private readonly string[] _strings;

    public SavedCharts(byte[] workbook)
    {
        _package = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        Book = _package.WorkbookPart!;
        _strings = [.. Book.SharedStringTablePart!.SharedStringTable.Elements<Sheets.SharedStringItem>().Select(item => item.InnerText)];
        Sheets = Book.Workbook.Descendants<Sheets.Sheet>().ToDictionary(sheet => sheet.Name!.Value!, sheet => (WorksheetPart)Book.GetPartById(sheet.Id!.Value!), StringComparer.Ordinal);
        Cells = Sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Value.Worksheet.Descendants<Sheets.Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>A report of one figure.</summary>
    public static SavedCharts Of(Figure figure) =>
        new(WorkbookWriter.Write(new ReportDocument("R", "", SampleReport.Document().Facts, [], [new Section("s", "S", [new FigureBlock(figure)])])));

    public WorkbookPart Book { get; }

    public SpreadsheetDocument Package => _package;

    public Dictionary<string, WorksheetPart> Sheets { get; }

    public Dictionary<string, Dictionary<string, Sheets.Cell>> Cells { get; }

    /// <summary>Every chart with the sheet that it stands on.</summary>
    public IEnumerable<(string Sheet, Chart Chart)> Charts =>
        from sheet in Sheets
        from chart in sheet.Value.DrawingsPart?.ChartParts ?? []
        select (sheet.Key, chart.ChartSpace.GetFirstChild<Chart>()!);

    /// <summary>The chart of that title.</summary>
    public Chart Chart(string title) => Charts.Single(chart => string.Equals(Texts(chart.Chart.Title!.Descendants<Formula>().Single().Text)[0], title, StringComparison.Ordinal)).Chart;

    public void Dispose() => _package.Dispose();

    /// <summary>What a cell shows as text, or its number as written; null where it is empty.</summary>
    public string? Stored(string sheet, string address) => Cells[sheet].GetValueOrDefault(address)?.CellValue is not { } value ? null
        : Cells[sheet][address].DataType?.Value == DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString ? _strings[int.Parse(value.Text, CultureInfo.InvariantCulture)]
        : value.Text;

    /// <summary>Sheet and addresses that a chart's reference names.</summary>
    public static (string Sheet, IReadOnlyList<string> Addresses) Resolve(string reference)
    {
        var match = Regex.Match(reference, @"^'(?<sheet>(?:[^']|'')+)'!\$(?<column>[A-Z]+)\$(?<first>\d+)(?::\$(?<other>[A-Z]+)\$(?<last>\d+))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.True(match.Success, reference);
        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture) : first;
        Assert.True(!match.Groups["other"].Success || match.Groups["other"].ValueSpan.SequenceEqual(match.Groups["column"].ValueSpan), reference);
        return (match.Groups["sheet"].Value.Replace("''", "'", StringComparison.Ordinal), [.. Enumerable.Range(first, last - first + 1).Select(row => match.Groups["column"].Value + row.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>The numbers of the cells that a reference names, null where they are empty.</summary>
    public double?[] Numbers(DocumentFormat.OpenXml.OpenXmlElement? holder)
    {
        var (sheet, addresses) = Resolve(holder!.Descendants<NumberReference>().Single().Formula!.Text);
        return [.. addresses.Select(address => Stored(sheet, address) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : (double?)null)];
    }

    /// <summary>The texts of the cells that a reference names, "" where they are empty.</summary>
    public string[] Texts(string reference)
    {
        var (sheet, addresses) = Resolve(reference);
        return [.. addresses.Select(address => Stored(sheet, address) ?? "")];
    }

    /// <summary>What a helper's formula gives: a cell, or the sum or difference of two.</summary>
    public double Computed(string sheet, string formula)
    {
        double Value(string address) => double.Parse(Stored(sheet, address)!, CultureInfo.InvariantCulture);
        var match = Regex.Match(formula, "^(?<minus>-)?(?<a>[A-Z]+[0-9]+)(?:(?<sign>[-+])(?:(?<b>[A-Z]+[0-9]+)|\\((?<c>[-0-9.E]+)\\)))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.True(match.Success, formula);
        var first = Value(match.Groups["a"].Value) * (match.Groups["minus"].Success ? -1 : 1);
        if (!match.Groups["sign"].Success)
            return first;
        var second = match.Groups["b"].Success ? Value(match.Groups["b"].Value) : double.Parse(match.Groups["c"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["sign"].ValueSpan[0] == '-' ? first - second : first + second;
    }

    /// <summary>The series of a chart by the text of the cell that names it.</summary>
    public DocumentFormat.OpenXml.OpenXmlElement Series(Chart chart, string name) => chart.PlotArea!.Descendants<SeriesText>()
        .Single(text => string.Equals(Texts(text.Descendants<Formula>().Single().Text)[0], name, StringComparison.Ordinal)).Parent!;
}
