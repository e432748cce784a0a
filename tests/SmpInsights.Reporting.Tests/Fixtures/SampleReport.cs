using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Tests.Fixtures;

/// <summary>A report with everything in it that has ever gone wrong: long and foreign names, hidden and missing values, much and no data. All numbers are made up.</summary>
public static class SampleReport
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static string LongName { get; } = string.Join(' ', Enumerable.Repeat("Layered hairline with softened temple points", 7))[..300];

    /// <summary>The report's workbook as it is saved.</summary>
    private static readonly Lazy<byte[]> Written = new(() => WorkbookWriter.Write(Document()));

    /// <summary>Written when first asked for: figures take constants from here while they are made.</summary>
    public static byte[] Workbook => Written.Value;

    public static ReportDocument Document() => new(
        "Monthly outcome report",
        "How results last, how clients feel about them, and what comes next",
        new ReportFacts("c-01", "عيادة النور · 晨光诊所 & <Sons>", "June 2026", AsOf, "0.1.0", "EUR"),
        [
            "Colour fades by 17.5 % a year (16.9 to 18.2), slower than a year ago.",
            "41 treatments were finished, the most in twelve months.",
            "Two practitioners have too few answers to say anything about satisfaction.",
        ],
        [
            new Section("overview", "The month at a glance", [Tiles(), new TextBlock("Compared with the same month last year, every measure moved the right way but one.")]),
            new Section("fade", "How long results last", [.. SampleFigures.Fade.Select(figure => new FigureBlock(figure)), SampleTables.Fade()]),
            new Section("comparisons", "Comparisons", [.. SampleFigures.Comparisons.Select(figure => new FigureBlock(figure)), new FigureGridBlock("Satisfied clients, clinic by clinic", SampleFigures.Panels)]),
            new Section("activity", "Activity and money", [.. SampleFigures.Activity.Select(figure => new FigureBlock(figure)), SampleTables.Revenue(), SampleTables.Months()]),
            new Section("edges", "Edges", [
                new TextBlock(["Names come as they are: =1+1, +44, -5, @home.", "<script>alert('x')</script> & \"quotes\" \u0007\uFFFE end."], TextKind.Normal, Bulleted: true),
                new TextBlock("Readings stop 40 days before most touch-ups: fade is probably understated.", TextKind.Warning),
                new TextBlock("Months without answers are left out of the mean.", TextKind.Note),
                .. SampleFigures.Edges.Select(figure => new FigureBlock(figure)),
                SampleTables.Names(),
                SampleTables.Empty(),
            ]),
        ],
        [
            new Definition("Fade per year", "The share of healed contrast that is lost in a year, from the first epoch of each treatment. Readings in the first 28 days are left out."),
            new Definition("Touch-up", "Pigment added again because of fading or a shift of colour."),
        ]);

    private static TilesBlock Tiles() => new(
    [
        new Tile("Treatments finished", new IntegerCell(41), [new("last month", new IntegerCell(36)), new("same month last year", new IntegerCell(38))], Sparkline: [30, 28, 31, 35, null, 33, 36, 30, 34, 35, 36, 41], Tone: Tone.Improvement),
        new Tile("Fade per year", new EstimateCell(0.175, 0.169, 0.182, CellFormat.Percent()), [new("a year ago", new PercentCell(0.191))], "312 first epochs"),
        new Tile("Top-two-box satisfaction", new PercentCell(0.912), [new("last month", new PercentCell(0.93)), new("same month last year", Cell.Missing)], Sparkline: [0.9, 0.91, 0.93, 0.912], Tone: Tone.Concern),
        new Tile("Adverse events", new SuppressedCell(5), [new("last month", new SuppressedCell(5))]),
        new Tile("Net promoter score", new NotEnoughCell("not enough data yet: 3 of 10"), []),
        new Tile("Revenue, net of tax", new MoneyCell(1234567.89m, "EUR"), [new("last month", new MoneyCell(-1200.5m, "EUR")), new("in yen", new MoneyCell(182340m, "JPY"))]),
        new Tile("Half-life in years", new NumberCell(-0.04, 1), []),
        new Tile(LongName[..90], new DateCell(AsOf), [new("a comparison with quite a long label", new MonthCell(AsOf))]),
    ]);
}
