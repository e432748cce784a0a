using System.Text;
using System.Text.RegularExpressions;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Html;
using SmpInsights.Reporting.Tests.Fixtures;

namespace SmpInsights.Reporting.Tests.Html;

public sealed class HtmlTests
{
    private static readonly string Page = Encoding.UTF8.GetString(HtmlWriter.Write(SampleReport.Document()));

    [Fact]
    public void Client_text_is_never_markup()
    {
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<Sons>", Page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', Page);
    }

    [Fact]
    public void The_page_asks_for_nothing_elsewhere()
    {
        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:", Page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Pattern("(src|href)=\"(?!#)"), Page);
        Assert.DoesNotMatch(Pattern("@import|url\\((?!#)"), Page);
        Assert.DoesNotMatch(Pattern("https?://(?!www\\.w3\\.org/2000/svg)"), Page);
    }

    [Fact]
    public void Ids_are_unique_and_every_link_and_label_leads_to_one()
    {
        var ids = Pattern(" id=\"(?<id>[^\"]+)\"").Matches(Page).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var used = Pattern("(href=\"#|aria-labelledby=\"|url\\(#)(?<id>[^\")]+)").Matches(Page).SelectMany(match => match.Groups["id"].Value.Split(' '));
        Assert.All(used, id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Tables_say_what_their_headers_belong_to()
    {
        Assert.Contains("<caption id=\"caption-revenue\" dir=\"auto\"><span>Revenue: gross [EUR] / net?</span></caption>", Page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Pattern("<th(?! scope=)[ >]"), Page);
        Assert.Contains("17.5\u202F%<span class=\"interval\"> (16.9 to 18.2)</span>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_no_column_holds_may_break_and_an_id_may_not()
    {
        var table = new TableBlock("t", "T", [Column.Text("A")], [[new TextCell("CL0000000472")], [new TextCell(new string('x', 50) + " 17 % <b>")]]);
        var page = HtmlBlocks.Of(table);
        Assert.Contains(">CL0000000472<", page, StringComparison.Ordinal);
        Assert.Contains($"{new string('x', 20)}<wbr>{new string('x', 20)}<wbr>{new string('x', 10)} 17\u202F% &lt;b&gt;<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_breaks_between_words_only()
    {
        var html = HtmlTable.Of(new TableBlock("t", "T", [Column.Text("Touch-ups"), Column.Number("p adjusted", 3), Column.Number("Mean (1 to 5)", 2), Column.Text("Out of")], []));
        Assert.Equal(["Touch-ups", "p adjusted", "(1 to 5)"], Pattern("<span class=\"word\">(?<word>[^<]+)<").Matches(html).Select(match => match.Groups["word"].Value));
        Assert.Contains(">Out of</th>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "grid")]
    [InlineData(4, "grid two")]
    [InlineData(5, "grid")]
    public void Small_figures_leave_none_alone_in_a_printed_row(int figures, string expected) =>
        Assert.Contains($"<div class=\"{expected}\">", HtmlBlocks.Of(new FigureGridBlock("Small", [.. Enumerable.Repeat(SampleFigures.All.First(), figures)])), StringComparison.Ordinal);

    [Fact]
    public void On_a_telephone_a_wide_table_becomes_cards_that_are_still_a_table_or_says_that_it_scrolls()
    {
        static string Of(int columns, int rows) => HtmlBlocks.Of(new TableBlock("wide", "Wide", [Column.Text("Kind"), .. Enumerable.Range(1, columns).Select(i => Column.Money("Received " + Print.Integer(i)))],
            [.. Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<Cell>)[new TextCell("Session"), .. Enumerable.Repeat(new MoneyCell(12345.67m, "GBP"), columns)])]));
        Assert.DoesNotContain(" cards\"", Of(3, 3), StringComparison.Ordinal);
        Assert.DoesNotContain(" swipe\"", Of(3, 30), StringComparison.Ordinal);
        var cards = Of(6, 4);
        Assert.Contains(" cards\"", cards, StringComparison.Ordinal);
        Assert.Contains("<td role=\"cell\" class=\"n whole\" data-label=\"Received 2\" dir=\"auto\">£12,345.67</td>", cards, StringComparison.Ordinal);
        Assert.Equal(4 + 1, Pattern("<tr role=\"row\">").Count(cards));
        Assert.Contains("7 columns: swipe sideways", Of(6, 30), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_alone_is_a_dot_in_a_sparkline_and_dots_alone_are_none()
    {
        static string Of(params double?[] run) => HtmlBlocks.Of(new TilesBlock([new Tile("Sessions", new IntegerCell(1), [], Sparkline: run)]));
        Assert.Contains("class=\"alone\"", Of(1, null, 2, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"alone\"", Of(1, 2, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", Of(1, null, 2, null), StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", Of(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_is_in_the_contents()
    {
        foreach (var section in SampleReport.Document().Sections)
            Assert.Contains($"<a href=\"#section-{section.Id}\"", Page, StringComparison.Ordinal);
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
}
