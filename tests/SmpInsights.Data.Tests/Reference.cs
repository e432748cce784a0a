namespace SmpInsights.Data.Tests;

/// <summary>The reference data of <c>tests/reference</c>.</summary>
public static class Reference
{
    public static string Folder(string name) => Path.Combine(Root(), "tests", "reference", name);

    /// <summary>Rows of a file that has no quoted line breaks.</summary>
    public static int Rows(string folder, string table) => File.ReadLines(Path.Combine(Folder(folder), table + ".csv")).Count(line => line.Length > 0) - 1;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "reference")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
