using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The kinds of native plot: numbers on both axes; series on the rows of the table, along categories or days; lying bars.</summary>
internal enum PlotKind { Scatter, Rows, LyingBars }

/// <summary>Chooses the kind of plot.</summary>
internal static class PlotKinds
{
    /// <summary>
    /// Bars need a row plot; a lying one holds nothing but bars of one kind, since no program draws a line across them. Lines along days do
    /// too, for labels at the firsts of months, if they have a value or a gap in each row: elsewhere the rows of other series would break them.
    /// </summary>
    public static PlotKind Of(Figure figure, FigureTable table)
    {
        var hasBars = figure.Marks.Any(mark => mark is BarsMark or StackedBarsMark);
        if (Scales.Lies(figure))
            return hasBars && figure.Marks.All(mark => mark is BarsMark or StackedBarsMark) ? PlotKind.LyingBars : PlotKind.Scatter;
        var fitsRows = figure.Marks.All(mark => mark is not (StepMark or BandMark { Stepped: true }))
            && figure.Marks.OfType<IntervalsMark>().Count() < 2
            && !table.HasRepeats;
        return figure.X switch
        {
            _ when hasBars && fitsRows => PlotKind.Rows,
            CategoryAxis when fitsRows => PlotKind.Rows,
            DateAxis when fitsRows && !figure.Marks.Any(mark => mark is RuleMark { Direction: RuleDirection.Vertical }) && figure.Marks.Select(table.Of).All(columns => columns.All(column => column.Data.Joins is false || column.IsUnbroken)) => PlotKind.Rows,
            _ => PlotKind.Scatter,
        };
    }
}
