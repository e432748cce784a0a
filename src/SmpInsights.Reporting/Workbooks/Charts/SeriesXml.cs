using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C15 = DocumentFormat.OpenXml.Office2013.Drawing.Chart;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Native series of each kind of plot.</summary>
internal sealed class SeriesXml(CellReferences cells, bool lies)
{
    public ScatterChartSeries Scatter(ChartSeries series, int index)
    {
        var (x, y) = lies ? (series.Values, series.Positions) : (series.Positions, series.Values);
        var xml = new ScatterChartSeries(Head(series, index));
        xml.Append(ChartShape.Stroked(series.Line), ChartShape.Marker(series.Marker));
        Append(xml, Labels(series));
        Append(xml, Errors(series.Errors, lies ? ErrorBarDirectionValues.X : ErrorBarDirectionValues.Y));
        xml.Append(new XValues(cells.Numbers(x)), new YValues(cells.Numbers(y)), new Smooth { Val = false });
        Append(xml, Extension<ScatterSerExtensionList>(series.Labels, ext => new ScatterSerExtension(ext) { Uri = RangeUri }));
        return xml;
    }

    public LineChartSeries Line(ChartSeries series, int index)
    {
        var xml = new LineChartSeries(Head(series, index));
        xml.Append(ChartShape.Stroked(series.Line), ChartShape.Marker(series.Marker));
        Append(xml, Labels(series));
        Append(xml, Errors(series.Errors, ErrorBarDirectionValues.Y));
        xml.Append(cells.Categories(series.Positions), new Values(cells.Numbers(series.Values)), new Smooth { Val = false });
        Append(xml, Extension<LineSerExtensionList>(series.Labels, ext => new LineSerExtension(ext) { Uri = RangeUri }));
        return xml;
    }

    public BarChartSeries Bar(ChartSeries series, int index)
    {
        var xml = new BarChartSeries(Head(series, index));
        xml.Append(ChartShape.Filled(series.Fill!), new InvertIfNegative { Val = false }, cells.Categories(series.Positions), new Values(cells.Numbers(series.Values)));
        return xml;
    }

    private const string RangeUri = "{02D57815-91ED-43cb-92C2-25804820EDAC}";
    private const string ShowRangeUri = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";

    private OpenXmlElement[] Head(ChartSeries series, int index) =>
        [new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index }, new Order { Val = (uint)index }, new SeriesText(cells.Texts(series.Name))];

    private static void Append(OpenXmlElement xml, OpenXmlElement? child)
    {
        if (child is not null)
            xml.AppendChild(child);
    }

    private ErrorBars? Errors(Whiskers? errors, ErrorBarDirectionValues direction)
    {
        if (errors is null)
            return null;
        var kind = errors switch { { Plus: null } => ErrorBarValues.Minus, { Minus: null } => ErrorBarValues.Plus, _ => ErrorBarValues.Both };
        var xml = new ErrorBars(new ErrorDirection { Val = direction }, new ErrorBarType { Val = kind }, new ErrorBarValueType { Val = ErrorValues.Custom }, new NoEndCap { Val = !errors.Capped });
        if (errors.Plus is { } plus)
            xml.AppendChild(new Plus(cells.Numbers(plus)));
        if (errors.Minus is { } minus)
            xml.AppendChild(new Minus(cells.Numbers(minus)));
        xml.AppendChild(ChartShape.Stroked(errors.Line));
        return xml;
    }

    private DataLabels? Labels(ChartSeries series)
    {
        if (series.Labels is not { } labels)
            return null;
        var xml = new DataLabels();
        foreach (var index in labels.At)
            xml.AppendChild(Label(labels, index));
        xml.Append(ChartShape.Text(9, colour: labels.Muted ? ChartLook.Soft : "1B2430"));
        xml.Append(Shown(name: false));
        return xml;
    }

    private DataLabel Label(SeriesLabels labels, int index)
    {
        var colour = labels.Muted ? ChartLook.Soft : "1B2430";
        var xml = new DataLabel(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index });
        if (labels.Texts is { } texts)
        {
            var run = new A.RunProperties { FontSize = 900 };
            run.Append(ChartShape.Solid(colour), new A.LatinFont { Typeface = "Arial" });
            var field = new A.Field(run, new A.Text(cells.Text(texts, index))) { Id = FieldId(index), Type = "CELLRANGE" };
            xml.AppendChild(new ChartText(new RichText(new A.BodyProperties { Wrap = A.TextWrappingValues.None }, new A.ListStyle(), new A.Paragraph(field))));
        }

        xml.AppendChild(new ChartShapeProperties(ChartShape.Solid("FFFFFF"), ChartShape.Line(null)));
        if (labels.Texts is null)
            xml.AppendChild(ChartShape.Text(9, colour: colour));

        xml.AppendChild(new DataLabelPosition { Val = new EnumValue<DataLabelPositionValues> { InnerText = labels.PlaceOf?.Invoke(index) ?? labels.Place } });
        xml.Append(Shown(name: labels.Texts is null));
        if (labels.Texts is not null)
            xml.AppendChild(new DLblExtensionList(new DLblExtension(new C15.ShowDataLabelsRange { Val = true }) { Uri = ShowRangeUri }));
        return xml;
    }

    private static OpenXmlElement[] Shown(bool name) =>
    [
        new ShowLegendKey { Val = false }, new ShowValue { Val = false }, new ShowCategoryName { Val = false },
        new ShowSeriesName { Val = name }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false },
    ];

    /// <summary>Fields want an id of this form; counted, so that equal charts are equal files.</summary>
    private static string FieldId(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{5A3B0C00-0000-4000-8000-{index + 1:X12}}}");

    private T? Extension<T>(SeriesLabels? labels, Func<OpenXmlElement, OpenXmlElement> extension)
        where T : OpenXmlCompositeElement, new()
    {
        if (labels?.Texts is not { } texts)
            return null;
        var cache = new C15.DataLabelsRangeChache(new PointCount { Val = (uint)texts.Count });
        for (var i = 0; i < texts.Count; i++)
        {
            if (cells.Text(texts, i) is { Length: > 0 } text)
                cache.AppendChild(new StringPoint(new NumericValue(text)) { Index = (uint)i });
        }

        var list = new T();
        list.AppendChild(extension(new C15.DataLabelsRange(new C15.Formula(texts.Reference), cache)));
        return list;
    }
}
