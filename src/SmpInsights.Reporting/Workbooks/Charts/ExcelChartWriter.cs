using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Puts native charts on a sheet whose cells are written. Parts and ids are numbered, so that equal sheets are equal files.</summary>
internal static class ExcelChartWriter
{
    /// <param name="sheet">Where they stand.</param>
    /// <param name="plans">One or more.</param>
    /// <param name="strings">Texts of the workbook.</param>
    /// <param name="drawn">Charts on sheets before.</param>
    public static void Write(WorksheetPart sheet, IReadOnlyList<ChartPlan> plans, IReadOnlyList<string> strings, int drawn)
    {
        var values = new SheetValues(sheet, strings);
        var drawing = sheet.AddNewPart<DrawingsPart>("rIdDrawing");
        drawing.WorksheetDrawing = new WorksheetDrawing();
        for (var i = 0; i < plans.Count; i++)
        {
            var relationship = "rIdChart" + (i + 1).ToString(CultureInfo.InvariantCulture);
            drawing.AddNewPart<ChartPart>(relationship).ChartSpace = ChartXml.Of(plans[i], values);
            drawing.WorksheetDrawing.AppendChild(Anchor(plans[i], drawn + i + 1, relationship));
        }

        drawing.WorksheetDrawing.AddNamespaceDeclaration("xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing");
        drawing.WorksheetDrawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        Refer(sheet, "rIdDrawing");
    }

    /// <summary>Makes the sheet show a drawing, in the place that the order of its elements wants.</summary>
    public static void Refer(WorksheetPart sheet, string relationship)
    {
        var reference = new Sheets.Drawing { Id = relationship };
        var after = sheet.Worksheet.ChildElements.FirstOrDefault(element => element is Sheets.LegacyDrawing or Sheets.LegacyDrawingHeaderFooter or Sheets.Picture or Sheets.TableParts or Sheets.WorksheetExtensionList);
        if (after is null)
            sheet.Worksheet.AppendChild(reference);
        else
            sheet.Worksheet.InsertBefore(reference, after);
    }

    /// <summary>Tied to one cell and of its own size: wide or folded columns leave the chart as it is.</summary>
    private static OneCellAnchor Anchor(ChartPlan plan, int number, string relationship) => new(
        new FromMarker(new ColumnId("0"), new ColumnOffset("0"), new RowId((plan.Row - 1).ToString(CultureInfo.InvariantCulture)), new RowOffset("0")),
        new Extent { Cx = (long)(plan.Size.Width * ChartSize.EmuPerPixel), Cy = (long)(plan.Size.Height * ChartSize.EmuPerPixel) },
        new GraphicFrame(
            new NonVisualGraphicFrameProperties(
                new NonVisualDrawingProperties { Id = (uint)(number + 1), Name = "Chart " + number.ToString(CultureInfo.InvariantCulture), Description = plan.Alternative },
                new NonVisualGraphicFrameDrawingProperties()),
            new Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = relationship }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            Macro = "",
        },
        new ClientData());
}
