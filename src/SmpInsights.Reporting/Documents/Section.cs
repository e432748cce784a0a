namespace SmpInsights.Reporting.Documents;

/// <summary>A titled part of a report, reached from the contents list by its id.</summary>
public sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks)
{
    public string Id { get; } = Require.Id(Id, nameof(Id));
}
