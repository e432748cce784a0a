using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The clinic's logo at the top of a sheet, right of its title. Only PNG: an SVG in a workbook needs a PNG beside it for programs that can't draw one.</summary>
internal static class LogoPicture
{
    /// <summary>Room in pixels: the rows of title and facts.</summary>
    private const double Widest = 200;
    private const double Highest = 46;

    /// <summary>The column after the values of the key figures: titles end before it.</summary>
    private const string Column = "3";

    public static void Add(WorksheetPart sheet, Logo logo, string clinic)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>("rIdLogo");
        var image = drawing.AddImagePart(ImagePartType.Png, "rIdImage");
        using (var bytes = new MemoryStream(logo.Bytes, writable: false))
            image.FeedData(bytes);
        var scale = Math.Min(Widest / logo.Width, Highest / logo.Height);
        var (width, height) = ((long)(logo.Width * scale * ChartSize.EmuPerPixel), (long)(logo.Height * scale * ChartSize.EmuPerPixel));
        drawing.WorksheetDrawing = new WorksheetDrawing(new OneCellAnchor(
            new FromMarker(new ColumnId(Column), new ColumnOffset("0"), new RowId("0"), new RowOffset("19050")),
            new Extent { Cx = Math.Max(1, width), Cy = Math.Max(1, height) },
            new Picture(
                new NonVisualPictureProperties(
                    new NonVisualDrawingProperties { Id = 2, Name = "Logo", Description = "Logo of " + SheetText.Clean(clinic) },
                    new NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true })),
                new BlipFill(new A.Blip { Embed = "rIdImage" }, new A.Stretch(new A.FillRectangle())),
                new ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Math.Max(1, width), Cy = Math.Max(1, height) }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })),
            new ClientData()));
        drawing.WorksheetDrawing.AddNamespaceDeclaration("xdr", "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing");
        drawing.WorksheetDrawing.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        ExcelChartWriter.Refer(sheet, "rIdLogo");
    }
}
