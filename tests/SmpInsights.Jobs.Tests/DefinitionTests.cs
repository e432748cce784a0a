using SmpInsights.Jobs.Definitions;

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

    private static string Error(string text) => Assert.Throws<DefinitionException>(() => DefinitionReader.Read("mine.json", text)).Message;

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var definition = DefinitionReader.Read("mine.json", Good);
        Assert.Equal("mine", definition.Id);
        Assert.Equal("overview finance", string.Join(' ', definition.Sections));
        Assert.Equal(DefinitionReader.DefaultCatchUpMonths, definition.CatchUpMonths);
    }

    [Theory]
    [InlineData("\"overview\", \"finance\",", "\"overview\", \"gossip\"", "mine.json, line 10, field \"sections\": \"gossip\" is not one of: ")]
    [InlineData("30 7 1 * *", "sometimes", "mine.json, line 9, field \"cron\": \"sometimes\" is not ")]
    [InlineData("\"id\": \"mine\"", "\"id\": \"../mine\"", "mine.json, line 3, field \"id\": \"../mine\" is not ")]
    [InlineData("\"scope\": \"clinic\"", "\"scope\": \"world\"", "mine.json, line 8, field \"scope\": \"world\" is not ")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\", \"smallestCell\": 4,", "mine.json, line 5, field \"smallestCell\": \"4\" is not 5 or more")]
    [InlineData("\"kind\": \"monthly-clinic\"", "\"kind\": \"weekly\"", "mine.json, line 4, field \"kind\": \"weekly\" is not one of: finance-ledger, monthly-clinic, network, technique-comparison.")]
    [InlineData("\"kind\": \"monthly-clinic\"", "\"kind\": \"finance-ledger\"", "mine.json, line 10, field \"sections\": \"finance\" is not one of: overview, payments, ")]
    [InlineData("\"title\": \"Mine\",", "\"titel\": \"Mine\",", "mine.json, line 5")]
    [InlineData("\"title\": \"Mine\",", "\"title\": 7,", "mine.json, line 5, field \"title\"")]
    [InlineData("\"title\": \"Mine\",", "\"title\": \"Mine\"", "mine.json, line 6")]
    public void What_is_wrong_is_named_with_file_line_and_field(string right, string wrong, string says) =>
        Assert.StartsWith(says, Error(Good.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void The_smallest_cell_is_five_clients_or_what_the_definition_asks_for()
    {
        Assert.Equal(5, DefinitionReader.Read("mine.json", Good).SmallestCell.Clients);
        Assert.Equal(10, DefinitionReader.Read("mine.json", Good.Replace("\"title\": \"Mine\",", "\"title\": \"Mine\", \"smallestCell\": 10,", StringComparison.Ordinal)).SmallestCell.Clients);
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
        Assert.Contains("already defined in", Assert.Throws<DefinitionException>(() => DefinitionCatalog.Load(_folder)).Message, StringComparison.Ordinal);
    }
}
