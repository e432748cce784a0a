using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>What a figure's data ask of its axes.</summary>
internal static class Scales
{
    /// <summary>Whether bars and intervals lie, their categories on the vertical axis.</summary>
    public static bool Lies(Figure figure) => figure.Y is CategoryAxis && figure.X is not CategoryAxis;

    public static Scale Vertical(Figure figure, double height) => figure.Y switch
    {
        CategoryAxis category => Category(category),
        var axis => Linear(figure, axis, Values(figure, horizontalRules: true), widen: true, Math.Clamp((int)(height / 52), 2, 10), height),
    };

    public static Scale Horizontal(Figure figure, double width) => figure.X switch
    {
        CategoryAxis category => Category(category),
        _ when figure.AtRisk is { At.Count: > 0 } table => AtRiskDrawer.Timed(Across(figure, width), table, width),
        _ => Across(figure, width),
    };

    private static Scale Across(Figure figure, double width) => Linear(
        figure,
        figure.X,
        Lies(figure) ? Values(figure, horizontalRules: false) : [.. figure.Marks.SelectMany(MarkSeries.Positions), .. figure.AtRisk?.At ?? []],
        widen: Lies(figure) || figure.Marks.All(mark => mark is PointsMark or RuleMark or TextMark or BandMark),
        Math.Clamp((int)(width / 70), Math.Min(4, (int)(width / 45)), 12),
        width);

    /// <summary>The smallest distance between two bars, which is what one of them has for itself.</summary>
    public static double BarSlot(Figure figure)
    {
        var at = figure.Marks.Where(mark => mark is BarsMark or StackedBarsMark).SelectMany(MarkSeries.Positions).Distinct().Order().ToArray();
        if (at.Length == 0)
            return 0;
        var slot = figure.X is DateAxis ? 31.0 : 1.0;
        for (var i = 1; i < at.Length; i++)
            slot = Math.Min(slot, at[i] - at[i - 1]);
        return figure.X is CategoryAxis || Lies(figure) ? 1 : slot;
    }

    private static Scale Linear(Figure figure, Axis axis, List<double> values, bool widen, int ticks, double length)
    {
        var padding = Lies(figure) || ReferenceEquals(axis, figure.Y) ? 0 : BarSlot(figure) * 0.6;
        if (padding > 0 && axis is not DateAxis && values.Count > 0)
            values.AddRange([values.Min() - padding, values.Max() + padding]);
        return axis switch
        {
            DateAxis date => DateScale.Of(values, date.Range, padding, length, Sizes.Tick),
            PercentAxis percent => NumberScale.Of(values, percent.Range, percent.IncludeZero && (Lies(figure) || ReferenceEquals(axis, figure.Y)), percent: true, widen, ticks, percent.Mirrored),
            NumberAxis number => NumberScale.Of(values, number.Range, number.IncludeZero, percent: false, widen, ticks, whole: Lies(figure) || ReferenceEquals(axis, figure.Y) ? Counts(figure) : null),
            RatioAxis => RatioScale.Of(values, ticks),
            _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "An axis without a scale."),
        };
    }

    /// <summary>Whether the values are whole numbers, such as counts; lines and limits beside them may lie between.</summary>
    private static bool Counts(Figure figure)
    {
        var values = figure.Marks.Where(mark => mark is not (RuleMark or TextMark) && MarkSeries.Of(mark)?.Role != SeriesRole.Muted)
            .SelectMany(mark => mark is StackedBarsMark stacked ? stacked.Points.Select(point => point.Y).OfType<double>() : MarkSeries.Values(mark)).ToArray();
        return values.Length > 0 && values.All(double.IsInteger);
    }

    private static Scale Category(CategoryAxis axis)
    {
        var count = Math.Max(1, axis.Categories.Count);
        return new Scale(
            -0.5,
            count - 0.5,
            [.. axis.Categories.Select((name, i) => new Tick(i, name))],
            position => axis.Categories.ElementAtOrDefault((int)Math.Round(Math.Clamp(position, -1, count))) ?? "");
    }

    private static List<double> Values(Figure figure, bool horizontalRules)
    {
        var values = figure.Marks.Where(mark => mark is not RuleMark).SelectMany(MarkSeries.Values).ToList();
        values.AddRange(figure.Marks.OfType<RuleMark>().Where(rule => rule.Direction == RuleDirection.Horizontal == horizontalRules).Select(rule => rule.At));
        var stacked = figure.Marks.OfType<StackedBarsMark>().SelectMany(mark => mark.Points).Where(point => point.Y.HasValue).GroupBy(point => point.X).ToArray();
        values.AddRange(stacked.Select(bar => bar.Sum(point => Math.Max(0, point.Y!.Value))));
        values.AddRange(stacked.Select(bar => bar.Sum(point => Math.Min(0, point.Y!.Value))));
        return values;
    }
}
