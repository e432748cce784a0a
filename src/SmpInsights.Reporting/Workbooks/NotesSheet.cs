using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The words of the report: its remarks by section, what each number means, and where the file comes from.</summary>
internal static class NotesSheet
{
    private const double HeadingWidth = 26;
    private const double TermWidth = 25;
    private const double TextWidth = 80;

    /// <summary>Excel's highest row is of 409 points.</summary>
    private const double Tallest = 400;

    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, "Notes and definitions", SheetSetup.Facts(document));
        sheet.Column(1).Width = HeadingWidth;
        sheet.Column(2).Width = TermWidth;
        sheet.Column(3).Width = TextWidth;
        var row = SheetSetup.BackRow + 2;
        var facts = document.Facts;
        (string Term, string Text)[] about =
        [
            ("Clinic", $"{NameInText.Whole(facts.ClinicName)} ({facts.ClinicId})"), .. facts.Person is { } person ? [("Practitioner", person)] : Array.Empty<(string, string)>(), ("Period", facts.Period), ("As of", Print.Day(facts.AsOf)),
            .. facts.Currency is { } currency ? [("Amounts in", currency)] : Array.Empty<(string, string)>(),
            ("Written by", "SmpInsights " + facts.ProductVersion),
        ];
        foreach (var (i, (term, text)) in about.Index())
        {
            Line(sheet, row++, i == 0 ? "This report" : "", term, text);
        }

        foreach (var section in document.Sections.Where(section => section.Blocks.Any(block => block is TextBlock)))
        {
            row++;
            var lines = section.Blocks.OfType<TextBlock>().SelectMany(text => text.Lines, (text, line) => (Term: text.Kind switch { TextKind.Warning => "Please note", TextKind.Note => "Note", _ => "" }, Text: line));
            foreach (var (i, line) in lines.Index())
                Line(sheet, row++, i == 0 ? section.Title : "", line.Term, line.Text);
        }

        foreach (var (i, definition) in document.Definitions.Index())
            Line(sheet, ++row, i == 0 ? document.Facts.DefinitionsText : "", definition.Term, definition.Meaning);
        sheet.PageSetup.PrintAreas.Add(1, 1, row, 3);
        SheetSetup.Page(sheet, document, lies: false, pagesDown: 0, headerRow: 0);
    }

    /// <summary>A heading stands beside the first line that it is for, so that no page ends with it.</summary>
    private static void Line(IXLWorksheet sheet, int row, string heading, string term, string text)
    {
        var texts = new[] { (heading, HeadingWidth), (term, TermWidth), (text, TextWidth) };
        foreach (var (i, (words, _)) in texts.Index())
        {
            var cell = sheet.Cell(row, i + 1);
            CellWriter.Text(cell, words);
            SheetSetup.FromLeft(cell);
            cell.Style.Alignment.WrapText = true;
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            cell.Style.Font.Bold = i == 0;
        }

        sheet.Row(row).Height = Math.Min(13.2 * texts.Index().Max(x => SheetText.Lines(x.Item.Item1, x.Item.Item2 - 2, bold: x.Index == 0)), Tallest) + 2;
    }
}
