using SmpInsights.Reporting;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using Sp = global::ScottPlot;

namespace SmpInsights.ScottPlot;

/// <summary>Draws a figure as PNG through ScottPlot: the scales, colours and words of the SVG, for programs that take pictures only.</summary>
public sealed class PngFigureWriter : IFigureWriter
{
    /// <summary>Pixels a unit of the drawing: sharp on paper.</summary>
    private const double PixelsPerUnit = 2;

    internal const int Width = 760;
    private const int PlotHeight = 300;
    private const int RowHeight = 34;
    private const int LineHeight = 16;
    private const int Frame = 110;

    public string Extension => "png";

    public byte[] Write(Figure figure)
    {
        PlotFont.Install();
        using var plot = new Sp.Plot { ScaleFactor = PixelsPerUnit };
        plot.FigureBackground.Color = new Sp.Color(Palette.Paper);
        var plotHeight = figure.Y is CategoryAxis categories ? Math.Max(80, categories.Categories.Count * RowHeight) : PlotHeight;
        var foot = Foot(figure);
        plot.Title(figure.Subtitle.Length > 0 ? figure.Title + "\n" + figure.Subtitle : figure.Title, 15);
        if (figure.IsEmpty)
            Nothing(plot, figure);
        else
            Draw(plot, figure, plotHeight);
        plot.XLabel(string.Join('\n', foot.Prepend(figure.IsEmpty ? "" : figure.X.Title).Where(line => line.Length > 0)), 11);
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = plot.Axes.Title.Label.Bold = false;
        plot.Font.Set(PlotFont.Name);
        if (HasOtherScripts(figure))
            plot.Font.Automatic();
        var height = Frame + plotHeight + ((foot.Count + Plotted.LegendRows(figure)) * LineHeight);
        return plot.GetImageBytes((int)(Width * PixelsPerUnit), (int)(height * PixelsPerUnit), Sp.ImageFormat.Png);
    }

    private static void Nothing(Sp.Plot plot, Figure figure)
    {
        plot.HideAxesAndGrid();
        plot.Axes.SetLimits(0, 1, 0, 1);
        var text = plot.Add.Text("Not enough data yet" + (figure.NoDataReason is { } reason ? ": " + reason : ""), 0.5, 0.5);
        text.LabelAlignment = Sp.Alignment.MiddleCenter;
    }

    private static void Draw(Sp.Plot plot, Figure figure, double plotHeight)
    {
        var (x, y) = (Scales.Horizontal(figure, Width - 120), Scales.Vertical(figure, plotHeight));
        var plotted = new Plotted(plot, figure);
        foreach (var mark in figure.Marks.OrderBy(mark => mark is BandMark or HeatMapMark ? 0 : mark is BarsMark or StackedBarsMark ? 1 : mark is RuleMark ? 2 : 3))
            plotted.Add(mark);

        plot.Axes.Bottom.TickGenerator = Ticks(x);
        plot.Axes.Left.TickGenerator = Ticks(y);
        if (figure.Y is CategoryAxis)
            plot.Axes.SetLimits(x.Place(x.From), x.Place(x.To), y.To, y.From);
        else
            plot.Axes.SetLimits(x.Place(x.From), x.Place(x.To), y.Place(y.From), y.Place(y.To));
        plot.YLabel(figure.Y.Title, 11);
        plot.Grid.XAxisStyle.IsVisible = Scales.Lies(figure);
        plot.Grid.YAxisStyle.IsVisible = figure.Y is not CategoryAxis;
        plot.Grid.MajorLineColor = new Sp.Color(Palette.Grid);
        plot.Axes.Right.FrameLineStyle.IsVisible = plot.Axes.Top.FrameLineStyle.IsVisible = false;
        if (Plotted.LegendRows(figure) > 0)
            plot.ShowLegend(Sp.Edge.Top);
        else
            plot.HideLegend();
    }

    private static Sp.TickGenerators.NumericManual Ticks(Scale scale)
    {
        var held = scale.Drawn.Where(tick => scale.Holds(tick.At)).ToArray();
        return new([.. held.Select(tick => scale.Place(tick.At))], [.. held.Select(tick => tick.Second is null ? tick.Label : tick.Label + "\n" + tick.Second)]);
    }

    /// <summary>Numbers at risk, then count, as-of date and source.</summary>
    private static List<string> Foot(Figure figure)
    {
        var lines = new List<string>();
        if (!figure.IsEmpty && figure.AtRisk is { Rows.Count: > 0 } table)
        {
            lines.Add($"{table.Title} at {string.Join(", ", table.At.Select(at => Print.Number(at, double.IsInteger(at) ? 0 : 1)))}");
            lines.AddRange(table.Rows.Select(row => $"{row.Group}: {string.Join(", ", row.Counts.Select(CellText.Of))}"));
        }

        lines.Add(string.Join("  ·  ", new[] { figure.Footnote.Count, "as of " + Print.Day(figure.Footnote.AsOf), figure.Footnote.Source }.Where(part => part.Length > 0)));
        return lines;
    }

    /// <summary>Whether a word is written in letters that the font lacks; then fonts of the machine are looked through.</summary>
    private static bool HasOtherScripts(Figure figure) =>
        new[] { figure.Title, figure.Subtitle, figure.X.Title, figure.Y.Title }
            .Concat(figure.X is CategoryAxis x ? x.Categories : []).Concat(figure.Y is CategoryAxis y ? y.Categories : [])
            .Any(text => text.Any(c => c >= '\u0700'  && c is not (>= '\u1E00' and < '\u2C00')));
}
