using System.Globalization;

namespace SmpInsights.App.Terminal;

/// <summary>A plain table in columns, the same on a terminal and in a file; numbers end their column.</summary>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    public void Add(params object?[] cells) => _rows.Add([.. cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture) ?? string.Empty)]);

    public void Print(TextWriter to)
    {
        int[] widths = [.. headers.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max())];
        bool[] numeric = [.. headers.Select((_, i) => _rows.Count > 0 && _rows.All(r => r[i].Length == 0 || char.IsAsciiDigit(r[i][0]) || r[i][0] == '-'))];
        foreach (var row in _rows.Prepend(headers))
            to.WriteLine(string.Join("  ", row.Select((cell, i) => numeric[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }
}
