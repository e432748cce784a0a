using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>How one series looks throughout a figure.</summary>
internal sealed record SeriesStyle(Series Series, int Index)
{
    public string Colour => Palette.LightOf(Index);

    public string StrokeClass => Index < 0 ? "sm" : "s" + Num.Of(Index % Palette.Count);

    public string FillClass => Index < 0 ? "fm" : "f" + Num.Of(Index % Palette.Count);

    public string Dash => Index < 0 ? Palette.MutedDashes[(-Index - 1) % Palette.MutedDashes.Length] : Palette.Dashes[(Index + (Index / Palette.Count)) % Palette.Count];

    public double LineWidth => Index < 0 ? 1.4 : 2.2;

    public int Shape => Series.Role switch
    {
        SeriesRole.Concern => 3,
        SeriesRole.Improvement => 2,
        SeriesRole.Muted => 0,
        _ => Index % Palette.Count,
    };

    /// <summary>Styles by series name, in the order in which the marks bring them.</summary>
    public static IReadOnlyDictionary<string, SeriesStyle> For(Figure figure)
    {
        var styles = new Dictionary<string, SeriesStyle>(StringComparer.Ordinal);
        var (ordinal, muted) = (0, 0);
        foreach (var series in figure.Marks.Select(MarkSeries.Of).OfType<Series>())
        {
            if (styles.ContainsKey(series.Name))
                continue;
            styles.Add(series.Name, new SeriesStyle(series, Palette.IndexOf(series.Role, series.Role == SeriesRole.Muted ? muted++ : ordinal)));
            if (series.Role == SeriesRole.Data)
                ordinal++;
        }

        return styles;
    }
}
