using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>Time to the first touch-up for fading compared: what it comes to, curves, a forest plot of rates as they are beside those adjusted, and both as a table.</summary>
internal static class TouchUpBlocks
{
    private const double MostYearsShown = 6;

    private const int MostNamed = 3;

    public static IReadOnlyList<Block> Of(Compare c)
    {
        var readings = Readings.TouchUps(c);
        return [.. readings.Count == 0 ? Array.Empty<Block>() : [new TextBlock(readings, Bulleted: true)], new FigureBlock(Curves(c)), new FigureBlock(Forest(c)), Table(c)];
    }

    private static Figure Curves(Compare c)
    {
        var shown = c.Published.Times.Where(g => g.Value.Value is { IsComparable: true }).Select(g => (Name: c.Name(g.Key), g.Value.Value!.Curve)).ToList();
        var until = Math.Clamp(Math.Ceiling(shown.Select(s => s.Curve.Times[^1]).DefaultIfEmpty(0).Max()), 1, MostYearsShown);
        double[] at = [.. Enumerable.Range(0, (int)until + 1).Select(x => (double)x)];
        return new Figure(c.Id + "-touch-up-curves", $"Clients still without a touch-up for fading, {c.Between}", "Kaplan-Meier" + Undrawn(c), new NumberAxis("Years since completion", new AxisRange(0, until)), new PercentAxis("Without touch-up", PercentAxis.Whole),
            [.. shown.Select(s => new StepMark(new Series(s.Name), Steps(s.Curve, until)))],
            Foot(c, _ => true), shown.Count == 0 ? null : new AtRiskTable("Treatments at risk", at, [.. shown.Select(s => new AtRiskRow(s.Name, [.. at.Select(x => (Cell)new IntegerCell(s.Curve.AtRiskAt(x)))]))]),
            $"None has {TouchUpCurve.MinimumSubjects} treatments and {TouchUpCurve.MinimumEvents} touch-ups for fading yet.");
    }

    /// <summary>Whose curve is missing beside others.</summary>
    private static string Undrawn(Compare c)
    {
        var missing = c.Published.Times.Where(g => g.Value.Value is not { IsComparable: true }).Select(g => NameInText.Of(c.Against(g.Key))).ToList();
        return missing.Count == 0 || missing.Count == c.Published.Times.Count ? string.Empty : $"; not drawn, for too few clients or touch-ups: {(missing.Count <= MostNamed ? string.Join(", ", missing) : Print.Integer(missing.Count) + " others")}";
    }

    private static List<DataPoint> Steps(SurvivalCurve c, double until) =>
        [new(0, 1), .. c.Times.Index().Where(t => t.Item > 0 && t.Item <= until && (c.EventsAt[t.Index] > 0 || t.Index == c.Times.Length - 1)).Select(t => new DataPoint(t.Item, c.Survival[t.Index]))];

    /// <summary>Counts what the figure shows, no more: groups that are comparable, and among them those asked for.</summary>
    private static Footnote Foot(Compare c, Func<string, bool> isShown)
    {
        var shown = c.Published.Times.Where(g => isShown(g.Key)).Select(g => g.Value.Value).OfType<TouchUpCurve>().Where(g => g.IsComparable).ToList();
        return new Footnote(shown.Count == 0 ? string.Empty : $"{Print.Integer(shown.Sum(g => g.Curve.Subjects))} treatments, {Print.Integer(shown.Sum(g => g.Curve.Events))} touch-ups for fading", c.AsOf, "treatments and touch-ups");
    }

    private static Figure Forest(Compare c)
    {
        var shown = c.Published.HazardDifferences.Where(d => (d.Unadjusted ?? d.Adjusted) is not null).ToList();
        var between = shown.Count == 0 ? ", " + c.Between : " against " + NameInText.Of(c.Against(shown[0].Reference));
        List<Mark> marks = [];
        if (shown.Exists(d => d.Unadjusted is not null))
            marks.Add(new IntervalsMark(new Series("As they are"), [.. shown.Index().Where(d => d.Item.Unadjusted is not null).Select(d => Point(d.Index, d.Item.Unadjusted!))]));
        if (shown.Exists(d => d.Adjusted is not null))
            marks.Add(new IntervalsMark(new Series("At equal " + Readings.Covariates(c.Published.HazardsAdjustedFor)), [.. shown.Index().Where(d => d.Item.Adjusted is not null).Select(d => Point(d.Index, d.Item.Adjusted!))]));
        marks.Add(new RuleMark(RuleDirection.Vertical, 1, "as often"));
        return new Figure(c.Id + "-touch-up-rates", "Rate of touch-ups for fading" + between, "Ratio of rates with 95 % intervals; to the right touch-ups come sooner", new RatioAxis("Times as often"),
            new CategoryAxis(string.Empty, [.. shown.Select(d => c.Name(d.Group))]), marks, Foot(c, id => shown.Exists(d => string.Equals(d.Group, id, StringComparison.Ordinal) || string.Equals(d.Reference, id, StringComparison.Ordinal))), NoDataReason: $"Fewer than two groups have clients enough, {TouchUpCurve.MinimumSubjects} treatments and {TouchUpCurve.MinimumEvents} touch-ups.");

        static IntervalPoint Point(int at, RateRatio r) => new(at, r.Value, r.Lower, r.Upper);
    }

    private static TableBlock Table(Compare c)
    {
        var ratios = c.Published.HazardDifferences.ToDictionary(d => d.Group, StringComparer.Ordinal);
        var reference = c.Published.HazardDifferences.Count == 0 ? null : c.Published.HazardDifferences[0].Reference;
        Cell Ratio(string group, Func<HazardDifference, RateRatio?> of) =>
            string.Equals(group, reference, StringComparison.Ordinal) ? new NotEnoughCell("reference")
            : ratios.GetValueOrDefault(group) is not { } d ? Cell.Missing
            : of(d) is { } r ? new EstimateCell(r.Value, r.Lower, r.Upper, CellFormat.Number(2))
            : d.Shortage is { } shortage ? new NotEnoughCell(shortage.ToString()) : Cell.Missing;
        return new TableBlock(c.Id + "-touch-ups", $"Time to the first touch-up for fading, {c.Between}",
            [Column.Text(Readings.Capital(c.What)), Column.Estimate("Median, years", CellFormat.Number(2)), Column.Integer("Treatments"), Column.Integer("Touch-ups"), Column.Estimate("Rate as they are", CellFormat.Number(2)), Column.Estimate("Rate adjusted", CellFormat.Number(2)), Column.Number("p adjusted", 3)],
            [.. c.Published.Times.Select(g => (IReadOnlyList<Cell>)[new TextCell(c.Name(g.Key)), Hidden.Median(c.Smallest, g.Value), Hidden.Show(c.Smallest, g.Value, x => new IntegerCell(x.Curve.Subjects)), Hidden.Show(c.Smallest, g.Value, x => new IntegerCell(x.Curve.Events)),
                Ratio(g.Key, d => d.Unadjusted), Ratio(g.Key, d => d.Adjusted), Cell.PValueOrMissing(ratios.GetValueOrDefault(g.Key)?.Adjusted?.Holm)])],
            note: $"Rates of touch-ups for fading as a ratio to the reference, by Cox's model; adjusted: at equal {Readings.Covariates(c.Published.HazardsAdjustedFor)}{(ratios.Count <= 1 ? "." : "; p of those, for all groups taken together (Holm). An interval is for its group alone, so it may lie clear of 1 where no difference is shown.")}");
    }
}
