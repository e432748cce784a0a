using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Networks;

/// <summary>Satisfied clients by clinic: a funnel, since small clinics stray further by chance alone.</summary>
internal static class NetworkSatisfaction
{
    public static Section Of(PublishedNetwork n) => new("satisfaction", "Satisfaction", [new TextBlock(Reading(n)), new FigureBlock(Funnel(n)), Table(n)]);

    private static string Reading(PublishedNetwork n)
    {
        if (n.Funnel is not { } funnel)
            return $"Satisfaction can't be compared yet: in no clinic have {Print.Integer(n.Smallest.Clients)} clients answered.";
        if (funnel.Members.Count == 1)
            return "Only one clinic has answers enough, so there is nothing to compare it with.";
        var names = NetworkLayout.Names(n);
        var outside = funnel.Members.Where(m => m.Unit.Position != FunnelPosition.Inside).ToList();
        return outside.Count == 0
            ? $"All clinics lie within the funnel: their shares of satisfied clients differ no more than chance makes them (overall {Print.Percent(funnel.Limits.Target, 0)})."
            : string.Join(' ', outside.Select(m => $"{NameInText.Of(names[m.Member.Id])} lies {(m.Unit.Proportion > funnel.Limits.Target ? "above" : "below")} what chance gives ({Print.Percent(m.Unit.Proportion, 0)} of {Print.Integer(m.Member.Whole)} answers, overall {Print.Percent(funnel.Limits.Target, 0)}): {Beyond(m.Unit.Position)}."))
                + ((funnel.Members.Count - outside.Count) switch { 0 => string.Empty, 1 => " The other lies within the funnel.", _ => " The others lie within the funnel." });
    }

    private static string Beyond(FunnelPosition position) => position == FunnelPosition.Outside998 ? "outside the 99.8 % limits, look for a reason" : "outside the 95 % limits, as one clinic in 20 is by chance alone";

    private static Figure Funnel(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var marks = new List<Mark>();
        if (n.Funnel is { } funnel)
        {
            foreach (var (name, dashed, of) in new (string, bool, Func<FunnelBand, (double Lower, double Upper)>)[] { ("99.8 % limits", false, b => (b.Limits998.Lower, b.Limits998.Upper)), ("95 % limits", true, b => (b.Limits95.Lower, b.Limits95.Upper)) })
            {
                var band = Sizes(funnel).Select(size => (Size: (double)size, Band: of(funnel.Judged(size)))).ToList();
                marks.Add(new LineMark(new Series(name, SeriesRole.Muted), band.ConvertAll(p => new DataPoint(p.Size, p.Band.Upper)), Dashed: dashed));
                marks.Add(new LineMark(new Series(name, SeriesRole.Muted), band.ConvertAll(p => new DataPoint(p.Size, p.Band.Lower)), Dashed: dashed));
            }

            marks.Add(new RuleMark(RuleDirection.Horizontal, funnel.Limits.Target, "all: " + Print.Percent(funnel.Limits.Target, 0)));
            void Points(string name, SeriesRole role, Func<(FunnelMember Member, FunnelUnit Unit), bool> take)
            {
                var points = funnel.Members.Where(take).Select(m => new DataPoint(m.Member.Whole, m.Unit.Proportion, names[m.Member.Id])).ToList();
                if (points.Count > 0)
                    marks.Add(new PointsMark(new Series(name, role), points));
            }

            Points("Within the limits", SeriesRole.Data, m => m.Unit.Position == FunnelPosition.Inside);
            Points("Above the limits", SeriesRole.Improvement, m => m.Unit.Position != FunnelPosition.Inside && m.Unit.Proportion > funnel.Limits.Target);
            Points("Below the limits", SeriesRole.Concern, m => m.Unit.Position != FunnelPosition.Inside && m.Unit.Proportion <= funnel.Limits.Target);
        }

        var answers = n.Funnel?.Members.Sum(m => m.Member.Whole) ?? 0;
        return new Figure("satisfied-funnel", "Satisfied clients by clinic", "Share answering 4 or 5 of 5; inside the funnel clinics differ no more than chance makes them", new NumberAxis("Answers", IncludeZero: true), new PercentAxis("Satisfied", PercentAxis.Whole), marks,
            new Footnote($"{Print.Integer(answers)} answers", n.Month.Last, "surveys of finished treatments"), NoDataReason: $"In no clinic have {Print.Integer(n.Smallest.Clients)} clients answered yet.");
    }

    /// <summary>From few answers to a little more than the most; every one would make a line of thousands of points.</summary>
    private static IEnumerable<int> Sizes(ProportionFunnel funnel)
    {
        var most = (int)Math.Ceiling(1.1 * funnel.Members.Max(m => m.Member.Whole));
        return Enumerable.Range(0, 121).Select(i => 1 + (int)Math.Round((most - 1) * Math.Pow(i / 120.0, 2))).Distinct();
    }

    private static TableBlock Table(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        Cell Of(PublishedPeriod<SatisfactionAnswers>? period, Func<SatisfactionAnswers, Cell> cell) => period is null ? new SuppressedCell(n.Smallest.Clients) : Hidden.Show(n.Smallest, period.Value, cell);
        return new TableBlock("satisfied-by-clinic", "Satisfaction by clinic",
            [Column.Text("Clinic"), Column.Text("Surveys sent in"), Column.Integer("Answers"), Column.Number("Mean (1 to 5)", 2), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0)), Column.Text("In the funnel")],
            [.. n.Satisfied.Select(s => (IReadOnlyList<Cell>)
            [
                new TextCell(names[s.Key]),
                s.Value is { } period ? new TextCell(period.Span.Name) : Cell.Missing,
                Of(s.Value, x => new IntegerCell(x.Satisfied.Answers)),
                Of(s.Value, x => Cell.NumberOrMissing(x.Mean, 2)),
                Of(s.Value, x => x.Satisfied is { Share: { } share, Interval: { } i } ? new EstimateCell(share, i.Lower, i.Upper, CellFormat.Percent(0)) : Cell.Missing),
                n.Funnel?.Members.Where(m => string.Equals(m.Member.Id, s.Key, StringComparison.Ordinal)).Select(m => (Cell)new TextCell(Place(m.Unit.Position))).FirstOrDefault() ?? Cell.Missing,
            ])],
            note: "The months that each clinic's own report pools, as known when the last of them closed. Exact binomial limits"
                + (n.Funnel?.Limits.Inflation > 1 ? $", widened {Print.Number(n.Funnel.Limits.Inflation, 2)} times because clinics differ by more than chance." : "."));
    }

    private static string Place(FunnelPosition position) => position switch
    {
        FunnelPosition.Inside => "within",
        FunnelPosition.Outside95 => "outside 95 %",
        _ => "outside 99.8 %",
    };
}
