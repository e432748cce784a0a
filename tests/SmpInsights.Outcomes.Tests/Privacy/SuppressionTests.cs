using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Outcomes.Tests.Privacy;

public sealed class SuppressionTests
{
    /// <summary>
    /// Delinquent children by county and education of the household's head, from Statistical Policy Working Paper 22 (Federal Committee on Statistical Methodology), table 4; totals in the
    /// last row and column.
    /// </summary>
    private static readonly int[,] Counties =
    {
        { 15, 1, 3, 1, 20 },
        { 20, 10, 10, 15, 55 },
        { 3, 10, 10, 2, 25 },
        { 12, 14, 7, 2, 35 },
        { 50, 35, 30, 20, 135 },
    };

    /// <summary>A grid with its totals in the last row and column: cells row by row, a margin a row and a column.</summary>
    private static (List<TableCell> Cells, List<Margin> Margins) Grid(int[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var cells = Enumerable.Range(0, rows * columns).Select(i => new TableCell("grid", i.ToString(CultureInfo.InvariantCulture), counts[i / columns, i % columns])).ToList();
        var margins = Enumerable.Range(0, rows).Select(r => new Margin((r * columns) + columns - 1, [.. Enumerable.Range(0, columns - 1).Select(c => (r * columns) + c)])).ToList();
        margins.AddRange(Enumerable.Range(0, columns).Select(c => new Margin(((rows - 1) * columns) + c, [.. Enumerable.Range(0, rows - 1).Select(r => (r * columns) + c)])));
        return (cells, margins);
    }

    /// <summary>The cells that follow from those not hidden, by position.</summary>
    private static Dictionary<int, long> Recovered(IReadOnlyList<TableCell> cells, IReadOnlyList<Margin> margins, Func<int, bool> hidden)
    {
        var attack = new SubtractionAttack();
        foreach (var m in margins)
            attack.Read([(cells[m.Total].Key, 1), .. m.Parts.Select(p => (cells[p].Key, -1))], 0);
        for (var i = 0; i < cells.Count; i++)
            if (!hidden(i))
                attack.Read([cells[i].Key], cells[i].Clients);
        return Enumerable.Range(0, cells.Count).Where(hidden).Select(i => (i, Value: attack.Recover([cells[i].Key]))).Where(x => x.Value is not null).ToDictionary(x => x.i, x => x.Value!.Value);
    }

    private static string[] Marks(params int[] clients)
    {
        var cells = clients.Select((n, i) => new TableCell("t", i.ToString(CultureInfo.InvariantCulture), n)).Append(new TableCell("t", "all", clients.Sum())).ToList();
        return [.. new Suppression(SmallestCell.Default).Release(cells, [new Margin(clients.Length, [.. Enumerable.Range(0, clients.Length)])]).Select(d => d.ToString()[..2])];
    }

    [Theory]
    [InlineData(new[] { 10, 20, 30 }, "Sh Sh Sh Sh")]
    [InlineData(new[] { 4, 20, 30 }, "Sm Wi Sh Sh")]
    [InlineData(new[] { 4, 30, 20 }, "Sm Sh Wi Sh")]
    [InlineData(new[] { 4, 20, 20 }, "Sm Wi Sh Sh")]
    [InlineData(new[] { 4, 1, 30 }, "Sm Sm Sh Sh")]
    [InlineData(new[] { 3, 1, 30 }, "Sm Sm Wi Sh")]
    [InlineData(new[] { 0, 5, 6 }, "Sh Sh Sh Sh")]
    [InlineData(new[] { 0, 2 }, "Sh Sm Sm")]
    [InlineData(new[] { 0, 0 }, "Sh Sh Sh")]
    [InlineData(new int[0], "Sh")]
    public void Small_groups_are_hidden_and_the_next_smallest_where_subtraction_would_tell(int[] clients, string marks) => Assert.Equal(marks, string.Join(' ', Marks(clients)));

    [Theory]
    [InlineData(new[] { 1, 5, 6, 30 }, "Sm Sh Wi Sh Sh")] // 6 hidden in one small and one not could only be 1 and 5; 7 could be 2 and 5 too
    [InlineData(new[] { 4, 4, 20 }, "Sm Sm Wi Sh")] // 8 hidden in two small ones: 4 each
    public void Marks_and_the_total_do_not_tell_either(int[] clients, string marks) => Assert.Equal(marks, string.Join(' ', Marks(clients)));

    [Fact]
    public void The_published_pattern_with_two_hidden_in_every_line_gives_a_cell_away_and_ours_none()
    {
        var (cells, margins) = Grid(Counties);
        HashSet<int> published = [1, 2, 3, 6, 7, 10, 13, 15, 18]; // table 5 of the paper, D1 to D9
        Assert.All(margins.SkipLast(1).Where(m => m.Parts.Any(published.Contains)), m => Assert.True(m.Parts.Count(published.Contains) >= 2));
        var away = Recovered(cells, margins, published.Contains);
        Assert.Equal(1, away[3]); // rows one and two less columns two and three: 20 + 55 - 35 - 30 leaves D3 = 1, as the paper shows

        var ours = new Suppression(SmallestCell.Default).Release(cells, margins);
        Assert.All([1, 2, 3, 10, 13, 18], i => Assert.Equal(Disclosure.Small, ours[i]));
        Assert.Empty(Recovered(cells, margins, i => ours[i] != Disclosure.Shown));
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(Disclosure.Shown, ours[20 + i]));
    }

