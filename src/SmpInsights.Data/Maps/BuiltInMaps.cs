namespace SmpInsights.Data.Maps;

/// <summary>The maps that come with the product: files of <c>maps/</c>, embedded.</summary>
public static class BuiltInMaps
{
    private const string Folder = "maps/";
    private const string Extension = ".json";

    public static IReadOnlyList<string> Names { get; } = [.. SqlFile.In(Folder).Select(name => name[Folder.Length..^Extension.Length])];

    /// <summary>The map's text; null where there is none of that name.</summary>
    public static string? Text(string name) => Names.Contains(name, StringComparer.Ordinal) ? SqlFile.Text(Folder + name + Extension) : null;
}
