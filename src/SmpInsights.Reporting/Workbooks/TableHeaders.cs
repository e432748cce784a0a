using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Headers as an Excel table takes them, and the room that they need.</summary>
internal static class TableHeaders
{
    /// <summary>The button of the filter, in units of a column's width.</summary>
    private const double Button = 2.2;
    private const double Padding = 1.6;
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

    /// <summary>The width of a header that is broken between words so as to be no wider than <paramref name="widest"/> where its words allow.</summary>
    public static double Width(string header, double widest, bool hasButton)
    {
        var beside = Padding + (hasButton ? Button : 0);
        var longestWord = header.Split(' ', '\u00A0').Max(word => SheetText.Room(word, bold: true));
        return Math.Min(Math.Max(Math.Min(SheetText.Room(header, bold: true), widest), longestWord), widest * 2) + beside;
    }

    /// <summary>Lines that the header takes in a column of that width.</summary>
    public static int Lines(string header, double width, bool hasButton) =>
        Math.Clamp(SheetText.Lines(header, width - Padding - (hasButton ? Button : 0), bold: true), 1, MostLines);
}
