using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Reporting.Monthly;

/// <summary>What clients answered: the distribution over twelve months, the net promoter score and satisfaction by month.</summary>
internal static class SatisfactionSection
{
    private static readonly string[] Answers = ["1, very unsatisfied", "2", "3", "4", "5, very satisfied"];

    public static Section Of(PublishedMonth m)
    {
        if (m.TablesWithoutRows.Contains("surveys", StringComparer.Ordinal))
            return new Section("satisfaction", "Satisfaction", [new TextBlock("No surveys are recorded, so satisfaction can't be measured. Import surveys.csv to see it here.", TextKind.Note)]);
        return new Section("satisfaction", "Satisfaction", [new FigureBlock(Distribution(m)), new FigureBlock(Satisfied(m)), new FigureBlock(Promoters(m)), .. MonthTables(m), Techniques(m)]);
    }

    private static Figure Distribution(PublishedMonth m)
    {
        var pooled = m.Satisfaction.Satisfied.Pooled;
        var answers = pooled?.Value.Value;
        return new Figure("satisfaction-distribution", "How satisfied clients are", pooled is { } shown ? $"Answers to surveys sent in {Say.Pooled(m, shown.Span)}" : "Answers to surveys", new CategoryAxis("Answer", Answers), new NumberAxis("Answers", IncludeZero: true),
            [new BarsMark(new Series("Answers"), answers is null ? [] : [.. answers.Distribution.Select((n, i) => new DataPoint(i, n, $"{Say.Count(n)} ({Say.Percent(answers.Shares[i])})"))])],
            new Footnote(answers is null ? $"fewer than {Say.Count(m.Smallest.Clients)} clients" : Say.Of(answers.Satisfied.Answers, "answer"), m.Month.Last, "surveys of finished treatments"), NoDataReason: $"Fewer than {Say.Count(m.Smallest.Clients)} clients answered.");
    }

    private static Figure Satisfied(PublishedMonth m) => Monthly(m, "satisfied-by-month", "Satisfied clients by month", "Share answering 4 or 5 of 5, with 95 % interval, by the month the survey was sent", new PercentAxis("Satisfied", PercentAxis.Whole), m.Satisfaction.Satisfied, s => s.Satisfied.Share, s => s.Satisfied.Interval);

    private static Figure Promoters(PublishedMonth m) => Monthly(m, "nps-by-month", "Net promoter score by month", "Points from −100 to 100, with 95 % interval, by the month the survey was sent", new NumberAxis("Net promoter score", new AxisRange(NetPromoterScore.Worst, NetPromoterScore.Best)), m.Satisfaction.Promoters, s => s.Points, s => s.IntervalOnScale);

    /// <summary>A point a period, at its last month.</summary>
    private static Figure Monthly<T>(PublishedMonth m, string id, string title, string subtitle, Axis y, PublishedSeries<T> series, Func<T, double?> value, Func<T, Interval?> interval)
        where T : class
    {
        var points = series.Periods.Where(p => p.Span.Last >= m.Activity[0].Month)
            .Select(p => p.Value.Value is { } answers && value(answers) is { } v && interval(answers) is { } i ? new IntervalPoint(DateAxis.At(p.Span.Last.First), v, i.Lower, i.Upper) : null).OfType<IntervalPoint>();
        return new Figure(id, title, subtitle, new DateAxis("Month"), y, [new IntervalsMark(new Series(title), [.. points])],
            new Footnote($"Months with fewer than {Say.Count(m.Smallest.Clients)} clients are put together, at the last of them, or withheld", m.Month.Last, "surveys, as each month stood at its end"), NoDataReason: $"No months have answers of {Say.Count(m.Smallest.Clients)} clients.");
    }

