using System.Globalization;
using System.Xml;

namespace SmpInsights.Data.Workbooks;

/// <summary>Which cell styles of a workbook show a number as a date.</summary>
internal sealed class NumberFormats
{
    private readonly List<bool> dates = [];

    /// <param name="styles">The styles part; null where the workbook has none.</param>
    public NumberFormats(Stream? styles)
    {
        if (styles is null)
        {
            return;
        }

        Dictionary<int, bool> custom = [];
        using var xml = XmlReader.Create(styles, WorkbookFile.XmlSettings);
        var inCells = false;
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "numFmt"):
                    custom[Number(xml, "numFmtId")] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
                    break;
                case (XmlNodeType.Element, "cellXfs"):
                    inCells = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "cellXfs"):
                    inCells = false;
                    break;
                case (XmlNodeType.Element, "xf") when inCells:
                    var id = Number(xml, "numFmtId");
                    dates.Add(custom.TryGetValue(id, out var date) ? date : IsBuiltInDate(id));
                    break;
            }
        }
    }

    public bool IsDate(int style) => style >= 0 && style < dates.Count && dates[style];

    /// <summary>Formats that every workbook has (ECMA-376 part 1, 18.8.30), those of East Asian languages among them.</summary>
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>Whether a day, month, year or hour stands in the format outside of quotes, brackets and escapes.</summary>
    internal static bool ShowsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = Skip(format, i, '"');
                    break;
                case '[':
                    i = Skip(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H':
                    return true;
                case ';':
                    return false;
            }
        }

        return false;
    }

    private static int Skip(string format, int from, char to) => format.IndexOf(to, from + 1) is >= 0 and var end ? end : format.Length;

    private static int Number(XmlReader xml, string attribute) => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
