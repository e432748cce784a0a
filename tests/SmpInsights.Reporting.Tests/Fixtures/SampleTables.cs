using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Tests.Fixtures;

public static class SampleTables
{
    public static TableBlock Fade() => new(
        "fade-by-technique",
        "Fade by technique",
        [Column.Text("Technique"), Column.Integer("Units"), Column.Estimate("Fade per year", CellFormat.Percent()), Column.Estimate("Half-life, years", CellFormat.Number(1)), Column.Number("p", 3)],
        [
            [new TextCell("Classic stipple"), new IntegerCell(201), new EstimateCell(0.175, 0.169, 0.182, CellFormat.Percent()), new EstimateCell(3.6, 3.4, 3.8, CellFormat.Number(1)), Cell.Missing],
            [new TextCell("3D layering"), new IntegerCell(98), new EstimateCell(0.142, 0.12, 0.165, CellFormat.Percent()), new EstimateCell(4.5, 3.8, null, CellFormat.Number(1)), new NumberCell(0.021, 3)],
            [new TextCell("Density 密度填充"), new SuppressedCell(5), new NotEnoughCell("not enough data yet: 3 of 10"), Cell.Missing, Cell.Missing],
        ],
        note: "The interval holds the true value 95 times in 100.");

    public static TableBlock Revenue() => new(
        "revenue",
        "Revenue: gross [EUR] / net?",
        [Column.Text("Kind"), Column.Integer("Payments"), Column.Money("Gross"), Column.Money("Tax"), Column.Money("Net"), Column.Percent("Share")],
        [
            [new TextCell("Session"), new IntegerCell(120), new MoneyCell(60500.10m, "EUR"), new MoneyCell(10500.02m, "EUR"), new MoneyCell(50000.08m, "EUR"), new PercentCell(0.861)],
            [new TextCell("Touch-up"), new IntegerCell(31), new MoneyCell(9680m, "EUR"), new MoneyCell(1680m, "EUR"), new MoneyCell(8000m, "EUR"), new PercentCell(0.138)],
            [new TextCell("Refund"), new IntegerCell(6), new MoneyCell(-1200.5m, "EUR"), new MoneyCell(-208.35m, "EUR"), new MoneyCell(-992.15m, "EUR"), Cell.Missing],
        ],
        [new TextCell("Total"), new IntegerCell(157), new MoneyCell(68979.60m, "EUR"), new MoneyCell(11971.67m, "EUR"), new MoneyCell(57007.93m, "EUR"), new PercentCell(1, 0)]);

    public static TableBlock Months() => new(
        "months",
        "Month by month",
        [Column.Month("Month"), Column.Date("Last day"), Column.Integer("Sessions"), Column.Integer("No-shows"), Column.Money("Net, JPY")],
        [.. Enumerable.Range(0, 24).Select(i => (IReadOnlyList<Cell>)
        [
            new MonthCell(new DateOnly(2024, 7, 1).AddMonths(i)),
            new DateCell(new DateOnly(2024, 8, 1).AddMonths(i).AddDays(-1)),
            new IntegerCell(90 + (i * 7 % 31)),
            i % 5 == 0 ? new SuppressedCell(5) : new IntegerCell(5 + (i % 4)),
            new MoneyCell(1_250_000 + (i * 31_000), "JPY"),
        ])]);

    /// <summary>Text that a spreadsheet or a page might take for something else.</summary>
    public static TableBlock Names() => new(
        "names",
        "Names as they are entered, some of them longer than any sheet's name may be",
        [Column.Text("Name"), Column.Text("Remark"), Column.Text("name"), Column.Integer("Clients")],
        [
            [new TextCell("=1+1"), new TextCell("+44 20 7946 0000"), new TextCell("-5"), new IntegerCell(1)],
            [new TextCell("@SUM(A1)"), new TextCell("00123"), new TextCell("2024-01-01"), new IntegerCell(0)],
            [new TextCell("محمد بن عبد الله"), new TextCell("王小明 👍🏽"), new TextCell("bell \u0007 and \uFFFE"), new IntegerCell(-12)],
            [new TextCell(SampleReport.LongName), new TextCell("<b>&amp;</b>"), new TextCell("_x0041_"), new IntegerCell(1234567)],
            [new TextCell(new string('长', 40_000)[..60]), new TextCell(""), new TextCell("two\nlines"), new IntegerCell(2)],
        ]);

    public static TableBlock Empty() => new("nothing", "Complaints", [Column.Text("Reason"), Column.Integer("Count")], []);
}
