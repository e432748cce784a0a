using System.Runtime.CompilerServices;

namespace SmpInsights.Statistics.Tests;

/// <summary>Reads the reference data that lies beside the tests' sources.</summary>
internal static class ReferenceFiles
{
    public static List<Dictionary<string, string>> Table(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder(), name));
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

    public static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "reference"));
}
