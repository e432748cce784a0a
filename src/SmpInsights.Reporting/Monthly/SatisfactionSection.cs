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
        var small = SmallCells.IsSmall(year.Clients) || total == 0;
        return new Figure("satisfaction-distribution", "How satisfied clients are", $"Answers to surveys sent in the last {MonthlyClinic.SatisfactionMonths} months", new CategoryAxis("Answer", Answers), new NumberAxis("Answers", IncludeZero: true),
            [new BarsMark(new Series("Answers"), small ? [] : [.. year.Distribution.Select((n, i) => new DataPoint(i, n, $"{Say.Count(n)} ({Say.Percent((double)n / total)})"))])],
            new Footnote(small ? $"fewer than {SmallCells.Threshold} clients" : Say.Of(total, "answer"), m.Month.Last, "surveys of finished treatments"), NoDataReason: $"Fewer than {SmallCells.Threshold} clients answered.");
    }

    private static Figure Satisfied(MonthlyClinic m) => Monthly(m, "satisfied-by-month", "Satisfied clients by month", "Share answering 4 or 5 of 5, with 95 % interval, by the month the survey was sent", new PercentAxis("Satisfied", PercentAxis.Whole), s => SmallCells.IsSmall(s.Satisfied.Clients) ? null : s.Satisfied.Share, s => s.Satisfied.Interval);

    private static Figure Promoters(MonthlyClinic m) => Monthly(m, "nps-by-month", "Net promoter score by month", "Points from −100 to 100, with 95 % interval, by the month the survey was sent", new NumberAxis("Net promoter score", new AxisRange(NetPromoterScore.Worst, NetPromoterScore.Best)), s => SmallCells.IsSmall(s.Promoters.Clients) ? null : s.Promoters.Points, s => s.Promoters.IntervalOnScale);

    private static Figure Monthly(MonthlyClinic m, string id, string title, string subtitle, Axis y, Func<SatisfactionMeasure, double?> value, Func<SatisfactionMeasure, Interval?> interval)
    {
        var months = new SatisfactionMonths(m);
        var points = m.Activity.Select((a, i) => (At: DateAxis.At(a.Month.First), Measure: m.SatisfactionByMonth[i], Hidden: months.IsHidden(i)))
            .Where(x => !x.Hidden && value(x.Measure) is not null && interval(x.Measure) is not null)
            .Select(x => new IntervalPoint(x.At, value(x.Measure)!.Value, interval(x.Measure)!.Value.Lower, interval(x.Measure)!.Value.Upper));
        return new Figure(id, title, subtitle, new DateAxis("Month"), y, [new IntervalsMark(new Series(title), [.. points])],
            new Footnote($"Months with fewer than {SmallCells.Threshold} clients are left out", m.Month.Last, "surveys, as each month stood at its end"), NoDataReason: $"No month has answers of {SmallCells.Threshold} clients.");
    }

    private static IEnumerable<TableBlock> MonthTables(MonthlyClinic m)
    {
        var months = new SatisfactionMonths(m);
        Cell Year(Func<SatisfactionMeasure, Cell> cell) => SmallCells.IsSmall(m.SatisfactionOfYear.Clients) ? new SuppressedCell(SmallCells.Threshold) : cell(m.SatisfactionOfYear);
        (string Period, Func<Func<SatisfactionMeasure, Cell>, Cell> Show, SatisfactionMeasure Measure)[] periods =
        [
            (m.Month.Name, c => months.Show(^1, c), m.SatisfactionByMonth[^1]),
            (m.Month.Previous.Name, c => months.Show(^2, c), m.SatisfactionByMonth[^2]),
            (m.Month.SameMonthLastYear.Name, c => months.Show(^13, c), m.SatisfactionByMonth[^13]),
            (string.Create(CultureInfo.InvariantCulture, $"last {MonthlyClinic.SatisfactionMonths} months"), Year, m.SatisfactionOfYear),
        ];
        yield return new TableBlock("satisfaction-table", "Satisfaction by month",
            [Column.Text("Surveys sent in"), Column.Integer("Sent"), Column.Integer("Answered"), Column.Estimate("Response rate", CellFormat.Percent(0)), Column.Number("Mean", 2), Column.Estimate("Satisfied", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. periods.Select(p => (IReadOnlyList<Cell>)
            [
                new TextCell(p.Period),
                new IntegerCell(p.Measure.Sent),
                new IntegerCell(p.Measure.Responded),
                SmallCells.IsSmall(p.Measure.Sent) ? new SuppressedCell(SmallCells.Threshold) : Estimated(p.Measure.ResponseRate, p.Measure.ResponseRateInterval, CellFormat.Percent(0)),
                p.Show(Mean),
                p.Show(x => Top(x.Satisfied)),
                p.Show(Score),
            ])],
            note: "Months as they stood at their own end, so that they compare; answers go on arriving, so the last 12 months hold more of them. Mean of 1 to 5; satisfied: 4 or 5.");
        yield return new TableBlock("satisfaction-aspects", "Look and expectation",
            [Column.Text("Surveys sent in"), Column.Estimate("Natural look (4 or 5 of 5)", CellFormat.Percent(0)), Column.Estimate("Expectation met (4 or 5 of 5)", CellFormat.Percent(0))],
            [.. periods.Select(p => (IReadOnlyList<Cell>)
            [
                new TextCell(p.Period),
                p.Show(x => Top(x.NaturalLook)),
                p.Show(x => Top(x.ExpectationMet)),
            ])]);
    }

    private static TableBlock Techniques(MonthlyClinic m)
    {
        var hidden = SmallCells.Hide([.. m.SatisfactionByTechnique.Values.Select(s => s.Clients)]);
        return new TableBlock("satisfaction-by-technique", $"Satisfaction by technique, last {MonthlyClinic.SatisfactionMonths} months",
            [Column.Text("Technique"), Column.Integer("Answers"), Column.Number("Mean (1 to 5)", 2), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. m.SatisfactionByTechnique.Select((g, i) => Row(m.TechniqueNames[g.Key], g.Value, hidden[i]))],
            note: $"Not printed for fewer than {SmallCells.Threshold} clients, nor where that would give a hidden row away.");

        static IReadOnlyList<Cell> Row(string name, SatisfactionMeasure s, bool hidden)
        {
            Cell Show(Cell cell) => hidden ? new SuppressedCell(SmallCells.Threshold) : cell;
            return
            [
                new TextCell(name),
                Show(new IntegerCell(s.Satisfied.Answers)),
                Show(Mean(s)),
                Show(Top(s.Satisfied)),
                Show(Score(s)),
            ];
        }
    }

    private static Cell Mean(SatisfactionMeasure s) => SmallCells.IsSmall(s.Satisfied.Clients) ? new SuppressedCell(SmallCells.Threshold) : Cell.NumberOrMissing(s.Mean, 2);

    private static Cell Top(TopTwoBox t) => SmallCells.IsSmall(t.Clients) ? new SuppressedCell(SmallCells.Threshold) : Estimated(t.Share, t.Interval, CellFormat.Percent(0));

    private static Cell Score(SatisfactionMeasure s) => SmallCells.IsSmall(s.Promoters.Clients) ? new SuppressedCell(SmallCells.Threshold) : Estimated(s.Promoters.Points, s.Promoters.IntervalOnScale, CellFormat.Number(0));

    public static Cell Estimated(double? value, Interval? interval, CellFormat format) => value is { } v ? new EstimateCell(v, interval?.Lower, interval?.Upper, format) : Cell.Missing;
}