    private static IEnumerable<TableBlock> MonthTables(PublishedMonth m)
    {
        var s = m.Satisfaction;
        yield return new TableBlock("satisfaction-table", "Satisfaction by month",
            [Column.Text("Surveys sent in"), Column.Integer("Sent"), Column.Integer("Answered"), Column.Estimate("Response rate", CellFormat.Percent(0)), Column.Number("Mean", 2), Column.Estimate("Satisfied", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. SurveyPeriods.Of(m, s.Response, s.Satisfied, s.Promoters).Select(p => (IReadOnlyList<Cell>)
            [
                new TextCell(p.Name),
                p.IsPooled ? p.Show(s.Response, r => new IntegerCell(r.Sent)) : new IntegerCell(s.SentIn(p.Span)),
                p.Show(s.Response, r => new IntegerCell(r.Responded)),
                p.Show(s.Response, r => Estimated(r.Rate, r.Interval, CellFormat.Percent(0))),
                p.Show(s.Satisfied, x => Cell.NumberOrMissing(x.Mean, 2)),
                p.Show(s.Satisfied, x => Top(x.Satisfied)),
                p.Show(s.Promoters, Score),
            ])],
            note: $"Rows of months count answers given by the end of the month in which a survey was sent, so that months compare; rows of months together count all answers up to the last of them, which are more. Mean of 1 to 5; satisfied: 4 or 5. Months are put together until {Say.Count(m.Smallest.Clients)} clients have answered the question, the latest with those to come; a dash: that question's months are put together otherwise.");
        IReadOnlyList<Cell>[] aspects = [.. Aspect(m, "Natural look", s.NaturalLook), .. Aspect(m, "Expectation met", s.ExpectationMet)];
        if (aspects.Length > 0)
            yield return new TableBlock("satisfaction-aspects", "Look and expectation", [Column.Text("Question"), Column.Text("Surveys sent in"), Column.Estimate("4 or 5 of 5", CellFormat.Percent(0))], aspects, note: "Each question in the months that its own answers allow.");
    }

    /// <summary>Nothing of a question that nobody was asked.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Aspect(PublishedMonth m, string question, PublishedSeries<TopTwoBox> answers) =>
        answers.Periods.Count == 0 ? [] : SurveyPeriods.Of(m, answers).Select(p => (IReadOnlyList<Cell>)[new TextCell(question), new TextCell(p.Name), p.Show(answers, Top)]);

    private static TableBlock Techniques(PublishedMonth m)
    {
        var s = m.Satisfaction;
        Cell Of<T>(IReadOnlyDictionary<string, Published<T>> groups, string technique, Func<T, Cell> cell)
            where T : class => groups.TryGetValue(technique, out var group) ? Enough.Show(m, group, cell) : Cell.Missing;
        var (satisfied, promoters) = (s.Satisfied.Pooled?.Span, s.Promoters.Pooled?.Span);
        var window = (satisfied ?? promoters) is { } months ? ", " + Say.Pooled(m, months) : string.Empty;
        var apart = satisfied is not null && promoters is { } other && other != satisfied ? $" Net promoter score: surveys sent in {Say.Pooled(m, other)}." : string.Empty;
        return new TableBlock("satisfaction-by-technique", "Satisfaction by technique" + window,
            [Column.Text("Technique"), Column.Integer("Answers"), Column.Number("Mean (1 to 5)", 2), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0)), Column.Estimate("Net promoter score", CellFormat.Number(0))],
            [.. s.SatisfiedByTechnique.Keys.Union(s.PromotersByTechnique.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(technique => (IReadOnlyList<Cell>)
            [
                new TextCell(m.TechniqueNames[technique]),
                Of(s.SatisfiedByTechnique, technique, x => new IntegerCell(x.Satisfied.Answers)),
                Of(s.SatisfiedByTechnique, technique, x => Cell.NumberOrMissing(x.Mean, 2)),
                Of(s.SatisfiedByTechnique, technique, x => Top(x.Satisfied)),
                Of(s.PromotersByTechnique, technique, Score),
            ])],
            note: $"Not printed for fewer than {Say.Count(m.Smallest.Clients)} clients, nor where that would give such a row away (withheld)." + apart);
    }

    public static Cell Top(TopTwoBox t) => Estimated(t.Share, t.Interval, CellFormat.Percent(0));

    public static Cell Score(NetPromoterScore s) => Estimated(s.Points, s.IntervalOnScale, CellFormat.Number(0));

    private static Cell Estimated(double? value, Interval? interval, CellFormat format) => value is { } v ? new EstimateCell(v, interval?.Lower, interval?.Upper, format) : Cell.Missing;
}
