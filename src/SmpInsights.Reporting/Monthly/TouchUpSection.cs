using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Time from completion to the first touch-up for fading.</summary>
internal static class TouchUpSection
{
    private const double MostYearsShown = 6;

    public static Section Of(PublishedMonth m)
    {
        if (m.TouchUps.Now.All?.Value is not { } all)
            return new Section("touch-ups", "Time to the first touch-up", [new TextBlock($"Nothing can be said yet: {TooFew(m)}.", TextKind.Note)]);
        return new Section("touch-ups", "Time to the first touch-up", [new FigureBlock(Overall(m, all)), new FigureBlock(ByTechnique(m)), new TextBlock(Comparison(m), TextKind.Note), Table(m, all), Past(m)]);
    }

    /// <summary>Why there is nothing to say about all treatments.</summary>
    public static string TooFew(PublishedMonth m) => m.TouchUps.Now.All is { Disclosure: Disclosure.Withheld }
        ? "this month it would give away a technique with too few clients"
        : $"fewer than {Say.Count(m.Smallest.Clients)} clients have finished a treatment";

    private static Figure Overall(PublishedMonth m, TouchUpCurve all)
    {
        var series = new Series("All techniques");
        var until = Until([all]);
        var c = all.Curve;
        var (lowest, highest) = PublishedExpectations.YearsToTouchUp;
        return new Figure("time-to-touch-up", "Clients still without a touch-up for fading", $"Kaplan-Meier with 95 % interval; {Say.Of(c.Events, "touch-up")} in {Say.Of(c.Subjects, "treatment")}", new NumberAxis("Years since completion", new AxisRange(0, until)), new PercentAxis("Without touch-up", PercentAxis.Whole),
            [
                new BandMark(series, Band(c, until), Stepped: true),
                new StepMark(series, Steps(c, until), Censored(c, until)),
                new RuleMark(RuleDirection.Vertical, lowest, "clients are told: from " + Say.Number(lowest, 0)),
                new RuleMark(RuleDirection.Vertical, highest, "to " + Say.Number(highest, 0) + " years"),
            ],
            Foot(m, all), AtRisk(until, [("All techniques", all)]));
    }

    private static Figure ByTechnique(PublishedMonth m)
    {
        var shown = m.TouchUps.Now.ByTechnique.Where(g => Enough.Withheld(m, g.Value) is null).Select(g => (Name: m.TechniqueNames[g.Key], Group: g.Value.Value!)).ToList();
        var until = Until(shown.Select(s => s.Group));
        var events = m.TouchUps.Now.ByTechnique.Values.Select(g => g.Value?.Curve.Events ?? 0).DefaultIfEmpty(0).Max();
        return new Figure("time-to-touch-up-by-technique", "Clients still without a touch-up, by technique", "Kaplan-Meier", new NumberAxis("Years since completion", new AxisRange(0, until)), new PercentAxis("Without touch-up", PercentAxis.Whole),
            [.. shown.Select(s => new StepMark(new Series(s.Name), Steps(s.Group.Curve, until), Censored(s.Group.Curve, until)))],
            Foot(m, m.TouchUps.Now.All!.Value!), shown.Count == 0 ? null : AtRisk(until, shown), $"No technique has {TouchUpCurve.MinimumEvents} touch-ups for fading yet; the most any printed one has is {Say.Count(events)}.");
    }

    private static double Until(IEnumerable<TouchUpCurve> curves) => Math.Clamp(Math.Ceiling(curves.Select(c => c.Curve.Times[^1]).DefaultIfEmpty(0).Max()), 1, MostYearsShown);

    private static List<DataPoint> Steps(SurvivalCurve c, double until) =>
        [new(0, 1), .. c.Times.Select((t, i) => (t, i)).Where(x => x.t > 0 && x.t <= until && (c.EventsAt[x.i] > 0 || x.i == c.Times.Length - 1)).Select(x => new DataPoint(x.t, c.Survival[x.i]))];

    private static List<DataPoint> Censored(SurvivalCurve c, double until) => [.. c.Times.Select((t, i) => (t, i)).Where(x => x.t <= until && c.CensoredAt[x.i] > 0).Select(x => new DataPoint(x.t, c.Survival[x.i]))];

    /// <summary>The last limits hold until the curve falls to 0, where there are none.</summary>
    private static List<BandPoint> Band(SurvivalCurve c, double until)
    {
        List<BandPoint> band = [.. c.Times.Select((t, i) => (t, i)).Where(x => x.t <= until && c.Lower[x.i] is not null && c.Upper[x.i] is not null).Select(x => new BandPoint(x.t, c.Lower[x.i]!.Value, c.Upper[x.i]!.Value))];
        if (band.Count > 0 && c.Survival[^1] == 0 && c.Times[^1] <= until)
            band.Add(new BandPoint(c.Times[^1], band[^1].Lower, band[^1].Upper));
        return band;
    }

