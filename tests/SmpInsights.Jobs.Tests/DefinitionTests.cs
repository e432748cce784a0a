using System.Globalization;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Tests;

public sealed class DefinitionTests : IDisposable
{
    private const string Good = """
        {
          // one of our own
          "id": "mine",
          "kind": "monthly-clinic",
          "title": "Mine",
          "audience": "manager",
          "period": "month",
          "scope": "clinic",
          "schedule": { "cron": "30 7 1 * *" },
          "sections": ["overview", "finance",],
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("smp-definitions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Error(string text) => Assert.Throws<SettingException>(() => DefinitionReader.Read("mine.json", text)).Message;

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var definition = DefinitionReader.Read("mine.json", Good);
        Assert.Equal("mine", definition.Id);
        Assert.Equal("overview finance", string.Join(' ', definition.Sections));
        Assert.Equal(DefinitionReader.DefaultCatchUpMonths, definition.CatchUpMonths);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_file_is_said_to_be_empty(string text) => Assert.Equal("mine.json, line 1: is empty.", Error(text));

    [Theory]
    [InlineData("\"overview\", \"finance\",", "\"overview\", \"gossip\"", "mine.json, line 10, field \"sections\": \"gossip\" is not one of: ")]
    [InlineData("30 7 1 * *", "sometimes", "mine.json, line 9, field \"schedule.cron\": \"sometimes\" is not ")]
    [InlineData("\"id\": \"mine\"", "\"id\": \"../mine\"", "mine.json, line 3, field \"id\": \"../mine\" is not ")]
    [InlineData("\"scope\": \"clinic\"", "\"scope\": \"world\"", "mine.json, line 8, field \"scope\": \"world\" is not ")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\", \"smallestCell\": 4,", "mine.json, line 5, field \"smallestCell\": \"4\" is not 5 or more")]
    [InlineData("\"kind\": \"monthly-clinic\"", "\"kind\": \"weekly\"", "mine.json, line 4, field \"kind\": \"weekly\" is not one of: finance-ledger, monthly-clinic, network, technique-comparison.")]
    [InlineData("\"kind\": \"monthly-clinic\"", "\"kind\": \"finance-ledger\"", "mine.json, line 10, field \"sections\": \"finance\" is not one of: overview, payments, ")]
    [InlineData("\"title\": \"Mine\",", "\"titel\": \"Mine\",", "mine.json, line 5")]
    [InlineData("\"title\": \"Mine\",", "\"title\": 7,", "mine.json, line 5, field \"title\"")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\"", "mine.json, line 6")]
    [InlineData("// one of our own", "// the \"title\" of our own\n\"title\": \"Mine\",", "mine.json, line 6, field \"title\": is given twice.")]
    [InlineData("30 7 1 * *", "0 6 30 2 *", "mine.json, line 9, field \"schedule.cron\": \"0 6 30 2 *\" is not a time that comes")]
    [InlineData("\"30 7 1 * *\"", "\"30 7 1 * *\", \"catchUpMonths\": 61", "mine.json, line 9, field \"schedule.catchUpMonths\": \"61\" is not between 1 and 60.")]
    [InlineData("{ \"cron\": \"30 7 1 * *\" }", "\"monthly\"", "mine.json, line 9, field \"schedule\": \"monthly\" is not an object")]
    [InlineData("\"overview\", \"finance\",", "\"overview\", \"overview\"", "mine.json, line 10, field \"sections\": \"overview\" is given twice.")]
    [InlineData("[\"overview\", \"finance\",]", "[]", "mine.json, line 10, field \"sections\": \"[]\" is not a list of sections, each once.")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \" \",", "mine.json, line 5, field \"title\": \" \" is not a title.")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\", \"rebase\": { \"recieved\": \"2026-01\" },", "mine.json, line 5, field \"rebase.recieved\": \"recieved\" is not a field here; there are: satisfied, ")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\", \"rebase\": {\n\"received\": \"2026-13\" },", "mine.json, line 6, field \"rebase.received\": \"2026-13\" is not a month (yyyy-MM).")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\", \"rebase\": { \"received\": 202601 },", "mine.json, line 5, field \"rebase.received\": \"202601\" is not a month (yyyy-MM).")]
    public void What_is_wrong_is_named_with_file_line_and_field(string right, string wrong, string says) =>
        Assert.StartsWith(says, Error(Good.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_smallest_cell_is_five_clients_or_what_the_definition_asks_for()
    {
        Assert.Equal(5, DefinitionReader.Read("mine.json", Good).SmallestCell.Clients);
        Assert.Equal(10, DefinitionReader.Read("mine.json", Good.Replace("\"title\": \"Mine\",", "\"title\": \"Mine\", \"smallestCell\": 10,", StringComparison.Ordinal)).SmallestCell.Clients);
    }

    [Fact]
    public void A_changed_process_begins_limits_anew_from_its_month()
    {
        var definition = DefinitionReader.Read("mine.json", Good.Replace("\"title\": \"Mine\",", "\"title\": \"Mine\", \"rebase\": { \"received\": \"2026-01\", \"satisfied\": \"2025-07\" },", StringComparison.Ordinal));
        Assert.Equal("received 2026-01, satisfied 2025-07", string.Join(", ", definition.Rebase.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}")));
        Assert.Empty(DefinitionReader.Read("mine.json", Good).Rebase);
    }

    [Fact]
    public void Everything_that_is_wrong_is_found_at_once_in_the_order_of_the_file()
    {
        var wrong = Good.Replace("\"mine\"", "\"my own\"", StringComparison.Ordinal).Replace("\"month\"", "\"week\"", StringComparison.Ordinal).Replace("finance", "gossip", StringComparison.Ordinal);
        var problems = Assert.Throws<SettingException>(() => DefinitionReader.Read("mine.json", wrong)).Problems;
        Assert.Equal("3:9 id, 7:13 period, 10:28 sections", string.Join(", ", problems.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Line}:{p.Column} {p.Field}"))));
    }

    [Fact]
    public void A_schema_copied_beside_the_definitions_is_none_of_them()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), Good.Replace("\"id\"", "\"$schema\": \"./definition.schema.json\", \"id\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "definition.schema.json"), DefinitionSchema.Text());
        var catalog = DefinitionCatalog.Load(_folder);
        Assert.Equal("mine", string.Join(' ', catalog.All.Select(d => d.Id).Where(id => catalog.FileOf(id) is not null)));
        Assert.Equal(Path.Combine(_folder, "a.json"), catalog.FileOf("mine"));
        Assert.Null(catalog.FileOf("monthly-clinic"));
    }

    [Fact]
    public void A_missing_field_is_named() => Assert.Contains("title", Error(Good.Replace("\"title\": \"Mine\",", string.Empty, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_the_same_id_replaces_the_product_s_and_another_adds()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), Good);
        File.WriteAllText(Path.Combine(_folder, "b.json"), Good.Replace("\"mine\"", "\"monthly-clinic\"", StringComparison.Ordinal));
        var catalog = DefinitionCatalog.Load(_folder);
        Assert.Equal("finance-ledger mine monthly-clinic network technique-comparison", string.Join(' ', catalog.All.Select(d => d.Id)));
        Assert.True(catalog.TryGet("monthly-clinic", out var own) && string.Equals(own.Title, "Mine", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_files_of_one_id_are_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), Good);
        File.WriteAllText(Path.Combine(_folder, "b.json"), Good);
        Assert.Contains("already defined in", Assert.Throws<SettingException>(() => DefinitionCatalog.Load(_folder)).Message, StringComparison.Ordinal);
    }
}
