using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The words of the report: its remarks by section, what each number means, and where the file comes from.</summary>
internal static class NotesSheet
{
    private const double TextWidth = 100;

    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, "Notes and definitions", SheetSetup.Facts(document));
        sheet.Column(1).Width = 34;
        sheet.Column(2).Width = TextWidth;
        var row = SheetSetup.BackRow + 2;
        var facts = document.Facts;
        foreach (var (term, text) in new[]
        {
            ("Clinic", $"{facts.ClinicName} ({facts.ClinicId})"), ("Period", facts.Period), ("As of", Print.Day(facts.AsOf)),
            ("Amounts in", facts.Currency), ("Written by", "SmpInsights " + facts.ProductVersion),
        })
        {
            Pair(sheet, row++, term, text);
        }

        foreach (var section in document.Sections.Where(section => section.Blocks.Any(block => block is TextBlock)))
        {
            Heading(sheet, ++row, section.Title);
            row++;
            foreach (var text in section.Blocks.OfType<TextBlock>())
            {
                foreach (var line in text.Lines)
                    Pair(sheet, row++, text.Kind switch { TextKind.Warning => "Please note", TextKind.Note => "Note", _ => "" }, line);
            }
        }

        if (document.Definitions.Count > 0)
            Heading(sheet, ++row, document.Facts.DefinitionsText);
        foreach (var definition in document.Definitions)
            Pair(sheet, ++row, definition.Term, definition.Meaning);
        SheetSetup.Page(sheet, document, 34 + TextWidth, headerRow: 0);
    }

    private static void Heading(IXLWorksheet sheet, int row, string text)
    {
        CellWriter.Text(sheet.Cell(row, 1), text);
        sheet.Cell(row, 1).Style.Font.Bold = true;
        sheet.Cell(row, 1).Style.Font.FontSize = 12;
        SheetSetup.FromLeft(sheet.Cell(row, 1));
    }

    private static void Pair(IXLWorksheet sheet, int row, string term, string text)
    {
        CellWriter.Text(sheet.Cell(row, 1), term);
        CellWriter.Text(sheet.Cell(row, 2), text);
        SheetSetup.FromLeft(sheet.Cell(row, 1));
        SheetSetup.FromLeft(sheet.Cell(row, 2));
        var range = sheet.Range(row, 1, row, 2);
        range.Style.Alignment.WrapText = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        sheet.Row(row).Height = 15.5 * Math.Clamp(Math.Max(Math.Ceiling(SheetText.Room(text) / (TextWidth - 4)), Math.Ceiling(SheetText.Room(term) / 32)), 1, 26);
    }
}