    [Fact]
    public void Three_by_three_by_hand()
    {
        // One small cell, 2. Its row takes 9, the columns of the two 8 and 11, whose rows take 7 and 25, and the column of 7 takes 20: then every line has two, and none can be spared.
        int[,] counts = { { 2, 9, 20, 31 }, { 8, 30, 7, 45 }, { 25, 11, 40, 76 }, { 35, 50, 67, 152 } };
        var (cells, margins) = Grid(counts);
        var marks = new Suppression(SmallestCell.Default).Release(cells, margins);
        Assert.Equal(Disclosure.Small, marks[0]);
        var hidden = Enumerable.Range(0, 16).Where(i => marks[i] != Disclosure.Shown).ToList();
        Assert.Equal([0, 1, 2, 4, 6, 8, 9], hidden);
        Assert.Empty(Recovered(cells, margins, hidden.Contains));
        Assert.NotEmpty(Recovered(cells, margins, i => i is 0 or 1)); // the row alone: its columns tell
    }

    [Fact]
    public void One_number_in_two_tables_is_hidden_in_both()
    {
        TableCell[] cells =
        [
            new("by technique", "a", 3, ["a"]), new("by technique", "b", 9, ["b"]), new("by technique", "c", 12, ["c"]), new("by technique", "all", 24, ["a", "b", "c"]),
            new("best of", "c", 12, ["c"]), new("best of", "b", 9, ["b"]), new("overview", "all", 24, ["c", "b", "a"]),
        ];
        var marks = new Suppression(SmallestCell.Default).Release(cells, [new Margin(3, [0, 1, 2])]);
        Assert.Equal([Disclosure.Small, Disclosure.Withheld, Disclosure.Shown, Disclosure.Shown, Disclosure.Shown, Disclosure.Withheld, Disclosure.Shown], marks);
    }

    [Fact]
    public void Only_part_of_a_total_takes_the_total_with_it() =>
        Assert.Equal(Disclosure.Withheld, new Suppression(SmallestCell.Default).Release([new("t", "a", 3), new("t", "all", 8)], [new Margin(1, [0])])[1]);

