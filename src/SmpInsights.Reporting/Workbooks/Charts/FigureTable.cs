using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>
/// A figure as a table, a row a position and columns as its marks bring them. Every category has its row, with or without values; where a
/// series has two values at one position the row comes twice.
/// </summary>
internal sealed class FigureTable
{
    private readonly Dictionary<Mark, IReadOnlyList<PlacedColumn>> _columns = new(ReferenceEqualityComparer.Instance);

    public FigureTable(Figure figure)
    {
        var lies = Scales.Lies(figure);
        (PositionAxis, ValueAxis) = lies ? (figure.Y, figure.X) : (figure.X, figure.Y);
        var title = PositionAxis.Title.Length > 0 ? PositionAxis.Title : PositionAxis is DateAxis ? "Date" : PositionAxis is CategoryAxis ? "Category" : "Position";
        var data = figure.Marks.SelectMany(mark => MarkCharts.Of(mark).Columns(mark), (mark, column) => (Mark: mark, Column: column with { Name = ColumnNames.Of(figure, mark, column) })).ToArray();
        Columns = [new SheetColumn(title, Right: PositionAxis is not CategoryAxis and not DateAxis), .. data.Select(item => new SheetColumn(item.Column.Name, Right: !item.Column.IsText))];
        var firstRow = new SortedDictionary<double, int>();
        Positions = PositionsOf(figure.IsEmpty ? [] : data.Select(item => item.Column), firstRow);
        var cells = Positions.Select(x => Enumerable.Repeat<Cell>(new TextCell(""), Columns.Count).ToArray()).ToArray();
        var positionDecimals = Decimals(PositionAxis, Positions);
        var valueDecimals = Decimals(ValueAxis, data.SelectMany(item => item.Column.Points).Select(point => point.Value).OfType<double>());
        for (var r = 0; r < Positions.Count; r++)
            cells[r][0] = HasMonths ? new MonthCell(DateAxis.DayAt(Positions[r])) : Value(PositionAxis, Positions[r], positionDecimals);
        for (var c = 0; c < data.Length && Positions.Count > 0; c++)
        {
            var decimals = Decimals(ValueAxis, data[c].Column.Points.Select(point => point.Value).OfType<double>()) == 0 ? 0 : valueDecimals;
            var used = new Dictionary<double, int>();
            var rows = new List<int>();
            foreach (var (x, value) in data[c].Column.Points)
            {
                var k = used.GetValueOrDefault(x);
                used[x] = k + 1;
                rows.Add(firstRow[x] + k);
                cells[firstRow[x] + k][c + 1] = value switch { double number => Value(ValueAxis, number, decimals), string text => new TextCell(text), _ => new TextCell("") };
            }

            _columns[data[c].Mark] = [.. Of(data[c].Mark), new PlacedColumn(data[c].Column, c + 1, rows)];
        }

        Rows = cells;
    }

    public Axis PositionAxis { get; }

    public Axis ValueAxis { get; }

    public IReadOnlyList<SheetColumn> Columns { get; }

    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }

    /// <summary>The position of each row.</summary>
    public IReadOnlyList<double> Positions { get; }

    /// <summary>Whether all positions are firsts of months, which stand for these.</summary>
    public bool HasMonths => PositionAxis is DateAxis && Positions.All(position => DateAxis.DayAt(position).Day == 1);

    /// <summary>Whether a series has two values at one position.</summary>
    public bool HasRepeats => Positions.Distinct().Count() < Positions.Count;

    public IReadOnlyList<PlacedColumn> Of(Mark mark) => _columns.GetValueOrDefault(mark) ?? [];

    /// <summary>Whether an axis is titled by the code of a currency.</summary>
    public static bool IsCurrency(string title) => title.Length == 3 && title.All(char.IsAsciiLetterUpper);

    /// <summary>A position or value as a cell of its axis' kind; a number is shown with so many decimals, or with those that it needs.</summary>
    public static Cell Value(Axis axis, double value, int? decimals = null) => axis switch
    {
        DateAxis => new DateCell(DateAxis.DayAt(value)),
        CategoryAxis category => new TextCell(category.Categories.ElementAtOrDefault((int)Math.Round(Math.Clamp(value, -1, category.Categories.Count))) ?? ""),
        PercentAxis => new PercentCell(value, decimals ?? Decimals(axis, [value])),
        _ => new NumberCell(value, decimals ?? Decimals(axis, [value])),
    };

    /// <summary>The decimals that show all values, but no more than those which a reader takes for exact: 1 beside tens. The cell keeps all.</summary>
    private static int Decimals(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var most = all.Select(Math.Abs).DefaultIfEmpty(0).Max() switch { >= 10 => 1, >= 1 => 2, _ => 3 };
        return all.Select(value => Enumerable.Range(0, most).FirstOrDefault(d => Math.Abs((value * Math.Pow(10, d)) - Math.Round(value * Math.Pow(10, d))) < 1e-6, most)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Percentages have one decimal at most; amounts, whose axis is titled by the code of their currency, have its decimals.</summary>
    private static int Decimals(Axis axis, IEnumerable<double> values) =>
        axis is PercentAxis ? Decimals(values.Select(value => value * 100).Append(100))
        : IsCurrency(axis.Title) ? Currencies.Decimals(axis.Title)
        : Decimals(values);

    private List<double> PositionsOf(IEnumerable<DataColumn> columns, SortedDictionary<double, int> firstRow)
    {
        var depth = new SortedDictionary<double, int>();
        foreach (var column in columns)
        {
            foreach (var group in column.Points.GroupBy(point => point.X))
                depth[group.Key] = Math.Max(group.Count(), depth.GetValueOrDefault(group.Key));
        }

        if (depth.Count > 0 && PositionAxis is CategoryAxis category)
        {
            for (var i = 0; i < category.Categories.Count; i++)
                depth.TryAdd(i, 1);
        }

        var positions = new List<double>();
        foreach (var (x, count) in depth)
        {
            firstRow[x] = positions.Count;
            positions.AddRange(Enumerable.Repeat(x, count));
        }

        return positions;
    }
}
