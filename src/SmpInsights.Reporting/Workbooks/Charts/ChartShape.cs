using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Lines, fills and text of a chart in DrawingML.</summary>
internal static class ChartShape
{
    private const int EmuPerPoint = 12_700;

    public static Outline Line(Stroke? stroke) => stroke is null
        ? new Outline(new NoFill())
        : new Outline(Solid(stroke.Colour, stroke.Opacity), new PresetDash { Val = new EnumValue<PresetLineDashValues> { InnerText = stroke.Dash } }, new Round())
        {
            Width = (int)Math.Round(stroke.Width * EmuPerPoint),
            CapType = LineCapValues.Flat,
        };

    public static SolidFill Solid(string colour, double opacity = 1)
    {
        var hex = new RgbColorModelHex { Val = colour };
        if (opacity < 1)
            hex.AppendChild(new Alpha { Val = (int)Math.Round(opacity * 100_000) });
        return new SolidFill(hex);
    }

    public static C.ChartShapeProperties Stroked(Stroke? stroke) => new(Line(stroke));

    public static C.ChartShapeProperties Filled(BarFill fill)
    {
        OpenXmlElement inside = fill.Pattern is null
            ? Solid(fill.Colour)
            : new PatternFill(new ForegroundColor(new RgbColorModelHex { Val = fill.Colour }), new BackgroundColor(new RgbColorModelHex { Val = "FFFFFF" })) { Preset = new EnumValue<PresetPatternValues> { InnerText = fill.Pattern } };
        return new C.ChartShapeProperties(inside, Line(new Stroke(fill.Colour, 0.75)));
    }

    public static C.Marker Marker(MarkerLook? look)
    {
        if (look is null)
            return new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None });
        // A plus, a cross and a star are all outline.
        var outline = look.Symbol is "plus" or "x" or "star" ? new Stroke(look.Colour, 1) : new Stroke("FFFFFF", 0.5);
        return new C.Marker(
            new C.Symbol { Val = new EnumValue<C.MarkerStyleValues> { InnerText = look.Symbol } },
            new C.Size { Val = (byte)look.Size },
            new C.ChartShapeProperties(look.Symbol is "plus" or "x" or "star" ? new NoFill() : Solid(look.Colour), Line(outline)));
    }

    /// <summary>Text properties of a part of the chart: size in points.</summary>
    public static C.TextProperties Text(double size, bool bold = false, string colour = "1B2430", int? turned = null) =>
        new(Body(turned), new ListStyle(), new Paragraph(new ParagraphProperties(Run<DefaultRunProperties>(size, bold, colour)), new EndParagraphRunProperties { Language = "en-US" }));

    public static C.RichText Rich(string text, double size, bool bold = false, string colour = "1B2430", int? turned = null) =>
        new(Body(turned), new ListStyle(), new Paragraph(new ParagraphProperties(Run<DefaultRunProperties>(size, bold, colour)), new Run(Run<RunProperties>(size, bold, colour), new DocumentFormat.OpenXml.Drawing.Text(text))));

    private static BodyProperties Body(int? turned) => turned is { } angle
        ? new BodyProperties { Rotation = angle * 60_000, Vertical = TextVerticalValues.Horizontal }
        : new BodyProperties();

    private static T Run<T>(double size, bool bold, string colour)
        where T : TextCharacterPropertiesType, new()
    {
        var run = new T { FontSize = (int)(size * 100), Bold = bold };
        run.Append(Solid(colour), new LatinFont { Typeface = "Arial" });
        return run;
    }
}
