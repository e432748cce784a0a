using System.Buffers;
using System.Text.RegularExpressions;
using SmpInsights.Reporting.Svg;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Exports;

/// <summary>Writes the cells of a sheet, from left to right and from top to bottom, each as what it is.</summary>
internal sealed partial class SheetXml(Utf8Sink xml)
{
    /// <summary>Excel counts days from 1900 and believes that year had a 29 February; earlier dates are written as text.</summary>
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    private static readonly int DayBeforeFirstNumber = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>ASCII that stands in XML as it is.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(['&', '<', '>', '_', '"', '\''])]);

    private byte _column;

    /// <summary>The row in hand, counted from 1.</summary>
    public int Row { get; private set; }

    public void BeginRow()
    {
        Row++;
        _column = (byte)'A';
        xml.Raw("<row r=\""u8);
        xml.Number(Row);
        xml.Raw("\">"u8);
    }

    public void EndRow() => xml.Raw("</row>"u8);

    /// <summary>Text that is never run: its cell's type is text, and what looks like a formula is marked as quoted.</summary>
    public void Text(string? text, int style = LedgerStyles.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            _column++;
            return;
        }

        Begin(style == LedgerStyles.Text && SheetText.LooksLikeFormula(text) ? LedgerStyles.Quoted : style);
        xml.Raw(" t=\"inlineStr\"><is><t"u8);
        if (text[0] == ' ' || text[^1] == ' ')
            xml.Raw(" xml:space=\"preserve\""u8);
        xml.Raw(">"u8);
        xml.Text(text.AsSpan().ContainsAnyExcept(Plain) ? Escaped(text) : text);
        xml.Raw("</t></is></c>"u8);
    }

    public void Blank(int style)
    {
        Begin(style);
        xml.Raw("/>"u8);
    }

    public void Number(decimal value, int style)
    {
        Begin(style);
        xml.Raw("><v>"u8);
        xml.Number(value);
        xml.Raw("</v></c>"u8);
    }

    public void Date(DateOnly value)
    {
        if (value < FirstDate)
        {
            Text(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        Begin(LedgerStyles.Date);
        xml.Raw("><v>"u8);
        xml.Number(value.DayNumber - DayBeforeFirstNumber);
        xml.Raw("</v></c>"u8);
    }

    /// <summary>A formula with its value, for programs that do not compute when they open the file.</summary>
    public void Formula(string formula, decimal value, int style)
    {
        Begin(style);
        xml.Raw("><f>"u8);
        xml.Text(XmlText.Escape(formula));
        xml.Raw("</f><v>"u8);
        xml.Number(value);
        xml.Raw("</v></c>"u8);
    }

    private void Begin(int style)
    {
        xml.Raw("<c r=\""u8);
        xml.Raw([_column++]);
        xml.Number(Row);
        xml.Raw("\" s=\""u8);
        xml.Number(style);
        xml.Raw("\""u8);
    }

    /// <summary>A cell reads "_x0041_" as the letter A, unless its first underscore is written so itself.</summary>
    private static string Escaped(string text) => XmlText.Escape(CharacterCode().Replace(SheetText.Clean(text), "_x005F_"));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CharacterCode();
}
