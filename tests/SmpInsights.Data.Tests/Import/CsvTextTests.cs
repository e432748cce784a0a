using System.Text;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Files as they come: what is wrong with a row costs that row, what is wrong with a file is one reject.</summary>
public abstract class CsvTextTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : CsvTextTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : CsvTextTests(store);

    private const string Header = "technique_id,name\n";
    private readonly ImportBench bench = new(store);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_quoted_line_break_belongs_to_its_field_and_lines_are_counted_on()
    {
        var rejects = Take("technique_id,name\na,\"two\nlines\"\nb,\"two\r\nlines\"\nc,\n");

        Assert.Equal([new(File, 6, "name", "", "required")], rejects);
        Assert.Equal(["two\nlines", "two\r\nlines"], Names());
    }

    [Theory]
    [InlineData("\uFEFFtechnique_id,name\na,x\nb,y\n")]
    [InlineData("technique_id,name\r\na,x\r\nb,y\r\n")]
    [InlineData("technique_id,name\ra,x\rb,y\r")]
    [InlineData("technique_id,name\na,x\nb,y")]
    [InlineData("technique_id,name\n\n\na,x\n\nb,y\n\n")]
    [InlineData("\"technique_id\",\"name\"\n\"a\",\"x\"\n\"b\",\"y\"\n")]
    [InlineData("Technique ID,NAME\na, x \nb,y\n")]
    [InlineData("TechniqueId,Name\na,x\nb,y\n")]
    [InlineData("name,technique_id\nx,a\ny,b\n")]
    public void Line_ends_byte_order_mark_blank_lines_quotes_and_spelling_of_the_header_do_not_matter(string text)
    {
        Assert.Empty(Take(text));
        Assert.Equal(["x", "y"], Names());
    }

    [Fact]
    public void Lines_are_physical_lines_also_after_blank_ones()
    {
        Assert.Equal([new(File, 5, "name", "", "required")], Take("technique_id,name\r\n\r\na,x\r\n\r\nb,\r\n"));
    }

    [Fact]
    public void Doubled_quotes_and_separators_inside_quotes_are_text()
    {
        Assert.Empty(Take(Header + "a,\"say \"\"hi\"\", twice\"\n"));
        Assert.Equal(["say \"hi\", twice"], Names());
    }

    [Fact]
    public void An_unclosed_quote_costs_the_line_it_opens_in()
    {
        var rejects = Take(Header + "a,x\nb,\"open\nc,y\nd,\"z\"\n");

        Assert.Equal([new(File, 3, "name", "\"open", "quote not closed")], rejects);
        Assert.Equal(["x", "y", "z"], Names());
    }

    [Fact]
    public void An_unclosed_quote_before_rows_without_quotes_costs_one_row()
    {
        var rejects = Take(Header + "a,\"open\nb,x\nc,y\n");

        Assert.Equal([new(File, 2, "name", "\"open", "quote not closed")], rejects);
        Assert.Equal(["x", "y"], Names());
    }

    [Fact]
    public void An_unclosed_quote_before_a_quoted_field_at_a_lines_end_costs_one_row()
    {
        // The quote that opens again would close the first, and the record would have too many fields.
        var rejects = Take("technique_id,name,note\na,\"open,n\nb,x,\"\"\nc,y,n\n");

        Assert.Equal([new(File, 2, "name", "\"open,n", "quote not closed")], rejects);
        Assert.Equal(["x", "y"], Names());
    }

    [Fact]
    public void Two_unclosed_quotes_that_would_make_a_record_of_another_count_cost_their_two_rows()
    {
        var rejects = Take("technique_id,name,note\na,\"open,n\nb,\"\nc,y,n\n");

        Assert.Equal([new(File, 2, "name", "\"open,n", "quote not closed"), new(File, 3, "name", "\"", "quote not closed")], rejects);
        Assert.Equal(["y"], Names());
    }

    [Fact]
    public void Unclosed_quotes_in_many_rows_cost_those_rows()
    {
        var rejects = Take(Header + string.Concat(Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"a{i},\"open\nb{i},x{i}\n"))));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => 2L + (2 * i)), rejects.Select(r => r.Line));
        Assert.Equal(50, Names().Count);
    }

    [Fact]
    public void Half_a_line_at_the_end_is_rejected()
    {
        Assert.Equal([new(File, 3, "name", "\"hal", "quote not closed")], Take(Header + "a,x\nb,\"hal"));
        Assert.Equal(["x"], Names());
    }

    [Fact]
    public void An_unclosed_quote_far_from_the_end_of_a_long_file_costs_one_row()
    {
        var rejects = Take(Header + "a,\"open\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => FormattableString.Invariant($"b{i},x\n"))));

        Assert.Equal([new(File, 2, "name", "\"open", "quote not closed")], rejects);
        Assert.Equal(["200000"], bench.Stored("SELECT COUNT(*) FROM techniques"));
    }

    [Fact]
    public void Quotes_out_of_place_cost_their_row()
    {
        var rejects = Take(Header + "a,\"x\"y\nb,5\" wide\nc,z\n");

        Assert.Equal(
            [
                new(File, 2, "name", "\"x\"y", "text after a closing quote"),
                new(File, 3, "name", "\" wide", "quote inside a field that does not begin with one"),
            ],
            rejects);
        Assert.Equal(["z"], Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void A_row_of_ten_megabytes_costs_itself(string quote)
    {
        var rejects = Take(Header + $"a,{quote}{new string('x', 10 << 20)}{quote}\nb,y\n");

        Assert.Equal([new(File, 2, "name", quote + new string('x', 100 - quote.Length) + "…", "row longer than 1 MB")], rejects);
        Assert.Equal(["y"], Names());
    }

    [Fact]
    public void A_row_of_ten_megabytes_of_short_fields_names_no_column_and_says_so()
    {
        var rejects = Take(Header + string.Concat(Enumerable.Repeat("abc,", 1 << 20)) + "\nb,y\n");

        Assert.Equal([new(File, 2, "", string.Concat(Enumerable.Repeat("abc,", 25)) + "…", "row longer than 1 MB, in no one column; the value is how it begins")], rejects);
        Assert.Equal(["y"], Names());
    }

    [Fact]
    public void A_quoted_field_of_ten_megabytes_over_many_lines_costs_itself()
    {
        var rejects = Take(Header + "a,\"" + string.Concat(Enumerable.Repeat(new string('x', 99) + "\n", 100_000)) + "\"\nb,y\nc,\n");

        Assert.Equal([(2, "row longer than 1 MB"), (100_004, "required")], rejects.Select(r => (r.Line, r.Reason)));
        Assert.Equal(["y"], Names());
    }

    [Fact]
    public void Text_of_more_than_a_thousand_characters_is_rejected()
    {
        Assert.Equal([new(File, 3, "name", new string('x', 100) + "…", "longer than 1000 characters")], Take(Header + $"a,{new string('y', 1000)}\nb,{new string('x', 1001)}\n"));
    }

    [Fact]
    public void A_row_that_is_not_utf8_costs_itself()
    {
        bench.WriteBytes("techniques", [.. Encoding.ASCII.GetBytes(Header + "a,caf"), 0xE9, .. Encoding.UTF8.GetBytes("\nb,café\n")]);

        Assert.Equal([new(File, 2, "name", "caf\uFFFD", "not UTF-8")], Rejects());
        Assert.Equal(["café"], Names());
    }

    [Fact]
    public void A_nul_byte_costs_its_row()
    {
        Assert.Equal([new(File, 2, "name", "x␀y", "NUL byte")], Take(Header + "a,x\0y\nb,z\n"));
        Assert.Equal(["z"], Names());
    }

    [Theory]
    [InlineData("", "", "", "the file is empty")]
    [InlineData("\uFEFF", "", "", "the file is empty")]
    [InlineData("\n\n\n", "", "", "the file is empty")]
    [InlineData("a,x\nb,y\n", "", "a,x", "no header line: it names none of the table's columns")]
    [InlineData("technique_id;name\na;x\n", "", "technique_id;name", "separated by semicolons, not commas")]
    [InlineData("\"technique_id\";\"name\"\na;x\n", "", "\"technique_id\";\"name\"", "separated by semicolons, not commas")]
    [InlineData("technique_id;\"name\"\na;x\n", "", "technique_id;\"name\"", "separated by semicolons, not commas")]
    [InlineData("\"technique_id\"x,name\na,x\n", "", "", "the header line has a quote that is not closed, or out of place")]
    [InlineData("technique_id\tname\na\tx\n", "", "technique_id␉name", "separated by tabs, not commas")]
    [InlineData("technique_id,title\na,x\n", "name", "", "required column missing")]
    [InlineData("technique_id,name,NAME\na,x,y\n", "name", "NAME", "the column comes twice")]
    [InlineData("technique_id,\"name\na,x\n", "", "", "the header line has a quote that is not closed, or out of place")]
    [InlineData("PK\u0003\u0004\0\0binary", "", "", "the file is binary, or UTF-16")]
    public void A_file_without_a_header_of_ours_is_one_reject(string text, string column, string value, string reason)
    {
        Assert.Equal([new(File, 1, column, value, reason)], Take(text));
    }

    [Fact]
    public void A_header_that_is_utf16_or_not_text_or_endless_is_one_reject()
    {
        bench.WriteBytes("techniques", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)]);
        Assert.Equal([new(File, 1, "", "", "the file is UTF-16, not UTF-8")], Rejects());
        bench.WriteBytes("techniques", Encoding.Unicode.GetBytes(Header));
        Assert.Equal([new(File, 1, "", "", "the file is binary, or UTF-16")], Rejects());
        bench.WriteBytes("techniques", [0xE9, 0xE8, (byte)',', 0xE9]);
        Assert.Equal([new(File, 1, "", "", "the header line is not UTF-8")], Rejects());
        Assert.Equal([new(File, 1, "", "", "the header line is too long")], Take(new string('x', 2 << 20)));
    }

    [Fact]
    public void A_file_rejected_as_a_whole_counts_as_unreadable_with_one_reject()
    {
        var result = bench.ImportTable("techniques");

        Assert.Equal((0, 1, true), (result.Read, result.Rejected, result.Unreadable));
    }

    [Fact]
    public void Unknown_columns_are_ignored_and_said()
    {
        var result = bench.ImportTable("techniques", "technique_id,colour,name,", "a,red,x,");

        Assert.Equal(["colour", "(column 4, no name)"], result.IgnoredColumns);
        Assert.Equal(["x"], Names());
    }

    [Fact]
    public void Values_in_messages_show_control_characters_and_are_cut()
    {
        Assert.Equal("a␊b␡\uFFFD", Shown.Value("a\nb\u007F\u202E"));
        Assert.Equal(new string('x', 99) + "…", Shown.Value(new string('x', 99) + "😀y"));
        Assert.Equal(new string('x', 98) + "😀", Shown.Value(new string('x', 98) + "😀"));
    }

    private static string File => "techniques.csv";

    private List<Reject> Take(string text)
    {
        bench.WriteText("techniques", text);
        return Rejects();
    }

    private List<Reject> Rejects() => [.. bench.Import().Rejects.Where(r => string.Equals(r.File, File, StringComparison.Ordinal))];

    private List<string?> Names() => bench.Stored("SELECT name FROM techniques ORDER BY technique_id");
}
