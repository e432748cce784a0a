using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Tests.Fixtures;

/// <summary>Figures of every kind, with 0, 1, 2 and 24 points and 1, 4 and 8 series.</summary>
public static class SampleFigures
{
    private static readonly Footnote Foot = new("312 treatments", SampleReport.AsOf, "Readings by colorimetry");
    private static readonly string[] Techniques = ["Classic stipple", "3D layering", "Density fill", "Scar camouflage"];
    private static readonly string[] Reasons = ["Fade", "Colour shift", "Density", "Hairline change", "Correction", "Other"];

    public static IReadOnlyList<Figure> Fade =>
    [
        Survival("km-technique", "Time to first touch-up", Techniques),
        new("fade-curve", "Contrast kept after treatment", "Shaded: 95 % interval of the mean", new NumberAxis("Years since healing"), new PercentAxis("Contrast kept", PercentAxis.Whole),
            [
                new BandMark(new Series("All treatments"), [.. Years().Select(x => new BandPoint(x, Math.Exp(-0.23 * x) - (0.02 * x), Math.Exp(-0.18 * x) + (0.01 * x)))]),
                new LineMark(new Series("All treatments"), [.. Years().Select(x => new DataPoint(x, Math.Exp(-0.2 * x)))]),
                new RuleMark(RuleDirection.Horizontal, 0.6, "Touch-up due (60 %)"),
                new RuleMark(RuleDirection.Vertical, 2.55, "Reached after 2.6 years"),
            ], Foot),
        new("forest", "Fade per year by technique", "Square: estimate, line: 95 % interval", new PercentAxis("Fade per year"), new CategoryAxis("", [.. Techniques, SampleReport.LongName, "محمد بن عبد الله", "晨光诊所的王小明医生"]),
            [
                new IntervalsMark(new Series("Estimate"), [.. Enumerable.Range(0, 7).Select(i => new IntervalPoint(i, 0.12 + (i * 0.011), i == 3 ? null : 0.1 + (i * 0.008), 0.15 + (i * 0.013)))]),
                new RuleMark(RuleDirection.Vertical, 0.175, "Clinic 17.5 %"),
            ], Foot),
    ];

    public static IReadOnlyList<Figure> Activity =>
    [
        Control(),
        new("revenue-months", "Revenue by kind", "Net of tax", new DateAxis(""), new NumberAxis("Thousand EUR", IncludeZero: true),
            [.. new[] { "Deposit", "Session", "Touch-up", "Refund" }.Select((name, k) => new StackedBarsMark(new Series(name), Monthly(i => k == 3 ? -2 - (i % 3) : 8 + (k * 9) + (i * (k + 2) % 7))))], Foot),
        new("reasons", "Touch-ups by reason", "This year beside last year", new CategoryAxis("Reason", Reasons), new NumberAxis("Touch-ups", IncludeZero: true),
            [
                new BarsMark(new Series("2025"), [.. Reasons.Select((_, i) => new DataPoint(i, 22 - (i * 3)))]),
                new BarsMark(new Series("2026 to date"), [.. Reasons.Select((_, i) => new DataPoint(i, i == 4 ? null : 14 - (i * 2)))]),
            ], Foot),
        new("satisfaction", "Answers by practitioner", "1 very poor to 5 excellent", new PercentAxis("Share of answers", PercentAxis.Whole), new CategoryAxis("", ["A. Moreau", "王小明", "محمد بن عبد الله", "J. van der Westhuizen-Oppenheimer"]),
            [.. Enumerable.Range(1, 5).Select(score => new StackedBarsMark(new Series(Print.Integer(score)), [.. Enumerable.Range(0, 4).Select(i => new DataPoint(i, new[] { 0.04, 0.06, 0.15, 0.3, 0.45 }[score - 1]))]))], Foot),
        Funnel(),
    ];

