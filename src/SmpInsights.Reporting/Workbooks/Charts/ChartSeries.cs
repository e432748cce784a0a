namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>How a series is joined to others: lines and points, bars side by side, bars on each other.</summary>
internal enum SeriesGroup { Lines, Bars, StackedBars }

/// <summary>A native series. Positions and values are cells; where categories stand on the vertical axis a scatter chart swaps them.</summary>
internal sealed record ChartSeries(CellRun Name, CellRun Positions, CellRun Values)
{
    public SeriesGroup Group { get; init; }

    public Stroke? Line { get; init; }

    public MarkerLook? Marker { get; init; }

    public BarFill? Fill { get; init; }

    public Whiskers? Errors { get; init; }

    public SeriesLabels? Labels { get; init; }

    public bool InLegend { get; init; }
}

/// <summary>A line: RRGGBB, points, a DrawingML preset dash, and how much of it covers, 0..1.</summary>
internal sealed record Stroke(string Colour, double Width, string Dash = "solid", double Opacity = 1);

/// <summary>A marker by its DrawingML name, 2 to 72 points.</summary>
internal sealed record MarkerLook(string Colour, string Symbol, int Size);

/// <summary>The fill of a bar: plain, or a DrawingML preset pattern on white.</summary>
internal sealed record BarFill(string Colour, string? Pattern);

/// <summary>Lengths above and below the value; a side without cells is not drawn, nor is one whose cell is empty.</summary>
internal sealed record Whiskers(CellRun? Plus, CellRun? Minus, Stroke Line, bool Capped = true);

/// <summary>Labels at some points, from 0: the texts of cells as long as the series, or the series' name. The place is "t", "b", "l" or "r".</summary>
internal sealed record SeriesLabels(IReadOnlyList<int> At, string Place, CellRun? Texts, bool Muted)
{
    /// <summary>The place of each, where they differ.</summary>
    public Func<int, string>? PlaceOf { get; init; }
}
