using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace SmpInsights.Jobs.Definitions;

/// <summary>The reports there are: those that come with the product, replaced or added to by the files in <c>DIR/definitions</c>.</summary>
public sealed class DefinitionCatalog
{
    private readonly SortedDictionary<string, ReportDefinition> _byId = new(StringComparer.Ordinal);

    private DefinitionCatalog()
    {
    }

    public IEnumerable<ReportDefinition> All => _byId.Values;

    public bool TryGet(string id, [NotNullWhen(true)] out ReportDefinition? definition) => _byId.TryGetValue(id, out definition);

    /// <exception cref="DefinitionException">A definition can't be used, or two files define one id.</exception>
    public static DefinitionCatalog Load(string folder)
    {
        var catalog = new DefinitionCatalog();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("reports/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            catalog.Add(DefinitionReader.Read(name, reader.ReadToEnd()));
        }

        if (!Directory.Exists(folder))
            return catalog;
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var definition = DefinitionReader.Read(file, File.ReadAllText(file));
            if (!own.TryAdd(definition.Id, file))
                throw new DefinitionException($"{file}: the report \"{definition.Id}\" is already defined in {own[definition.Id]}.");
            catalog.Add(definition);
        }

        return catalog;
    }

    private void Add(ReportDefinition definition) => _byId[definition.Id] = definition;
}
