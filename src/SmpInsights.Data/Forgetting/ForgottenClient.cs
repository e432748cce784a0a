namespace SmpInsights.Data.Forgetting;

/// <summary>A client as stored before being forgotten: the clinic, and of each table how many rows went and the ids of those that name a row of it.</summary>
public sealed record ForgottenClient(string Clinic, IReadOnlyList<(string Table, long Rows)> Rows, IReadOnlyDictionary<string, IReadOnlyList<string>> Ids)
{
    public IReadOnlyList<string> Treatments => Ids["treatments"];
}
