using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>What another spreadsheet program makes of a workbook, where it is installed.</summary>
public static class LibreOffice
{
    public static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "soffice")));

    /// <summary>The value of every formula cell, by sheet and address, as kept in the file.</summary>
    public static Dictionary<string, double> Kept(string workbook)
    {
        using var package = SpreadsheetDocument.Open(workbook, isEditable: false);
        return Cells(package).Where(c => c.Cell.CellFormula is not null).ToDictionary(c => c.Place, c => double.Parse(c.Cell.CellValue!.Text, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The same cells computed anew: without a kept value the program has to.</summary>
    public static Dictionary<string, double> Computed(string workbook, string folder)
    {
        var bare = Path.Combine(folder, "bare.xlsx");
        File.Copy(workbook, bare, overwrite: true);
        string[] places;
        using (var package = SpreadsheetDocument.Open(bare, isEditable: true))
        {
            var formulas = Cells(package).Where(c => c.Cell.CellFormula is not null).ToList();
            places = [.. formulas.Select(c => c.Place)];
            foreach (var (_, cell) in formulas)
                cell.CellValue = null;
        }

        var output = Directory.CreateDirectory(Path.Combine(folder, "computed")).FullName;
        using var process = Process.Start(new ProcessStartInfo("soffice", ["-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", output, bare]) { UseShellExecute = false })!;
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
            process.Kill(entireProcessTree: true);
        Assert.Equal(0, process.ExitCode);
        using var computed = SpreadsheetDocument.Open(Path.Combine(output, "bare.xlsx"), isEditable: false);
        var cells = Cells(computed).ToDictionary(c => c.Place, c => c.Cell, StringComparer.Ordinal);
        return places.ToDictionary(p => p, p => cells.TryGetValue(p, out var cell) && cell.DataType?.Value is null or CellValues.Number && cell.CellValue is { } value ? double.Parse(value.Text, CultureInfo.InvariantCulture) : double.NaN, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Place, Cell Cell)> Cells(SpreadsheetDocument package) =>
        package.WorkbookPart!.Workbook.Descendants<Sheet>().SelectMany(s => ((WorksheetPart)package.WorkbookPart.GetPartById(s.Id!)).Worksheet.Descendants<Cell>().Select(c => ($"{s.Name}!{c.CellReference}", c)));
}
