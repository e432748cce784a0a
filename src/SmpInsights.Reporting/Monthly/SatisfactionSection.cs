using System.Globalization;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What clients answered: the distribution over twelve months, the net promoter score and satisfaction by month.</summary>
internal static class SatisfactionSection
{
    private static readonly string[] Answers = ["1, very unsatisfied", "2", "3", "4", "5, very satisfied"];

    public static Section Of(MonthlyClinic m)
    {
        if (m.TablesWithoutRows.Contains("surveys", StringComparer.Ordinal))
            return new Section("satisfaction", "Satisfaction", [new TextBlock("No surveys are recorded, so satisfaction can't be measured. Import surveys.csv to see it here.", TextKind.Note)]);
        return new Section("satisfaction", "Satisfaction", [new FigureBlock(Distribution(m)), new FigureBlock(Satisfied(m)), new FigureBlock(Promoters(m)), .. MonthTables(m), Techniques(m)]);
    }

    private static Figure Distribution(MonthlyClinic m)
    {
        var year = m.SatisfactionOfYear;
        var total = year.Satisfied.Answers;
        var small = SmallCells.IsSmall(year.Satisfied.Clients) || total == 0;
        return new Figure("satisfaction-distribution", "How satisfied clients are", $"Answers to surveys sent in the last {MonthlyClinic.SatisfactionMonths} months", new CategoryAxis("Answer", Answers), new NumberAxis("Answers", IncludeZero: true),
            [new BarsMark(new Series("Answers"), small ? [] : [.. year.Distribution.Select((n, i) => new DataPoint(i, n, $"{Say.Count(n)} ({Say.Percent(year.Shares[i])})"))])],
            new Footnote(small ? $"fewer than {SmallCells.Threshold} clients" : Say.Of(total, "answer"), m.Month.Last, "surveys of finished treatments"), NoDataReason: $"Fewer than {SmallCells.Threshold} clients answered.");
    }

    private static Figure Satisfied(MonthlyClinic m) => Monthly(m, "satisfied-by-month", "Satisfied clients by month", "Share answering 4 or 5 of 5, with 95 % interval, by the month the survey was sent", new PercentAxis("Satisfied", PercentAxis.Whole), SatisfactionMonths.Satisfied, s => s.Satisfied.Share, s => s.Satisfied.Interval);

    private static Figure Promoters(MonthlyClinic m) => Monthly(m, "nps-by-month", "Net promoter score by month", "Points from −100 to 100, with 95 % interval, by the month the survey was sent", new NumberAxis("Net promoter score", new AxisRange(NetPromoterScore.Worst, NetPromoterScore.Best)), SatisfactionMonths.Promoters, s => s.Promoters.Points, s => s.Promoters.IntervalOnScale);

    private static Figure Monthly(MonthlyClinic m, string id, string title, string subtitle, Axis y, Func<SatisfactionMeasure, int> clients, Func<SatisfactionMeasure, double?> value, Func<SatisfactionMeasure, Interval?> interval)
    {
        var months = new SatisfactionMonths(m, clients);
        var points = m.Activity.Select((a, i) => (At: DateAxis.At(a.Month.First), Measure: m.SatisfactionByMonth[i], Hidden: months.IsHidden(i)))
            .Where(x => !x.Hidden && value(x.Measure) is not null && interval(x.Measure) is not null)
            .Select(x => new IntervalPoint(x.At, value(x.Measure)!.Value, interval(x.Measure)!.Value.Lower, interval(x.Measure)!.Value.Upper));
        return new Figure(id, title, subtitle, new DateAxis("Month"), y, [new IntervalsMark(new Series(title), [.. points])],
            new Footnote($"Months with fewer than {SmallCells.Threshold} clients are left out", m.Month.Last, "surveys, as each month stood at its end"), NoDataReason: $"No month has answers of {SmallCells.Threshold} clients.");
    }