    [Fact]
    public void What_was_printed_before_is_no_cover()
    {
        var releases = new Suppression(SmallestCell.Default);
        releases.Release([new("t", "b", 9, ["b"]), new("t", "c", 12, ["c"]), new("t", "all", 21, ["b", "c"])], [new Margin(2, [0, 1])]);
        var marks = releases.Release([new("t", "a", 1, ["a"]), new("t", "b", 9, ["b"]), new("t", "c", 13, ["c", "c new"]), new("t", "all", 23, ["a", "b", "c", "c new"])], [new Margin(3, [0, 1, 2])]);
        Assert.Equal([Disclosure.Small, Disclosure.Shown, Disclosure.Withheld, Disclosure.Shown], marks);
    }

    [Fact]
    public void Where_nothing_else_changed_the_total_is_withheld()
    {
        var releases = new Suppression(SmallestCell.Default);
        releases.Release([new("t", "b", 9, ["b"]), new("t", "all", 9, ["b"])], [new Margin(1, [0])]);
        var marks = releases.Release([new("t", "a", 1, ["a"]), new("t", "b", 9, ["b"]), new("t", "all", 10, ["a", "b"])], [new Margin(2, [0, 1])]);
        Assert.Equal([Disclosure.Small, Disclosure.Shown, Disclosure.Withheld], marks);
    }

    [Fact]
    public void A_margin_of_a_cell_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Suppression(SmallestCell.Default).Release([new("t", "a", 3)], [new Margin(1, [0])]));

    [Fact]
    public void No_cell_of_any_two_way_table_is_recovered() => Prop.ForAll(
        (from rows in Gen.Choose(1, 5) from columns in Gen.Choose(1, 5) from smallest in Gen.Choose(5, 9) from counts in Gen.Choose(0, 14).ArrayOf(25) select (rows, columns, smallest, counts)).ToArbitrary(),
        x =>
        {
            var grid = new int[x.rows + 1, x.columns + 1];
            for (var r = 0; r < x.rows; r++)
                for (var c = 0; c < x.columns; c++)
                    foreach (var (a, b) in new[] { (r, c), (x.rows, c), (r, x.columns), (x.rows, x.columns) })
                        grid[a, b] += x.counts[(r * 5) + c];
            var (cells, margins) = Grid(grid);
            var smallest = new SmallestCell(x.smallest);
            var marks = new Suppression(smallest).Release(cells, margins);
            return Enumerable.Range(0, cells.Count).All(i => smallest.IsSmall(cells[i].Clients) == (marks[i] == Disclosure.Small))
                && Enumerable.Range(0, cells.Count).All(i => cells[i].Clients > 0 || marks[i] == Disclosure.Shown)
                && margins.All(m => marks[m.Total] != Disclosure.Shown || !m.Parts.Any(p => marks[p] != Disclosure.Shown) || m.Parts.Where(p => marks[p] != Disclosure.Shown).Sum(p => cells[p].Clients) >= x.smallest)
                && Recovered(cells, margins, i => marks[i] != Disclosure.Shown).Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_table_is_always_hidden_alike()
    {
        var (cells, margins) = Grid(Counties);
        Assert.Equal(new Suppression(SmallestCell.Default).Release(cells, margins), new Suppression(SmallestCell.Default).Release(cells, margins));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-5)]
    public void The_threshold_goes_upwards_only(int clients) => Assert.Throws<ArgumentOutOfRangeException>(() => new SmallestCell(clients));

    [Fact]
    public void A_higher_threshold_hides_more_and_says_so()
    {
        var ten = new SmallestCell(10);
        Assert.Equal("<10", ten.Mark);
        Assert.True(ten.IsSmall(9));
        Assert.False(ten.IsSmall(10));
        Assert.False(ten.IsSmall(0));
        Assert.Null(Published<string>.Alone(ten, 9, "nine").Value);
        Assert.Equal("ten", Published<string>.Alone(ten, 10, "ten").Value);
        Assert.Null(Published<string>.As(Disclosure.Withheld, "covered").Value);
    }
}
