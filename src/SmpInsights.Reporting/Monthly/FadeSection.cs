using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Monthly;

/// <summary>How fast pigment fades, overall and by technique.</summary>
internal static class FadeSection
{
    private const double YearsShown = 4;

    private static readonly double[] Grid = [.. Enumerable.Range(0, 33).Select(i => i * YearsShown / 32)];

    public static Section Of(PublishedMonth m)
    {
        if (m.TablesWithoutRows.Contains("assessments", StringComparer.Ordinal))
            return new Section("fade", "How fast pigment fades", [new TextBlock("No contrast readings are recorded, so fading can't be measured. Import assessments.csv to see it here.", TextKind.Note)]);
        var blocks = new List<Block>
        {
            new FigureBlock(Curves(m)),
            new FigureBlock(Rates(m)),
            new TextBlock("Techniques are shown as they are, not adjusted: their clients may differ in sun, skin and pigment.", TextKind.Note),
            Table(m),
        };
        var boundary = Groups(m).Where(g => g.Withheld is null && g.Group.Value is { Estimate.Fit.IsBoundary: true }).Select(g => g.Name).ToList();
        if (boundary.Count > 0)
            blocks.Add(new TextBlock($"Clients can't be told apart in how fast they fade (the model lies on its boundary) for: {string.Join(", ", boundary.Select(NameInText.Of))}. Their averages stand.", TextKind.Note));
        if (Enough.Withheld(m, m.Fade.Now.All) is null && m.Fade.Now.All.Value?.Estimate is { } all)
            blocks.Add(new TextBlock($"One client's contrast must change by more than {Say.Percent(all.SmallestRealChange)} between two readings before the change is more than reading error.", TextKind.Note));
        return new Section("fade", "How fast pigment fades", blocks);
    }

    private static IEnumerable<(string Name, Published<FadeGroup> Group, Cell? Withheld)> Groups(PublishedMonth m) =>
    [
        ("All techniques", m.Fade.Now.All, Enough.Withheld(m, m.Fade.Now.All)),
        .. m.Fade.Now.ByTechnique.Select(g => (m.TechniqueNames[g.Key], g.Value, Enough.Withheld(m, g.Value))),
        ("After the first touch-up", m.Fade.Now.AfterFirstTouchUp, Enough.Withheld(m, m.Fade.Now.AfterFirstTouchUp)),
    ];

    private static List<(string Id, FadeEstimate Fade)> Drawn(PublishedMonth m) => [.. m.Fade.Now.ByTechnique.Where(g => Enough.Withheld(m, g.Value) is null).Select(g => (g.Key, g.Value.Value!.Estimate!))];

    private static Figure Curves(PublishedMonth m)
    {
        var marks = new List<Mark>();
        foreach (var (id, fade) in Drawn(m))
        {
            var series = new Series(m.TechniqueNames[id]);
            marks.Add(new BandMark(series, [.. Grid.Select(x => (x, Kept: fade.Kept(x))).Select(p => new BandPoint(p.x, p.Kept.Lower, p.Kept.Upper))]));
            marks.Add(new LineMark(series, [.. Grid.Select(x => new DataPoint(x, fade.Kept(x).Value))]));
        }

        marks.Add(new RuleMark(RuleDirection.Horizontal, FadeEstimate.Threshold, "touch-up due: " + Say.Percent(FadeEstimate.Threshold)));
        return new Figure("fade-curves", "Contrast kept since healing, by technique", "Model curve with its 95 % interval", new NumberAxis("Years since healing", new AxisRange(0, YearsShown)), new PercentAxis("Contrast kept"), marks,
            Foot(m), NoDataReason: $"No technique has readings of {FadeEstimate.MinimumUnits} treatments, and of clients enough, yet.");
    }

    private static Figure Rates(PublishedMonth m)
    {
        var shown = Drawn(m).OrderByDescending(g => g.Fade.FadePerYear).ThenBy(g => g.Id, StringComparer.Ordinal).ToList();
        IReadOnlyList<IntervalPoint> points = [.. shown.Select((g, i) => Point(i, g.Fade))];
        var marks = new List<Mark> { new IntervalsMark(new Series("Contrast lost a year"), points) };
        if (Enough.Withheld(m, m.Fade.Now.All) is null && m.Fade.Now.All.Value?.Estimate is { } all)
            marks.Add(new RuleMark(RuleDirection.Vertical, all.FadePerYear, "all: " + Say.Percent(all.FadePerYear, 1)));
        return new Figure("fade-rates", "Contrast lost a year, by technique", "Points with 95 % intervals; fastest on top", new PercentAxis("Contrast lost a year"), new CategoryAxis("Technique", [.. shown.Select(g => m.TechniqueNames[g.Id])]), marks, Foot(m),
            NoDataReason: "No technique has enough readings yet.");

        static IntervalPoint Point(int i, FadeEstimate e) => new(i, e.FadePerYear, e.FadePerYearLower, e.FadePerYearUpper);
    }

    private static Footnote Foot(PublishedMonth m) =>
        new(m.Fade.Now.All.Value is not { } all ? $"fewer than {Say.Count(m.Smallest.Clients)} clients, or withheld" : all.Estimate is { } e ? $"{Say.Of(e.Units, "treatment")}, {Say.Of(e.Readings, "reading")}" : Say.Of(all.Units, "treatment"), m.Month.Last, "contrast readings, first epochs");

    private static TableBlock Table(PublishedMonth m)
    {
        var percent = CellFormat.Percent(1);
        var years = CellFormat.Number(2);
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var (name, group, withheld) in Groups(m))
        {
            var e = withheld is null ? group.Value!.Estimate! : null;
            rows.Add(
            [
                new TextCell(name),
                withheld ?? new EstimateCell(e!.FadePerYear, e.FadePerYearLower, e.FadePerYearUpper, percent),
                Years(e?.YearsToThreshold, e?.YearsToThresholdLower, e?.YearsToThresholdUpper, years),
                Years(e?.HalfLifeYears, e?.HalfLifeYearsLower, e?.HalfLifeYearsUpper, years),
                Enough.Show(m, group, g => new IntegerCell(g.Clients)),
                e is null ? Cell.Missing : new IntegerCell(e.Readings),
                Cell.PercentOrMissing(e?.SmallestRealChange),
            ]);
        }

        return new TableBlock("fade-by-technique", "Fading by technique",
            [Column.Text("Technique"), Column.Estimate("Contrast lost a year", percent), Column.Estimate("Years to " + Say.Percent(FadeEstimate.Threshold), years), Column.Estimate("Half-life, years", years), Column.Integer("Clients"), Column.Integer("Readings"), Column.Percent("Smallest real change")],
            rows, note: "First epochs, as of the month's end; linear mixed model on the logarithm of contrast (REML), 95 % intervals.");
    }

    private static Cell Years(double? value, double? lower, double? upper, CellFormat format) => value is { } v ? new EstimateCell(v, lower, upper, format) : Cell.Missing;
}
