using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Rewrites a package so that nothing in it depends on the clock or on chance: entry order and times, relationship ids, name of the core properties.</summary>
internal static class StablePackage
{
    private const string Core = "docProps/core.xml";
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CoreRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Rewrite(byte[] package, byte[] coreProperties)
    {
        var parts = Read(package);
        foreach (var old in parts.Keys.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal) || string.Equals(name, Core, StringComparison.Ordinal)).ToArray())
            parts.Remove(old);
        parts[Core] = coreProperties;
        parts["[Content_Types].xml"] = ContentTypes(parts["[Content_Types].xml"]);
        foreach (var name in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.Ordinal)).ToArray())
            Renumber(parts, name);
        return Write(parts);
    }

    private static SortedDictionary<string, byte[]> Read(byte[] package)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            parts[entry.FullName.TrimStart('/')] = content.ToArray();
        }

        return parts;
    }

    private static byte[] ContentTypes(byte[] xml)
    {
        var document = Load(xml);
        document.Root!.Elements().Where(element => string.Equals((string?)element.Attribute("ContentType"), CoreType, StringComparison.Ordinal)).Remove();
        document.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + Core), new XAttribute("ContentType", CoreType)));
        var sorted = document.Root.Elements()
            .OrderBy(element => element.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(element => (string?)element.Attribute("Extension") ?? (string?)element.Attribute("PartName"), StringComparer.Ordinal)
            .ToArray();
        document.Root.ReplaceNodes(sorted);
        return Save(document);
    }

    private static void Renumber(SortedDictionary<string, byte[]> parts, string name)
    {
        var document = Load(parts[name]);
        foreach (var core in document.Root!.Elements().Where(element => string.Equals((string?)element.Attribute("Type"), CoreRelationship, StringComparison.Ordinal)))
            core.SetAttributeValue("Target", Core);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var sorted = document.Root.Elements(Relationships + "Relationship")
            .OrderBy(element => (string?)element.Attribute("Type"), StringComparer.Ordinal)
            .ThenBy(element => ((string?)element.Attribute("Target"))?.Length)
            .ThenBy(element => (string?)element.Attribute("Target"), StringComparer.Ordinal)
            .ToArray();
        foreach (var relationship in sorted)
        {
            var id = "rId" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            ids[(string)relationship.Attribute("Id")!] = id;
            relationship.SetAttributeValue("Id", id);
        }

        document.Root.ReplaceNodes(sorted);
        parts[name] = Save(document);
        var source = name.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];
        if (!parts.TryGetValue(source, out var part))
            return;
        var content = Load(part);
        foreach (var attribute in content.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Office))
            attribute.Value = ids.GetValueOrDefault(attribute.Value, attribute.Value);
        parts[source] = Save(content);
    }

    private static byte[] Write(SortedDictionary<string, byte[]> parts)
    {
        string[] first = ["[Content_Types].xml", "_rels/.rels"];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in first.Concat(parts.Keys.Except(first, StringComparer.Ordinal)))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var content = entry.Open();
                content.Write(parts[name]);
            }
        }

        return stream.ToArray();
    }

    private static XDocument Load(byte[] xml) => XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace);

    private static byte[] Save(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
            document.Save(writer, SaveOptions.DisableFormatting);
        return stream.ToArray();
    }
}
