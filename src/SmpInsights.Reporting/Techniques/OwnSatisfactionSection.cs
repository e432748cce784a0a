using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Techniques;

/// <summary>What own clients and those of the rest answered, as bars that part at the middle answer.</summary>
internal static class OwnSatisfactionSection
{
    public static Section Of(PublishedTechniques t)
    {
        const string title = "Satisfaction";
        if (t.Satisfaction is not { } s)
            return new Section("satisfaction", title, [new TextBlock($"Nothing can be said yet: fewer than {Print.Integer(t.Smallest.Clients)} clients of the clinic have answered.", TextKind.Note)]);
        return new Section("satisfaction", title, [new TextBlock(Reading(t, s)), .. Shown(s).Any() ? [new FigureBlock(Bars(t, s))] : Array.Empty<Block>(), Table(t, s)]);
    }

    private static string Reading(PublishedTechniques t, OwnSatisfaction s) => s.Differ switch
    {
        true => $"Your clients' answers differ from the rest's by more than chance ({Readings.PValue(s.P!.Value)}); this is not adjusted for technique or skin.",
        false => $"No difference between your clients' answers and the rest's can be shown ({Readings.PValue(s.P!.Value)}).",
        null when TechniqueLayout.NoRest(t) is { } why => why,
        null when Sides(s).All(x => x.Answers.Disclosure != Disclosure.Small) && Sides(s).Any(x => x.Answers.Disclosure == Disclosure.Withheld) => "Your clients' answers are not compared with the rest's: they would give away those of a few, so they are withheld.",
        null => $"Whether your clients' answers differ from the rest's is not tested: on one side fewer than {Print.Integer(Comparability.MinimumUnits)} have answered.",
    };

    private static IEnumerable<(string Name, Published<SatisfactionAnswers> Answers)> Sides(OwnSatisfaction s) => [("Your clients", s.Own), ("Rest of the clinic", s.Rest)];

    private static IEnumerable<(string Name, SatisfactionAnswers Answers)> Shown(OwnSatisfaction s) => Sides(s).Where(x => x.Answers.Value is { Satisfied.Answers: > 0 }).Select(x => (x.Name, x.Answers.Value!));

    private static Figure Bars(PublishedTechniques t, OwnSatisfaction s)
    {
        var shown = Shown(s).ToList();
        StackedBarsMark Stack(string name, SeriesRole role, Func<IReadOnlyList<double>, double> value, Func<IReadOnlyList<double>, double> share) =>
            new(new Series(name, role), [.. shown.Select((x, i) => new DataPoint(i, value(x.Answers.Shares), Print.Percent(share(x.Answers.Shares), 0)))]);
        return new Figure("own-satisfaction", "How satisfied clients are", "Dissatisfied to the left, satisfied to the right; the middle answer on both sides", new PercentAxis("Share of answers", Mirrored: true), new CategoryAxis(string.Empty, [.. shown.Select(x => x.Name)]),
            [
                Stack("3", SeriesRole.Muted, x => -x[2] / 2, x => x[2]),
                Stack("3", SeriesRole.Muted, x => x[2] / 2, x => x[2]),
                Stack("1 or 2", SeriesRole.Concern, x => -(x[0] + x[1]), x => x[0] + x[1]),
                Stack("4 or 5", SeriesRole.Improvement, x => x[3] + x[4], x => x[3] + x[4]),
            ],
            new Footnote($"{Print.Integer(shown.Sum(x => x.Answers.Satisfied.Answers))} answers to surveys sent in {s.Months.Name}", t.Month.Last, "surveys of finished treatments"));
    }

    private static TableBlock Table(PublishedTechniques t, OwnSatisfaction s) => new("own-satisfaction-table", $"Satisfaction, surveys sent in {s.Months.Name}",
        [Column.Text("Whose clients"), Column.Integer("Answers"), Column.Number("Mean (1 to 5)", 2), Column.Percent("Dissatisfied (1 or 2)", 0), Column.Percent("Between (3)", 0), Column.Estimate("Satisfied (4 or 5)", CellFormat.Percent(0))],
        [.. Sides(s).Select(x => (IReadOnlyList<Cell>)
        [
            new TextCell(x.Name),
            Hidden.Show(t.Smallest, x.Answers, a => new IntegerCell(a.Satisfied.Answers)),
            Hidden.Show(t.Smallest, x.Answers, a => Cell.NumberOrMissing(a.Mean, 2)),
            Hidden.Show(t.Smallest, x.Answers, a => Share(a, 0, 1)),
            Hidden.Show(t.Smallest, x.Answers, a => Share(a, 2)),
            Hidden.Show(t.Smallest, x.Answers, a => a.Satisfied is { Share: { } share, Interval: { } i } ? new EstimateCell(share, i.Lower, i.Upper, CellFormat.Percent(0)) : Cell.Missing),
        ])],
        note: "Not adjusted for technique or skin. The months that the clinic's own report pools, as known when the last of them closed.");

    private static Cell Share(SatisfactionAnswers answers, params int[] of) => answers.Satisfied.Answers == 0 ? Cell.Missing : new PercentCell(of.Sum(i => answers.Shares[i]), 0);
}
