using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>Fade of groups compared: what it comes to, a forest plot of differences as they are beside those adjusted, and both as tables.</summary>
internal static class FadeBlocks
{
    public static IReadOnlyList<Block> Of(Compare c)
    {
        var readings = Readings.Fade(c);
        return
        [
            .. readings.Count == 0 ? Array.Empty<Block>() : [new TextBlock(readings, Bulleted: true)],
            new FigureBlock(Forest(c)),
            Groups(c),
            .. c.Published.FadeDifferences.Count == 0 ? Array.Empty<Block>() : [Differences(c)],
        ];
    }

    private static Figure Forest(Compare c)
    {
        var shown = c.Pairs.Where(d => (d.Unadjusted ?? d.Adjusted) is not null).ToList();
        List<Mark> marks = [];
        if (shown.Exists(d => d.Unadjusted is not null))
            marks.Add(new IntervalsMark(new Series("As they are"), [.. shown.Index().Where(d => d.Item.Unadjusted is not null).Select(d => Point(d.Index, d.Item.Unadjusted!))]));
        if (shown.Exists(d => d.Adjusted is not null))
            marks.Add(new IntervalsMark(new Series("At equal " + Readings.Covariates(c.Published.FadeAdjustedFor)), [.. shown.Index().Where(d => d.Item.Adjusted is not null).Select(d => Point(d.Index, d.Item.Adjusted!))]));
        marks.Add(new RuleMark(RuleDirection.Vertical, 0, "no difference"));
        return new Figure(c.Id + "-fade-differences", $"Difference in contrast lost a year, {c.Between}", "Percentage points a year with 95 % intervals; to the right the first named fades faster" + (c.Pairs.Count < c.Differences.Count ? $"; of all pairs, those with the {c.What} that has most clients" : string.Empty), new NumberAxis("Percentage points a year"),
            new CategoryAxis(string.Empty, [.. shown.Select(d => $"{NameInText.Of(c.Name(d.A))} against {NameInText.Of(c.Against(d.B))}")]), marks, new Footnote(Clients(c, shown), c.AsOf, "contrast readings, first epochs"),
            NoDataReason: $"Fewer than two groups have clients enough and readings of {Outcomes.Covariates.Comparability.MinimumUnits} treatments.");

        static IntervalPoint Point(int at, FadePoints p) => new(at, 100 * p.Value, 100 * p.Lower, 100 * p.Upper);
    }

    /// <summary>Treatments of the groups in the figure.</summary>
    private static string Clients(Compare c, IReadOnlyList<FadeDifference> shown)
    {
        var groups = shown.SelectMany(d => new[] { d.A, d.B }).ToHashSet(StringComparer.Ordinal);
        var treatments = c.Published.Fade.Where(g => groups.Contains(g.Key)).Select(g => g.Value.Value).OfType<Outcomes.Fade.FadeGroup>().Sum(g => g.Units);
        return groups.Count == 0 ? string.Empty : $"{Print.Integer(treatments)} treatments";
    }

    private static TableBlock Groups(Compare c) => new(
        c.Id + "-fade", $"Fading, {c.Between}",
        [Column.Text(Readings.Capital(c.What)), Column.Estimate("Contrast lost a year", CellFormat.Percent(1)), Column.Integer("Treatments"), Column.Integer("Clients")],
        [.. c.Published.Fade.Select(g => (IReadOnlyList<Cell>)[new TextCell(c.Name(g.Key)), Hidden.Fade(c.Smallest, g.Value), Hidden.Show(c.Smallest, g.Value, x => new IntegerCell(x.Units)), Hidden.Show(c.Smallest, g.Value, x => new IntegerCell(x.Clients))])],
        note: "As they are, each by a model of its own; first epochs with readings on two days or more.");

    private static TableBlock Differences(Compare c) => new(
        c.Id + "-fade-pairs", $"Differences in fading, {c.Between}, percentage points a year",
        [Column.Text("First named"), Column.Text("Against"), Column.Estimate("As they are", CellFormat.Number(1)), Column.Number("p as they are", 3), Column.Estimate("Adjusted", CellFormat.Number(1)), Column.Number("p adjusted", 3)],
        [.. c.Differences.Select(d => (IReadOnlyList<Cell>)[new TextCell(c.Name(d.A)), new TextCell(c.Name(d.B)), Points(d, d.Unadjusted), Cell.PValueOrMissing(d.Unadjusted?.Holm), Points(d, d.Adjusted), Cell.PValueOrMissing(d.Adjusted?.Holm)])],
        note: $"Above 0 the first named fades faster. One model of all pairs, so a difference need not be that of the shares above, which have a model each. Adjusted: at equal {Readings.Covariates(c.Published.FadeAdjustedFor)}, by one mixed model with main effects and slopes. p: how often chance alone would give so large a difference (t test){(c.Differences.Count == 1 ? "." : ", all pairs taken together (Holm); an interval is for its pair alone, so it may lie clear of 0 where no difference is shown.")}");

    private static Cell Points(FadeDifference d, FadePoints? p) =>
        p is not null ? new EstimateCell(100 * p.Value, 100 * p.Lower, 100 * p.Upper, CellFormat.Number(1)) : d.Shortage is { } shortage ? new NotEnoughCell(shortage.ToString()) : Cell.Missing;
}
