using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using CategoryAxis = SmpInsights.Reporting.Figures.CategoryAxis;
using DateAxis = SmpInsights.Reporting.Figures.DateAxis;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Native axes. Each says everything, since programs differ in what they take for granted.</summary>
internal static class AxisXml
{
    public const uint HorizontalId = 100_001;
    public const uint VerticalId = 100_002;

    private const int MostLabels = 9;

    /// <summary>LibreOffice takes logarithms to the base of ten, there and back: the names of rows, which stand on the very start of the axis, would lie before it by the last digit.</summary>
    private const double Slack = 1e-12;

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>An axis of numbers. One that is hidden holds names of categories, which labels of points show, the first on top.</summary>
    public static ValueAxis Number(Axis axis, Scale scale, bool horizontal, bool gridlines, bool between, bool crossesAtEnd)
    {
        var named = axis is CategoryAxis;
        var scaling = new Scaling(new Orientation { Val = named && !horizontal ? OrientationValues.MaxMin : OrientationValues.MinMax }, new MaxAxisValue { Val = scale.To }, new MinAxisValue { Val = scale.From });
        if (scale.Doubles)
        {
            scaling.LogBase = new LogBase { Val = scale.Ticks[1].At / scale.Ticks[0].At };
            scaling.MinAxisValue = new MinAxisValue { Val = scale.From * (1 - Slack) };
        }

        var xml = new ValueAxis(Start(horizontal, scaling, deleted: named));
        if (gridlines && !named)
            xml.AppendChild(new MajorGridlines(ChartShape.Stroked(new Stroke("D5DAE1", 0.75))));
        Add(xml, Title(axis, horizontal, quiet: named));
        xml.Append(new NumberingFormat { FormatCode = Format(axis, scale), SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.Outside }, new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = crossesAtEnd ? TickLabelPositionValues.NextTo : TickLabelPositionValues.Low });
        xml.Append(Line(), ChartShape.Text(9), new CrossingAxis { Val = horizontal ? VerticalId : HorizontalId }, new Crosses { Val = crossesAtEnd ? CrossesValues.Maximum : CrossesValues.Minimum });
        xml.AppendChild(new CrossBetween { Val = between ? CrossBetweenValues.Between : CrossBetweenValues.MidpointCategory });
        if (axis is DateAxis)
            xml.AppendChild(new MajorUnit { Val = Math.Max(1, Math.Ceiling((scale.To - scale.From) / 8)) });
        else if (scale.Doubles)
            xml.AppendChild(new MajorUnit { Val = scaling.LogBase!.Val!.Value });
        else if (ChartScale.Step(scale) is { } step)
            xml.AppendChild(new MajorUnit { Val = step });
        return xml;
    }

    public static C.CategoryAxis Names(Axis axis, bool horizontal)
    {
        var scaling = new Scaling(new Orientation { Val = horizontal ? OrientationValues.MinMax : OrientationValues.MaxMin });
        var xml = new C.CategoryAxis(Start(horizontal, scaling, deleted: false));
        Add(xml, Title(axis, horizontal, quiet: false));
        xml.Append(new NumberingFormat { FormatCode = "General", SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.None }, new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = TickLabelPositionValues.Low });
        xml.Append(Line(), ChartShape.Text(9), new CrossingAxis { Val = horizontal ? VerticalId : HorizontalId }, new Crosses { Val = CrossesValues.AutoZero });
        xml.Append(new AutoLabeled { Val = false }, new LabelAlignment { Val = LabelAlignmentValues.Center }, new LabelOffset { Val = 100 }, new NoMultiLevelLabels { Val = true });
        return xml;
    }

    /// <summary>An axis of days, or of months where all positions are firsts.</summary>
    public static C.DateAxis Days(Axis axis, IReadOnlyList<double> days)
    {
        var months = days.All(day => DateAxis.DayAt(day).Day == 1);
        var span = days.Count == 0 ? 1 : days.Max() - days.Min();
        var step = months ? MonthSteps.FirstOrDefault(step => span / 30.4 / step < MostLabels, 120) : Math.Max(1, (int)Math.Ceiling(span / MostLabels));
        var unit = months ? TimeUnitValues.Months : TimeUnitValues.Days;
        var xml = new C.DateAxis(Start(horizontal: true, new Scaling(new Orientation { Val = OrientationValues.MinMax }), deleted: false));
        Add(xml, Title(axis, horizontal: true, quiet: false));
        xml.Append(new NumberingFormat { FormatCode = months ? "mmm yyyy" : "d mmm yyyy", SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.Outside }, new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = TickLabelPositionValues.Low });
        xml.Append(Line(), ChartShape.Text(9), new CrossingAxis { Val = VerticalId }, new Crosses { Val = CrossesValues.AutoZero });
        xml.Append(new AutoLabeled { Val = false }, new LabelOffset { Val = 100 }, new BaseTimeUnit { Val = unit }, new MajorUnit { Val = step }, new MajorTimeUnit { Val = unit });
        return xml;
    }

    private static OpenXmlElement[] Start(bool horizontal, Scaling scaling, bool deleted) =>
    [
        new AxisId { Val = horizontal ? HorizontalId : VerticalId }, scaling, new Delete { Val = deleted },
        new AxisPosition { Val = horizontal ? AxisPositionValues.Bottom : AxisPositionValues.Left },
    ];

    private static ChartShapeProperties Line() => ChartShape.Stroked(new Stroke(ChartLook.Colour(Palette.AxisLine), 0.75));

    private static Title? Title(Axis axis, bool horizontal, bool quiet) => axis.Title.Length == 0 || quiet ? null
        : new Title(new ChartText(ChartShape.Rich(TextMetrics.Shorten(XmlText.Clean(axis.Title), Sizes.Label, horizontal ? 700 : 330), 9, colour: ChartLook.Soft, turned: horizontal ? 0 : -90)), new Overlay { Val = false });

    private static string Format(Axis axis, Scale scale) => axis switch
    {
        DateAxis => "d mmm yyyy",
        RatioAxis when scale.Doubles => "[<0.99]0.0###;#,##0",
        PercentAxis => Digits("0", (ChartScale.Step(scale) ?? 1) * 100) + "%",
        _ => Digits("#,##0", ChartScale.Step(scale) ?? 1),
    };

    private static string Digits(string whole, double step)
    {
        for (var decimals = 0; decimals < 8; decimals++)
        {
            var scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * Math.Max(1, scaled))
                return decimals == 0 ? whole : whole + "." + new string('0', decimals);
        }

        return whole + ".00000000";
    }

    private static void Add(OpenXmlElement xml, OpenXmlElement? child)
    {
        if (child is not null)
            xml.AppendChild(child);
    }
}
