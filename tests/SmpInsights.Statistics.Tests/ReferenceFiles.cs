namespace SmpInsights.Statistics.Tests;

/// <summary>Reads the reference data of tests/reference, and the published data beside these tests.</summary>
internal static class ReferenceFiles
{
    public static string Text(string name) => File.ReadAllText(Find(name));

    /// <summary>Rows of a CSV file without commas inside values, by column name.</summary>
    public static List<Dictionary<string, string>> Table(string name, string folder = "reference")
    {
        string[] lines = File.ReadAllLines(Find(name, folder));
        string[] header = lines[0].Split(',');
        var rows = new List<Dictionary<string, string>>();
        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split(',');
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < header.Length; i++)
                row[header[i].Trim('"')] = cells[i].Trim('"');
            rows.Add(row);
        }
        return rows;
    }

    private static string Find(string name, string within = "reference")
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string path = Path.Combine(folder, "tests", within, name);
            if (File.Exists(path))
                return path;
        }
        throw new FileNotFoundException("No such reference file above the tests' folder.", name);
    }
}
