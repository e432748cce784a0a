using System.Globalization;
using System.Text;
using SmpInsights.App.Demo;

namespace SmpInsights.EndToEnd.Tests.Demo;

/// <summary>A demo written to a folder of its own and read back by a reader that shares no code with the product.</summary>
public sealed class DemoFolder : IDisposable
{
    public DemoFolder(DemoOptions options)
    {
        Path = Directory.CreateTempSubdirectory("smp-demo-").FullName;
        DemoClinics.Write(options, Path);
        Today = options.Today;
        Tables = Directory.GetFiles(Path).ToDictionary(f => System.IO.Path.GetFileNameWithoutExtension(f), Read, StringComparer.Ordinal);
    }

    public string Path { get; }

    public DateOnly Today { get; }

    public IReadOnlyDictionary<string, List<Dictionary<string, string>>> Tables { get; }

    public List<Dictionary<string, string>> this[string table] => Tables[table];

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static List<Dictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true)).Split('\n');
        Assert.Equal("", lines[^1]);
        var header = Fields(lines[0]);
        return [.. lines[1..^1].Select(line =>
        {
            var fields = Fields(line);
            Assert.Equal(header.Count, fields.Count);
            return header.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        })];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            Assert.NotEqual('\r', c);
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                Flush();
            else
                field.Append(c);
        }
        Assert.False(isQuoted);
        Flush();
        return fields;

        void Flush()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
