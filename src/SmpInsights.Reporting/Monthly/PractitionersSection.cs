using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Practitioners' satisfied clients, each held against all and against how far chance alone would go.</summary>
internal static class PractitionersSection
{
    private const int StepsOfLimits = 60;

    /// <summary>Room above 100 %, where the best stand, for their names.</summary>
    private const double Headroom = 1.08;

    public static Section Of(PublishedMonth m) => new("practitioners", "Practitioners", m.Practitioners switch
    {
        { Funnel: { } funnel } => [new FigureBlock(Plot(m, funnel)), Table(m, funnel), new TextBlock(Reading(funnel), TextKind.Note)],
        { Members.Count: > 1 } => [Table(m, null), new TextBlock("Practitioners are not compared: fewer than two have clients enough.", TextKind.Note)],
        { Members.Count: 1 } => [new TextBlock("One practitioner's clients have answered, so there is nobody to compare with.", TextKind.Note)],
        _ => [new TextBlock($"Practitioners can't be compared yet: fewer than {Say.Count(m.Smallest.Clients)} clients have answered.", TextKind.Note)],
    });

    private static Figure Plot(PublishedMonth m, ProportionFunnel funnel)
    {
        var most = funnel.Members.Max(x => x.Member.Whole) * 1.1;
        int[] at = [.. Enumerable.Range(0, StepsOfLimits + 1).Select(i => (int)Math.Round(1 + (i * (most - 1) / StepsOfLimits))).Distinct()];
        LineMark Limit(string name, bool dashed, Func<FunnelBand, double> end) => new(new Series(name, SeriesRole.Muted), [.. at.Select(n => new DataPoint(n, end(funnel.Judged(n))))], Dashed: dashed);
        PointsMark Members(string name, SeriesRole role, Func<FunnelUnit, bool> which) => new(new Series(name, role), [.. funnel.Members.Where(x => which(x.Unit)).Select(x => new DataPoint(x.Member.Whole, x.Unit.Proportion, m.PractitionerNames[x.Member.Id]))]);
        Mark[] marks =
        [
            Limit("99.8 % limits", false, b => b.Limits998.Lower), Limit("99.8 % limits", false, b => b.Limits998.Upper), Limit("95 % limits", true, b => b.Limits95.Lower), Limit("95 % limits", true, b => b.Limits95.Upper),
            new RuleMark(RuleDirection.Horizontal, funnel.Limits.Target, (funnel.Members.Count < m.Practitioners.Members.Count ? "shown here: " : "all: ") + Say.Percent(funnel.Limits.Target)),
            Members("No more than chance", SeriesRole.Data, u => u.Position == FunnelPosition.Inside),
            Members("Above: improvement", SeriesRole.Improvement, u => u.Position != FunnelPosition.Inside && u.Proportion > funnel.Limits.Target),
            Members("Below: needs attention", SeriesRole.Concern, u => u.Position != FunnelPosition.Inside && u.Proportion < funnel.Limits.Target),
        ];
        return new Figure("practitioners-funnel", "Satisfied clients by practitioner", "Share answering 4 or 5 of 5; inside the funnel practitioners differ no more than chance makes them", new NumberAxis("Answers", new AxisRange(0, Math.Max(most, 2))), new PercentAxis("Satisfied", new AxisRange(0, Headroom)), [.. marks.Where(x => x.HasData || x is RuleMark)],
            new Footnote(Say.Of(funnel.Members.Sum(x => x.Member.Whole), "answer"), m.Month.Last, "surveys sent in " + Say.Pooled(m, m.Practitioners.Months!.Value)));
    }

    private static TableBlock Table(PublishedMonth m, ProportionFunnel? funnel)
    {
        var units = funnel?.Members.ToDictionary(x => x.Member.Id, x => x.Unit, StringComparer.Ordinal);
        Cell Limits(string id, int answers) => units?.ContainsKey(id) is true ? new TextCell($"{Say.Percent(funnel!.Judged(answers).Limits95.Lower)} to {Say.Percent(funnel.Judged(answers).Limits95.Upper)}") : Cell.Missing;
        Cell Lies(string id) => units?.GetValueOrDefault(id) is { } u ? new TextCell(Where(funnel!, u)) : Cell.Missing;
        return new TableBlock("satisfaction-by-practitioner", "Satisfied clients by practitioner" + (m.Practitioners.Months is { } months ? ", " + Say.Pooled(m, months) : string.Empty),
            [Column.Text("Practitioner"), Column.Integer("Answers"), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0)), Column.Text("Chance alone (95 %)"), Column.Text("Lies")],
            [.. m.Practitioners.Members.Select(g => (IReadOnlyList<Cell>)[new TextCell(m.PractitionerNames[g.Key]), Enough.Show(m, g.Value, t => new IntegerCell(t.Answers)), Enough.Show(m, g.Value, SatisfactionSection.Top), Limits(g.Key, g.Value.Value?.Answers ?? 0), Lies(g.Key)])],
            note: $"Not printed for fewer than {Say.Count(m.Smallest.Clients)} clients, nor where that would give such a row away (withheld); line and limits are of the practitioners printed.");
    }

    private static string Where(ProportionFunnel funnel, FunnelUnit unit) => unit.Position switch
    {
        FunnelPosition.Inside => "within the 95 % limits",
        FunnelPosition.Outside95 => (unit.Proportion > funnel.Limits.Target ? "above" : "below") + " the 95 % limits",
        _ => (unit.Proportion > funnel.Limits.Target ? "above" : "below") + " the 99.8 % limits",
    };

    private static string[] Reading(ProportionFunnel funnel) =>
    [
        "Of 20 practitioners who are all alike about one lies outside the 95 % limits; outside the 99.8 % limits one of 500. A place outside says that chance alone is an unlikely reason, not whose doing it is: their clients and techniques may differ.",
        funnel.Dispersion is not { } dispersion ? $"Fewer than {ProportionFunnel.FewestForDispersion} practitioners: over-dispersion can't be told from one who is far off, so the limits are those of chance alone."
            : dispersion > 1 ? $"Practitioners differ more than chance explains (φ = {Say.Number(dispersion, 1)}), so the limits are widened by its square root."
            : "Practitioners differ no more than chance explains, so the limits are not widened.",
    ];
}
