namespace SmpInsights.EndToEnd.Tests;

/// <summary>Where the checked-out files lie that tests read.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Reference(string name) => Path.Combine(Root, "tests", "reference", name);

    private static string Find(string from) => File.Exists(Path.Combine(from, "SmpInsights.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
