using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Headers as an Excel table takes them, and the room that they need.</summary>
internal static class TableHeaders
{
    private const int MostLines = 6;

    /// <summary>Unique whatever the case, not empty, at most 255 characters.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<SheetColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var headers = new List<string>();
        foreach (var column in columns)
        {
            var clean = SheetText.Clean(column.Header).Trim();
            var wanted = clean.Length == 0 ? "Column" : clean.Length > 240 ? clean[..239] + "…" : clean;
            var header = wanted;
            for (var n = 2; !taken.Add(header); n++)
                header = wanted + " " + Print.Integer(n);
            headers.Add(header);
        }

        return headers;
    }

    /// <summary>The room of a header that is broken between words so as to be no wider than <paramref name="widest"/> where its words allow.</summary>
    public static double Width(string header, double widest)
    {
        var longestWord = header.Split(' ', '\u00A0').Max(word => SheetText.Room(word, bold: true));
        return Math.Min(Math.Max(Math.Min(SheetText.Room(header, bold: true), widest), longestWord), widest * 2);
    }

    /// <summary>Lines that the header takes in that room.</summary>
    public static int Lines(string header, double width) =>
        Math.Clamp(SheetText.Lines(header, width, bold: true), 1, MostLines);
}
