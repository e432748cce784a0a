using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Workbooks.Charts.Marks;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>
/// A chart under construction: the table it reads, the helpers beside it, and the series so far. Positions run along the axis of categories,
/// days or the independent number, values along the other; where categories stand on the vertical axis the two change places.
/// </summary>
internal sealed class Plot(Figure figure, FigureTable table, PlotKind kind, CellRun first, HelperColumns helpers, ChartSize size)
{
    /// <summary>Longer names would leave the chart no room.</summary>
    private const double WidestName = 330;

    private readonly List<ChartSeries> _series = [];
    private readonly IReadOnlyDictionary<string, SeriesStyle> _styles = SeriesStyle.For(figure);
    private CellRun? _places;
    private LabelRoom? _labels;

    public Figure Figure { get; } = figure;

    public HelperColumns Helpers { get; } = helpers;

    public ChartSize Size { get; } = size;

    /// <summary>Known where points are named.</summary>
    public PlotBox? Area { get; private set; }

    public LabelRoom Labels => _labels ??= Room();

    public IReadOnlyList<ChartSeries> Series => _series;

    public bool IsScatter { get; } = kind == PlotKind.Scatter;

    public bool Lies { get; } = Scales.Lies(figure);

    public Scale X { get; } = ChartScale.Of(figure.X, Scales.Horizontal(figure, size.PlotWidth), whole: kind == PlotKind.Scatter);

    public Scale Y { get; } = ChartScale.Of(figure.Y, Scales.Vertical(figure, size.PlotHeight), whole: false);

    public Scale Along => Lies ? Y : X;

    public Scale Values => Lies ? X : Y;

    public string PositionFormat { get; } = table.HasMonths ? "mmm yyyy" : Format(table.PositionAxis);

    public string ValueFormat { get; } = Format(table.ValueAxis);

    public int RowCount => table.Positions.Count;

    /// <summary>The positions of all rows: the table's first column, or their numbers where a scatter chart has names there.</summary>
    public CellRun Positions => _places ??= IsScatter && table.PositionAxis is CategoryAxis
        ? Helpers.Add("Place", [.. table.Positions.Select(x => new HelperCell(x))], "General")
        : first with { Format = table.PositionAxis is CategoryAxis ? "@" : PositionFormat };

    public void Add(ChartSeries series) => _series.Add(series);

    public SeriesStyle Style(Series series) => _styles[series.Name];

    public CellRun Cells(PlacedColumn column) => first with { Column = first.Column + column.Column, Format = ValueFormat };

    /// <summary>The cell that names a series: the header of its column, or one beside where the legend must say something else or less.</summary>
    public CellRun Name(Mark mark, PlacedColumn column)
    {
        var name = SheetText.Clean(Leads(mark) && mark is not BandMark && ReferenceEquals(column, table.Of(mark)[0]) ? ColumnNames.Of(Figure, MarkSeries.Of(mark)!) : column.Data.Name);
        return TextMetrics.Width(name, Sizes.Label) <= WidestName && string.Equals(name, SheetText.Clean(column.Data.Name), StringComparison.Ordinal)
            ? HelperColumns.Header(Cells(column))
            : HelperColumns.Header(Helpers.AddText(TextMetrics.Shorten(name, Sizes.Label, WidestName), []));
    }

    /// <summary>Whether this mark is the one by which the legend shows the series: the first of its name that is not the band around another.</summary>
    public bool Leads(Mark mark)
    {
        var name = MarkSeries.Of(mark)?.Name;
        var marks = Figure.Marks.Where(other => other.HasData && string.Equals(MarkSeries.Of(other)?.Name, name, StringComparison.Ordinal)).ToArray();
        return ReferenceEquals(mark, marks.FirstOrDefault(other => other is not BandMark) ?? marks.FirstOrDefault());
    }

    /// <summary>A helper that repeats the position of a row; names of categories have their number instead.</summary>
    public HelperCell PositionAt(int row) => table.PositionAxis is CategoryAxis
        ? new HelperCell(table.Positions[row])
        : new HelperCell(PositionNumber(table.Positions[row]), first.Address(row));

    /// <summary>A helper that repeats the value of a point, or its gap.</summary>
    public HelperCell ValueAt(PlacedColumn column, int point) => column.Data.Points[point].Value is double value
        ? new HelperCell(ValueNumber(value), AddressOf(column, point))
        : default;

    public string AddressOf(PlacedColumn column, int point) => Cells(column).Address(column.Rows[point]);

    public double PositionNumber(double position) => ChartScale.Number(table.PositionAxis, position);

    public double ValueNumber(double value) => ChartScale.Number(table.ValueAxis, value);

    /// <summary>Where a point lies, as shares of the plot from the left and from the top.</summary>
    public (double Across, double Down) Place(double position, double value)
    {
        var (along, height) = (Along.Share(PositionNumber(position)), Values.Share(ValueNumber(value)));
        return Lies ? (height, along) : (along, 1 - height);
    }

    /// <summary>The row nearest to a position.</summary>
    public int NearestRow(double position) => Enumerable.Range(0, RowCount).MinBy(row => Math.Abs(table.Positions[row] - position));

    /// <summary>Where a row lies along the axis, 0 to 1.</summary>
    public double ShareOfRow(int row) => Along.Share(PositionNumber(table.Positions[row]));

    private LabelRoom Room()
    {
        var points = Figure.Marks.OfType<PointsMark>().SelectMany(mark => mark.Points).ToArray();
        var area = PlotBox.OfNamedPoints(Size, points.Where(point => point.Label is not null && point.Y.HasValue).Select(point => (PointsMarkChart.Name(point), Place(point.X, point.Y!.Value).Across)));
        Area = area;
        return new LabelRoom(
            area.Width * Size.Width,
            area.Height * Size.Height,
            (1 - area.Left - area.Width) * Size.Width,
            Places(points),
            [.. Figure.Marks.OfType<LineMark>().Select(mark => Places(mark.Points)), .. Figure.Marks.OfType<RuleMark>().Where(rule => rule.Direction == RuleDirection.Horizontal && !Lies).Select(Level)]);
    }

    private static string Format(Axis axis) => axis switch { DateAxis => "d mmm yyyy", PercentAxis => "0.0%", _ => "General" };

    private (double Across, double Down)[] Places(IEnumerable<DataPoint> points) => [.. points.Where(point => point.Y.HasValue).Select(point => Place(point.X, point.Y!.Value))];

    private (double Across, double Down)[] Level(RuleMark rule)
    {
        var (_, down) = Place(0, rule.At);
        return [(0, down), (1, down)];
    }
}
