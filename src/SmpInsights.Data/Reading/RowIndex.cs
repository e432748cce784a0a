namespace SmpInsights.Data.Reading;

/// <summary>Ids in the order read, and the index of each.</summary>
internal sealed class RowIndex
{
    public List<string> Ids { get; } = [];

    public Dictionary<string, int> Rows { get; } = new(StringComparer.Ordinal);

    public void Add(string id)
    {
        Rows.Add(id, Ids.Count);
        Ids.Add(id);
    }
}
