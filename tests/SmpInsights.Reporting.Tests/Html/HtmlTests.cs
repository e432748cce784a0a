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
    public void Every_section_is_in_the_contents()
    {
        foreach (var section in SampleReport.Document().Sections)
            Assert.Contains($"<a href=\"#section-{section.Id}\"", Page, StringComparison.Ordinal);
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
}
