using System.Globalization;
using System.Text;

namespace SmpInsights.App.Demo;

/// <summary>One CSV file (RFC 4180, LF, UTF-8 without a mark) in the making; rows get their ids by counting.</summary>
internal sealed class DemoTable
{
    private readonly StringBuilder text = new();
    private readonly string file;
    private readonly string idPrefix;
    private readonly int idDigits;
    private readonly int columns;
    private int count;

    public DemoTable(string file, string idPrefix, int idDigits, string header)
    {
        (this.file, this.idPrefix, this.idDigits) = (file, idPrefix, idDigits);
        columns = header.AsSpan().Count(',') + 1;
        text.Append(header).Append('\n');
    }

    /// <summary>Adds a row and returns the id it was given; the cells are those after the id.</summary>
    public string Add(params ReadOnlySpan<string?> cells)
    {
        var id = idPrefix + (count + 1).ToString(CultureInfo.InvariantCulture).PadLeft(idDigits, '0');
        AddAs(id, cells);
        return id;
    }

    public void AddAs(string id, params ReadOnlySpan<string?> cells)
    {
        if (cells.Length + 1 != columns)
            throw new ArgumentException(FormattableString.Invariant($"{file} has {columns} columns, not {cells.Length + 1}."), nameof(cells));
        count++;
        text.Append(id);
        foreach (var cell in cells)
            text.Append(',').Append(Quoted(cell));
        text.Append('\n');
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, file), text.ToString(), new UTF8Encoding(false));

    private static string? Quoted(string? cell) =>
        cell is not null && cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
