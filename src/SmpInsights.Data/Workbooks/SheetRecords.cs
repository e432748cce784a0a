using System.Globalization;
using System.Xml;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>Rows of a sheet, read one after the other from its XML: memory does not grow with the sheet. Rows without a value are passed over.</summary>
internal sealed class SheetRecords(WorkbookFile book, Stream stream, Action<DefectiveRecord> defective) : IRecords
{
    public const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly XmlReader xml = XmlReader.Create(stream, WorkbookFile.XmlSettings);
    private readonly List<string> cells = [];
    private DefectiveRecord? defect;
    private int columns;

    public long BytesRead => Line;

    public long Line { get; private set; }

    public int Count => Math.Max(columns, cells.Count);

    public string this[int field] => field < cells.Count ? cells[field] : "";

    public string[]? Header(ContractTable table, out Reject? reject)
    {
        if (!Read())
        {
            reject = new(table.File, 1, "", "", "the file is empty");
            return null;
        }

        reject = defect is null ? null : new(table.File, Line, "", defect.Value, defect.Reason);
        columns = cells.Count;
        return reject is null ? [.. cells] : null;
    }

    public bool Next()
    {
        while (Read())
        {
            if (defect is null)
            {
                return true;
            }

            defective(defect);
        }

        return false;
    }

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }

    /// <summary>The next row that holds something.</summary>
    private bool Read()
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "row")
                {
                    continue;
                }

                Line = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > Line ? row : Line + 1;
                ReadRow();
                if (cells.Count > 0 || defect is not null)
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException e)
        {
            throw new IOException("The sheet is damaged.", e);
        }
    }

    private void ReadRow()
    {
        cells.Clear();
        defect = null;
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var next = 0;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "c")
            {
                var column = Column(xml.GetAttribute("r")) ?? next;
                next = column + 1;
                if (Cell(column) is { Length: > 0 } text && column < MostColumns)
                {
                    while (cells.Count < column)
                    {
                        cells.Add("");
                    }

                    cells.Add(text);
                }
            }
        }
    }

    /// <summary>The cell's value as text of the contract; a formula's is the one kept with it.</summary>
    private string Cell(int column)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, formula, value, inline) = (xml.Depth, false, (string?)null, (string?)null);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    formula = true;
                    break;
                case "v":
                    value = SharedStrings.Text(xml, inElement: true);
                    break;
                case "is":
                    inline = SharedStrings.Text(xml);
                    break;
            }
        }

        if (formula && value is null or "")
        {
            return Defect(column, "", "a formula without a value: open the workbook, let it compute and save it");
        }

        return Value(column, type, style, inline ?? value ?? "");
    }

    private string Value(int column, string type, int style, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < book.Texts.Count ? book.Texts[index] : Defect(column, text, "a text that the workbook does not hold"),
        "inlineStr" or "str" => text,
        "b" => text is "1" ? "true" : "false",
        "e" => Defect(column, text, "an error instead of a value"),
        "d" => text.Split('T') is [var day, "00:00:00" or "00:00:00.000"] ? day : text,
        _ => Number(column, style, text),
    };

    private string Number(int column, int style, string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Defect(column, text, "not a number");
        }

        if (book.Formats.IsDate(style))
        {
            return ExcelDate.Text(number, book.Dates1904) ?? Defect(column, text, "not a day of Excel's calendar");
        }

        // As a person sees it: 0.1, not 0.10000000000000001, and no exponent.
        return Math.Abs(number) < 1e15 && Math.Abs(number) > 1e-9 || number == 0 ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private string Defect(int column, string value, string reason)
    {
        defect ??= new(Line, column, Shown.Value(value), reason);
        return "";
    }

    /// <summary>A1 is 0, B7 is 1, AA1 is 26.</summary>
    private static int? Column(string? address)
    {
        var column = 0;
        foreach (var letter in address ?? "")
        {
            if (!char.IsAsciiLetter(letter) || column > MostColumns)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
