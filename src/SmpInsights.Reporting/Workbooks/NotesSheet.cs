using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The words of the report: its remarks by section, what each number means, and where the file comes from.</summary>
internal static class NotesSheet
{
    private const double TermWidth = 28;
    private const double TextWidth = 90;

    /// <summary>Excel's highest row is of 409 points.</summary>
    private const double Tallest = 400;

    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, "Notes and definitions", SheetSetup.Facts(document));
        sheet.Column(1).Width = TermWidth;
        sheet.Column(2).Width = TextWidth;
        var row = SheetSetup.BackRow + 2;
        var facts = document.Facts;
        (string Term, string Text)[] about =
        [
            ("Clinic", $"{NameInText.Whole(facts.ClinicName)} ({facts.ClinicId})"), ("Period", facts.Period), ("As of", Print.Day(facts.AsOf)),
            .. facts.Currency is { } currency ? [("Amounts in", currency)] : Array.Empty<(string, string)>(),
            ("Written by", "SmpInsights " + facts.ProductVersion),
        ];
        foreach (var (term, text) in about)
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
        sheet.PageSetup.PrintAreas.Add(1, 1, row, 2);
        SheetSetup.Page(sheet, document, lies: false, isOnePage: false, headerRow: 0);
    }

    private static void Heading(IXLWorksheet sheet, int row, string text)
    {
        SheetSetup.Heading(sheet.Cell(row, 1), text);
        sheet.Cell(row, 1).Style.Font.FontSize = 12;
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
        sheet.Row(row).Height = Math.Min(13.2 * Math.Max(SheetText.Lines(text, TextWidth - 2), SheetText.Lines(term, TermWidth - 2)), Tallest) + 2;
    }
}
