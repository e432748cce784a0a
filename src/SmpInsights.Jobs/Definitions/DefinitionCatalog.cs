using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Definitions;

/// <summary>The reports there are: those that come with the product, replaced or added to by the files in <c>DIR/definitions</c>.</summary>
public sealed class DefinitionCatalog
{
    private const string SchemaEnding = ".schema.json";

    private readonly SortedDictionary<string, ReportDefinition> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private DefinitionCatalog()
    {
    }

    public IEnumerable<ReportDefinition> All => _byId.Values;

    public bool TryGet(string id, [NotNullWhen(true)] out ReportDefinition? definition) => _byId.TryGetValue(id, out definition);

    /// <summary>The file a definition was read from; null for one that came with the product.</summary>
    public string? FileOf(string id) => _files.GetValueOrDefault(id);

    /// <summary>The definitions in a folder, in ordinal order; a schema beside them is none.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Where(f => !f.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)]
        : [];

    /// <exception cref="SettingException">A definition can't be used, or two files define one id.</exception>
    public static DefinitionCatalog Load(string folder)
    {
        var catalog = new DefinitionCatalog();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("reports/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            catalog.Add(DefinitionReader.Read(name, reader.ReadToEnd()));
        }

        foreach (var file in FilesIn(folder))
        {
            var definition = DefinitionReader.Read(file, File.ReadAllText(file));
            if (!catalog._files.TryAdd(definition.Id, file))
                throw new SettingException($"{file}: the report \"{definition.Id}\" is already defined in {catalog._files[definition.Id]}.");
            catalog.Add(definition);
        }

        return catalog;
    }

    private void Add(ReportDefinition definition) => _byId[definition.Id] = definition;
}
