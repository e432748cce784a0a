namespace SmpInsights.Data.Maps;

/// <summary>The files in which an import lists rejects, warnings and inferred cells.</summary>
public sealed record ImportLists(string Rejects, string Warnings, string Inferred)
{
    internal IReadOnlyList<string> All => [Path.GetFullPath(Rejects), Path.GetFullPath(Warnings), Path.GetFullPath(Inferred)];
}