    public static IReadOnlyList<Figure> Comparisons =>
    [
        new("fade-by-skin", "Contrast lost a year, technique by skin type", "Deeper shades fade faster; hatched: too few clients", new CategoryAxis("Skin type", ["I", "II", "III", "IV", "V", "VI", "unknown"]), new CategoryAxis("", [.. Techniques, SampleReport.LongName]),
            [new HeatMapMark(new Series("Contrast lost a year"), [.. Enumerable.Range(0, 35).Select(i => new HeatCell(i % 7, i / 7, Field(i)))])], Foot),
        new("answers-diverging", "Answers by technique", "Dissatisfied to the left, satisfied to the right", new PercentAxis("Share of answers", Mirrored: true), new CategoryAxis("", Techniques),
            [
                new StackedBarsMark(new Series("3", SeriesRole.Muted), [.. Enumerable.Range(0, 4).Select(i => new DataPoint(i, -0.05))]),
                new StackedBarsMark(new Series("3", SeriesRole.Muted), [.. Enumerable.Range(0, 4).Select(i => new DataPoint(i, 0.05))]),
                new StackedBarsMark(new Series("1 or 2", SeriesRole.Concern), [.. Enumerable.Range(0, 4).Select(i => new DataPoint(i, -0.05 * (i + 1), Print.Percent(0.05 * (i + 1), 0)))]),
                new StackedBarsMark(new Series("4 or 5", SeriesRole.Improvement), [.. Enumerable.Range(0, 4).Select(i => new DataPoint(i, 0.85 - (0.05 * i)))]),
            ], Foot),
        new("adjusted-forest", "Slope beside the reference, adjusted and not", "", new NumberAxis("Points a year"), new CategoryAxis("", Techniques),
            [
                new IntervalsMark(new Series("Unadjusted"), [.. Enumerable.Range(0, 4).Select(i => new IntervalPoint(i, i - 1.2, i - 2, i + 0.3))]),
                new IntervalsMark(new Series("Adjusted"), [.. Enumerable.Range(0, 4).Select(i => new IntervalPoint(i, i - 1.6, i - 2.2, i - 0.4))]),
                new RuleMark(RuleDirection.Vertical, 0, "no difference"),
            ], Foot),
        new("rate-forest", "Rate of touch-ups against Density", "", new RatioAxis("Times as often"), new CategoryAxis("", [.. Techniques.Take(3)]),
            [
                new IntervalsMark(new Series("Unadjusted"), [new IntervalPoint(0, 0.5, 0.3, 0.9), new IntervalPoint(1, 1.85, 1.03, 3.3), new IntervalPoint(2, 9.14, 3.9, 21.4)]),
                new IntervalsMark(new Series("Adjusted"), [new IntervalPoint(0, 0.6, 0.31, 1.1), new IntervalPoint(1, 2.1, 1.14, 3.84), new IntervalPoint(2, 13.5, 5.4, null)]),
                new RuleMark(RuleDirection.Vertical, 1, "as often"),
            ], Foot),
    ];

    private static Cell Field(int i) => i switch
    {
        15 => new SuppressedCell(5, GuardsAnother: true),
        _ when i % 11 == 4 => new SuppressedCell(5),
        17 => Cell.Missing,
        22 => new NotEnoughCell("not enough data yet: 3 of 10"),
        _ => new PercentCell(0.11 + (i * 7 % 19 / 100.0), 1),
    };

    /// <summary>Small figures of one kind.</summary>
    public static IReadOnlyList<Figure> Panels =>
        [.. Enumerable.Range(0, 5).Select(s => new Figure("panel-" + Print.Integer(s), s == 3 ? SampleReport.LongName : "Clinic " + Print.Integer(s + 1), "", new DateAxis(""), new PercentAxis("", PercentAxis.Whole),
            [new LineMark(new Series(""), Monthly(i => 0.7 + (((i * (s + 3)) % 11) / 50.0)), Markers: true), new RuleMark(RuleDirection.Horizontal, 0.8, "")], Foot))];

    public static IReadOnlyList<Figure> Edges =>
    [
        new("empty", "Complaints " + SampleReport.LongName, "", new DateAxis(""), new NumberAxis("Complaints"), [new RuleMark(RuleDirection.Horizontal, 3, "Limit")], Foot, NoDataReason: "3 of the 10 treatments that are needed have readings."),
        Lines("one-point", "One point", 1, 1),
        Lines("two-points", "Two points", 1, 2),
        Lines("four-series", "Four series close together", 4, 24),
        Lines("eight-series", "Eight series", 8, 24),
        new("foreign", "<b>عنوان</b> & 标题", SampleReport.LongName, new CategoryAxis(SampleReport.LongName, ["محمد بن عبد الله", "王小明", SampleReport.LongName, "&<>\"' \u0001"]), new NumberAxis("Клиенты", IncludeZero: true),
            [new BarsMark(new Series(SampleReport.LongName), [new(0, 1), new(1, 2), new(2, 3), new(3, -1)]), new BarsMark(new Series("王小明"), [new(0, 2), new(1, 1), new(2, 2), new(3, 1)])],
            new Footnote(SampleReport.LongName, SampleReport.AsOf, "来源")),
        Survival("km-long", "Groups with long names", [SampleReport.LongName, "محمد بن عبد الله", "王小明医生的客户"]),
        new("all-equal", "All values the same", "", new DateAxis(""), new NumberAxis("Sessions"), [new LineMark(new Series("Sessions"), Monthly(_ => 7), Markers: true), new TextMark(DateAxis.At(new DateOnly(2025, 6, 1)), 7, "Moved to the new building")], Foot),
    ];

    /// <summary>Labels wider than the room between their ticks; too odd for the sample page.</summary>
    private static Figure LargeNumbers { get; } = new(
        "large-numbers", "Large numbers", "", new NumberAxis("Cost", new AxisRange(1e10, 6e10)), new NumberAxis("Amount"),
        [new LineMark(new Series("Amount"), [new DataPoint(1e10, 1e11), new DataPoint(6e10, -3e11)]), new IntervalsMark(new Series("Estimate"), [new IntervalPoint(3e10, 5, -1e10, null)])], Foot);

