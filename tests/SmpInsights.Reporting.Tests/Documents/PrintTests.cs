using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Tests.Documents;

public sealed class PrintTests
{
    public static TheoryData<Cell, string> Cells => new()
    {
        { new IntegerCell(-1234567), "\u22121,234,567" },
        { new NumberCell(-0.04, 1), "0.0" },
        { new NumberCell(-2.5, 1), "\u22122.5" },
        { new PercentCell(0.175), "17.5\u202F%" },
        { new DateCell(new DateOnly(2026, 6, 3)), "3\u00A0Jun\u00A02026" },
        { new MonthCell(new DateOnly(2026, 6, 3)), "Jun\u00A02026" },
        { new MoneyCell(-1200.5m, "EUR"), "\u2212€1,200.50" },
        { new MoneyCell(182340m, "JPY"), "¥182,340" },
        { new MoneyCell(1.5m, "KWD"), "KWD\u00A01.500" },
        { new EstimateCell(0.175, 0.169, 0.182, CellFormat.Percent()), "17.5\u202F% (16.9 to 18.2)" },
        { new EstimateCell(4.5, 3.8, null, CellFormat.Number(1)), "4.5 (3.8 or more)" },
        { new EstimateCell(4.5, null, 5, CellFormat.Number(1)), "4.5 (up to 5.0)" },
        { new SuppressedCell(5), "<5" },
        { Cell.Missing, "–" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_prints_as_a_person_writes_it(Cell cell, string expected) => Assert.Equal(expected, CellText.Of(cell));

    [Fact]
    public void A_number_that_is_none_cannot_be_a_cell() => Assert.Throws<ArgumentOutOfRangeException>(() => new NumberCell(double.NaN, 1));

    [Fact]
    public void A_row_has_as_many_cells_as_there_are_columns() =>
        Assert.Throws<ArgumentException>(() => new TableBlock("t", "T", [Column.Text("A"), Column.Text("B")], [[new TextCell("a")]]));

    [Fact]
    public void An_estimate_needs_a_column_for_estimates() =>
        Assert.Throws<ArgumentException>(() => new TableBlock("t", "T", [Column.Text("A")], [[new EstimateCell(1, null, null, CellFormat.Number(1))]]));

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a/b")]
    [InlineData("../x")]
    [InlineData("1a")]
    public void An_id_that_is_no_file_name_is_refused(string id) => Assert.Throws<ArgumentException>(() => new Section(id, "T", []));

    [Fact]
    public void Two_tables_of_one_id_are_refused()
    {
        var facts = new ReportFacts("c", "C", "June", new DateOnly(2026, 6, 30), "0", "EUR");
        var table = new TableBlock("t", "T", [Column.Text("A")], []);
        Assert.Throws<ArgumentException>(() => new ReportDocument("R", "", facts, [], [new Section("s", "S", [table, table])]));
    }
}