    private static IEnumerable<TableBlock> MonthTables(MonthlyClinic m)
    {
        (string Name, Index? Month)[] periods =
        [
            (m.Month.Name, ^1), (m.Month.Previous.Name, ^2), (m.Month.SameMonthLastYear.Name, ^13),
            (string.Create(CultureInfo.InvariantCulture, $"last {MonthlyClinic.SatisfactionMonths} months"), null),
        ];
        var (satisfied, promoters) = (new SatisfactionMonths(m, SatisfactionMonths.Satisfied), new SatisfactionMonths(m, SatisfactionMonths.Promoters));
        var (natural, expected) = (new SatisfactionMonths(m, s => s.NaturalLook.Clients), new SatisfactionMonths(m, s => s.ExpectationMet.Clients));
        SatisfactionMeasure Of(Index? month) => month is { } i ? m.SatisfactionByMonth[i] : m.SatisfactionOfYear;
        static Cell Show(SatisfactionMonths months, Index? month, Func<SatisfactionMeasure, Cell> cell) => month is { } i ? months.Show(i, cell) : months.ShowYear(cell);
        yield return new TableBlock("satisfaction-table", "Satisfaction by month",
            [Column.Text("Surveys sent in"), Column.Integer("Sent"), Column.Integer("Answered"), Column.Estimate("Response rate", CellFormat.Percent(0)), Column.Number("Mean", 2), Column.Estimate("Satisfied", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. periods.Select(p => (IReadOnlyList<Cell>)
            [
                new TextCell(p.Name),
                new IntegerCell(Of(p.Month).Sent),
                SmallCells.IsSmall(Of(p.Month).SentClients) ? Enough.Hidden(Of(p.Month).SentClients) : new IntegerCell(Of(p.Month).Responded),
                SmallCells.IsSmall(Of(p.Month).SentClients) ? Enough.Hidden(Of(p.Month).SentClients) : Estimated(Of(p.Month).ResponseRate, Of(p.Month).ResponseRateInterval, CellFormat.Percent(0)),
                Show(satisfied, p.Month, x => Cell.NumberOrMissing(x.Mean, 2)),
                Show(satisfied, p.Month, x => Top(x.Satisfied)),
                Show(promoters, p.Month, Score),
            ])],
            note: $"Months as they stood at their own end, so that they compare; answers go on arriving, so the last 12 months hold more of them. Mean of 1 to 5; satisfied: 4 or 5. Not printed for fewer than {SmallCells.Threshold} clients, nor where that would give such a month away (withheld).");
        yield return new TableBlock("satisfaction-aspects", "Look and expectation",
            [Column.Text("Surveys sent in"), Column.Estimate("Natural look (4 or 5 of 5)", CellFormat.Percent(0)), Column.Estimate("Expectation met (4 or 5 of 5)", CellFormat.Percent(0))],
            [.. periods.Select(p => (IReadOnlyList<Cell>)
            [
                new TextCell(p.Name),
                Show(natural, p.Month, x => Top(x.NaturalLook)),
                Show(expected, p.Month, x => Top(x.ExpectationMet)),
            ])]);
    }

    private static TableBlock Techniques(MonthlyClinic m)
    {
        var groups = m.SatisfactionByTechnique;
        var satisfied = SmallCells.HideKeys(groups, SatisfactionMonths.Satisfied);
        var promoters = SmallCells.HideKeys(groups, SatisfactionMonths.Promoters);
        return new TableBlock("satisfaction-by-technique", string.Create(CultureInfo.InvariantCulture, $"Satisfaction by technique, last {MonthlyClinic.SatisfactionMonths} months"),
            [Column.Text("Technique"), Column.Integer("Answers"), Column.Number("Mean (1 to 5)", 2), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. groups.Select(g => (IReadOnlyList<Cell>)
            [
                new TextCell(m.TechniqueNames[g.Key]),
                Unless(satisfied.Contains(g.Key), g.Value.Satisfied.Clients, new IntegerCell(g.Value.Satisfied.Answers)),
                Unless(satisfied.Contains(g.Key), g.Value.Satisfied.Clients, Cell.NumberOrMissing(g.Value.Mean, 2)),
                Unless(satisfied.Contains(g.Key), g.Value.Satisfied.Clients, Top(g.Value.Satisfied)),
                Unless(promoters.Contains(g.Key), g.Value.Promoters.Clients, Score(g.Value)),
            ])],
            note: $"Not printed for fewer than {SmallCells.Threshold} clients, nor where that would give such a row away (withheld).");

        static Cell Unless(bool hidden, int clients, Cell cell) => hidden ? Enough.Hidden(clients) : cell;
    }

    private static Cell Top(TopTwoBox t) => Estimated(t.Share, t.Interval, CellFormat.Percent(0));

    private static Cell Score(SatisfactionMeasure s) => Estimated(s.Promoters.Points, s.Promoters.IntervalOnScale, CellFormat.Number(0));

    public static Cell Estimated(double? value, Interval? interval, CellFormat format) => value is { } v ? new EstimateCell(v, interval?.Lower, interval?.Upper, format) : Cell.Missing;
}
