using System.Xml;
using System.Xml.Linq;

namespace SmpInsights.Jobs.Brands;

/// <summary>
/// An SVG is shown as an image, where browsers run nothing and load nothing. What would act or load elsewhere (the file opened by itself, another program) is refused all the same:
/// scripts, event attributes, foreign content, other files.
/// </summary>
internal static class SvgLogo
{
    private const string Svg = "http://www.w3.org/2000/svg";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static readonly string[] Acting = ["script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler"];

    /// <summary>What the file would have to be; null where it can be used.</summary>
    public static string? Wrong(byte[] file)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file, writable: false), Settings);
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            return $"a whole SVG file without a DTD (line {e.LineNumber.ToString(System.Globalization.CultureInfo.InvariantCulture)})";
        }

        if (document.Root!.Name != XName.Get("svg", Svg))
            return "an SVG file: its root element is no <svg>";
        if (document.DescendantNodes().OfType<XProcessingInstruction>().Any())
            return "an SVG file without processing instructions";
        if (document.Descendants().FirstOrDefault(e => Acting.Contains(e.Name.LocalName, StringComparer.OrdinalIgnoreCase)) is { } acting)
            return $"an SVG file without <{acting.Name.LocalName}>";
        if (document.Descendants().Attributes().FirstOrDefault(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) is { } handler)
            return $"an SVG file without {handler.Name.LocalName}=";
        return document.Descendants().Any(LoadsAnother) ? "an SVG file that needs no other file" : null;
    }

    private static bool LoadsAnother(XElement element) =>
        element.Attributes().Any(a => (a.Name.LocalName is "href" or "src" && !IsInside(a.Value)) || (!a.IsNamespaceDeclaration && HasForeignUrl(a.Value)))
        || (string.Equals(element.Name.LocalName, "style", StringComparison.OrdinalIgnoreCase) && (HasForeignUrl(element.Value) || element.Value.Contains("@import", StringComparison.OrdinalIgnoreCase)));

    private static bool IsInside(string address) => address.StartsWith('#') || address.StartsWith("data:image/png;", StringComparison.Ordinal) || address.StartsWith("data:image/jpeg;", StringComparison.Ordinal);

    private static bool HasForeignUrl(string style)
    {
        for (var at = style.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = style.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
            if (!IsInside(style[(at + 4)..].TrimStart(' ', '\'', '"')))
                return true;
        return false;
    }
}