    private static AtRiskTable AtRisk(double until, IReadOnlyList<(string Name, TouchUpCurve Group)> groups)
    {
        double[] at = [.. Enumerable.Range(0, (int)until + 1).Select(x => (double)x)];
        return new AtRiskTable("Treatments at risk", at, [.. groups.Select(g => new AtRiskRow(g.Name, [.. at.Select(x => (Cell)new IntegerCell(g.Group.Curve.AtRiskAt(x)))]))]);
    }

    private static Footnote Foot(PublishedMonth m, TouchUpCurve curve) => new($"{Say.Of(curve.Curve.Subjects, "treatment")}, {Say.Of(curve.Curve.Events, "touch-up")} for fading", m.Month.Last, "treatments and touch-ups");

    private static string Comparison(PublishedMonth m) => m.TouchUps.Now.Comparison is { } test
        ? $"{(m.TouchUps.Now.Differ is true ? "Techniques differ in time to touch-up" : "No difference in time to touch-up between techniques can be shown")} (log-rank χ² = {Say.Number(test.ChiSquared, 1)}, {Say.Count(test.DegreesOfFreedom)} df, {Say.PValue(test.P)}), not adjusted for sun, skin or pigment. Compared: techniques with at least {TouchUpCurve.MinimumSubjects} treatments and {TouchUpCurve.MinimumEvents} touch-ups."
        : $"Techniques are not compared: fewer than two have {TouchUpCurve.MinimumSubjects} treatments and {TouchUpCurve.MinimumEvents} touch-ups for fading.";

    private static TableBlock Table(PublishedMonth m, TouchUpCurve all)
    {
        var rows = new List<IReadOnlyList<Cell>> { Row("All techniques", all) };
        rows.AddRange(m.TouchUps.Now.ByTechnique.Select(g => Group(m, m.TechniqueNames[g.Key], g.Value)));
        if (m.TouchUps.Now.BetweenTouchUps is { } gap)
            rows.Add(Group(m, "From one touch-up to the next", gap));
        var years = CellFormat.Number(2);
        return new TableBlock("time-to-touch-up-table", "Median time to touch-up in years, and share without one",
            [Column.Text("Group"), Column.Estimate("Median", years), Column.Estimate("After 1 year", CellFormat.Percent(0)), Column.Estimate("After 2 years", CellFormat.Percent(0)), Column.Estimate("After 3 years", CellFormat.Percent(0)), Column.Number("Mean to 3 years", 2), Column.Integer("Treatments"), Column.Integer("Touch-ups")],
            rows, note: $"Were clients who silently stayed away counted only to their last contact, the median of all would be {(m.TouchUps.Now.MedianAtLastContact is { } cut ? Say.Number(cut, 2) + " years" : "not reached")}; the truth lies between.");
    }

    private static IReadOnlyList<Cell> Group(PublishedMonth m, string name, Published<TouchUpCurve> group) => Enough.Withheld(m, group) is { } withheld
        ? [new TextCell(name), withheld, Cell.Missing, Cell.Missing, Cell.Missing, Cell.Missing, Enough.Show(m, group, g => new IntegerCell(g.Curve.Subjects)), Enough.Show(m, group, g => new IntegerCell(g.Curve.Events))]
        : Row(name, group.Value!);

    private static IReadOnlyList<Cell> Row(string name, TouchUpCurve g)
    {
        var c = g.Curve;
        Cell Followed(double years, Cell cell) => c.Times[^1] >= years || c.Survival[^1] == 0 ? cell : new NotEnoughCell("not followed so long");
        Cell At(double years)
        {
            var p = c.At(years);
            return Followed(years, new EstimateCell(p.Survival, p.Lower, p.Upper, CellFormat.Percent(0)));
        }

        return
        [
            new TextCell(name),
            c.Median.Value is { } median ? new EstimateCell(median, c.Median.Lower, c.Median.Upper, CellFormat.Number(2)) : new NotEnoughCell("not reached yet"),
            At(1), At(2), At(3),
            Followed(TouchUpCurve.Horizon, new NumberCell(g.RestrictedMean.Value, 2)),
            new IntegerCell(c.Subjects),
            new IntegerCell(c.Events),
        ];
    }

    private static TableBlock Past(PublishedMonth m)
    {
        IReadOnlyList<Cell> At(string when, PublishedTouchUps then) =>
        [
            new TextCell(when),
            then.All is null ? Cell.Missing : Enough.Show(m, then.All, all => all.Curve.Median is { Value: { } median } i ? new EstimateCell(median, i.Lower, i.Upper, CellFormat.Number(2)) : new NotEnoughCell("not reached yet")),
            then.All is null ? Cell.Missing : Enough.Show(m, then.All, all => new IntegerCell(all.Curve.Subjects)),
        ];
        return new TableBlock("time-to-touch-up-past", "Median time to touch-up as it was known",
            [Column.Text("As of"), Column.Estimate("Median, years", CellFormat.Number(2)), Column.Integer("Treatments")],
            [At("end of " + m.Month.Name, m.TouchUps.Now), At("end of " + m.Month.Previous.Name, m.TouchUps.LastMonth), At("end of " + m.Month.SameMonthLastYear.Name, m.TouchUps.LastYear)]);
    }
}
