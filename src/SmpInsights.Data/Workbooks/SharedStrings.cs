using System.Text;
using System.Xml;

namespace SmpInsights.Data.Workbooks;

/// <summary>The texts that cells of a workbook point to; the one part of it that is held in memory.</summary>
internal static class SharedStrings
{
    public static List<string> Read(Stream? part)
    {
        List<string> all = [];
        if (part is null)
        {
            return all;
        }

        using var xml = XmlReader.Create(part, WorkbookFile.XmlSettings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "si")
            {
                all.Add(Text(xml));
            }
        }

        return all;
    }

    /// <summary>The text of an element with plain or rich text, without phonetic runs; ends on its end.</summary>
    /// <param name="xml">On the element's start.</param>
    /// <param name="inElement">Whether the text stands in the element itself, not in elements <c>t</c>.</param>
    public static string Text(XmlReader xml, bool inElement = false)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, phonetic) = (xml.Depth, 0);
        var text = new StringBuilder();
        var inText = inElement;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName is "rPh":
                    phonetic += xml.IsEmptyElement ? 0 : 1;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "rPh":
                    phonetic--;
                    break;
                case XmlNodeType.Element when xml.LocalName is "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText && phonetic == 0:
                    text.Append(xml.Value);
                    break;
            }
        }

        // _x000D_ stands for what XML can't hold.
        return inElement ? text.ToString() : XmlConvert.DecodeName(text.ToString());
    }
}