    public static IEnumerable<Figure> All => [.. Fade, .. Activity, .. Comparisons, .. Panels, .. Edges, LargeNumbers];

    private static IEnumerable<double> Years() => Enumerable.Range(0, 41).Select(i => i / 8.0);

    private static IReadOnlyList<DataPoint> Monthly(Func<int, double?> value, int months = 24) =>
        [.. Enumerable.Range(0, months).Select(i => new DataPoint(DateAxis.At(new DateOnly(2024, 7, 1).AddMonths(i)), value(i)))];

    private static Figure Lines(string id, string title, int series, int points) => new(
        id, title, "", new DateAxis("Month"), new NumberAxis("Sessions", IncludeZero: true),
        [.. Enumerable.Range(0, series).Select(s => new LineMark(new Series("Practitioner " + Print.Integer(s + 1)), Monthly(i => i == 11 && s == 2 ? null : 20 + (s * (series > 4 ? 9 : 2)) + (((i * 5) + (s * 3)) % 7), points)))], Foot);

    private static Figure Survival(string id, string title, string[] groups) => new(
        id, title, "Share of treatments that have not needed a touch-up yet", new NumberAxis("Years since treatment", new AxisRange(0, 6)), new PercentAxis("Without touch-up", PercentAxis.Whole),
        [.. groups.SelectMany((name, g) => new Mark[]
        {
            new BandMark(new Series(name), [.. Steps(g).Select(p => new BandPoint(p.X, Math.Max(0, p.Y!.Value - 0.02 - (p.X * 0.012)), Math.Min(1, p.Y!.Value + 0.02 + (p.X * 0.01))))], Stepped: true),
            new StepMark(new Series(name), [.. Steps(g)], [.. Steps(g).Where((_, i) => i % 4 == 3).Select(p => new DataPoint(p.X + 0.1, p.Y))]),
        })],
        Foot,
        new AtRiskTable("Treatments at risk", [0, 1, 2, 3, 4, 5, 6], [.. groups.Select((name, g) => new AtRiskRow(name, [.. Enumerable.Range(0, 7).Select(t => t == 6 && g == 1 ? (Cell)new SuppressedCell(5) : new IntegerCell((1310 - (g * 270)) / (1 + (t * 2))))]))]));

    private static IEnumerable<DataPoint> Steps(int group) =>
        Enumerable.Range(0, 31).Select(i => new DataPoint(i * 0.2, Math.Exp(-Math.Pow(i * 0.2 / (3.2 + (group * 1.3)), 1.8))));

    private static Figure Control()
    {
        var values = Monthly(i => 0.06 + (i * 37 % 11 / 300.0) + (i == 20 ? 0.07 : 0));
        return new Figure(
            "no-shows", "No-shows", "A marked month lies outside what chance alone gives", new DateAxis(""), new PercentAxis("Share of sessions"),
            [
                new LineMark(new Series("No-shows"), values, Markers: true),
                new PointsMark(new Series("Signal: concern", SeriesRole.Concern), [values[20] with { Label = "Mar 2026" }]),
                new RuleMark(RuleDirection.Horizontal, 0.076, "Mean 7.6 %"),
                new RuleMark(RuleDirection.Horizontal, 0.118, "Upper limit"),
                new RuleMark(RuleDirection.Horizontal, 0.034, "Lower limit"),
            ], Foot);
    }

    private static Figure Funnel() => new(
        "funnel", "Satisfied clients by practitioner", "Inside the funnel, differences are what chance gives", new NumberAxis("Answers", IncludeZero: true), new PercentAxis("Satisfied", PercentAxis.Whole),
        [
            new LineMark(new Series("99.8 % limits", SeriesRole.Muted), [.. Limits(3.09, 1)]),
            new LineMark(new Series("99.8 % limits", SeriesRole.Muted), [.. Limits(3.09, -1)]),
            new LineMark(new Series("95 % limits", SeriesRole.Muted), [.. Limits(1.96, 1)], Dashed: true),
            new LineMark(new Series("95 % limits", SeriesRole.Muted), [.. Limits(1.96, -1)], Dashed: true),
            new RuleMark(RuleDirection.Horizontal, 0.85, "Clinic 85 %"),
            new PointsMark(new Series("Practitioner"), [.. Enumerable.Range(0, 14).Select(i => new DataPoint(12 + (i * 13 % 90), 0.85 + (Math.Sin(i * 2.1) * 0.06), i % 5 == 0 ? "P. " + Print.Integer(i + 1) : null))]),
            new PointsMark(new Series("Outside the limits", SeriesRole.Concern), [new DataPoint(62, 0.58, "محمد بن عبد الله")]),
        ], Foot);

    private static IEnumerable<DataPoint> Limits(double z, int side) =>
        Enumerable.Range(5, 110).Select(n => new DataPoint(n, Math.Clamp(0.85 + (side * z * Math.Sqrt(0.85 * 0.15 / n)), 0, 1)));
}
