using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Jobs.Brands;

/// <summary>How clinics show themselves, from <c>DIR/branding.json</c>: one for all, and what single clinics have otherwise. Without the file all is the product's.</summary>
public sealed class BrandBook
{
    private static readonly string[] Known = ["default", "clinics"];

    private readonly IReadOnlyDictionary<string, Branding> _clinics;

    private BrandBook(Branding usual, IReadOnlyDictionary<string, Branding> clinics) => (Default, _clinics) = (usual, clinics);

    /// <summary>What clinics have that say nothing themselves.</summary>
    public Branding Default { get; }

    /// <summary>Clinics that have something of their own, in ordinal order.</summary>
    public IEnumerable<string> Clinics => _clinics.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="SettingException">The file, or a logo it names, can't be used.</exception>
    public static BrandBook Load(DataFolder folder) => File.Exists(folder.Branding) ? Read(folder.Branding) : new(Branding.None, new Dictionary<string, Branding>(StringComparer.Ordinal));

    /// <summary>Reads the file; logos lie beside it.</summary>
    /// <exception cref="SettingException">The file, or a logo it names, can't be used; everything that is wrong, with file, line and field.</exception>
    public static BrandBook Read(string file)
    {
        var problems = new SettingProblems(file);
        var fields = new SettingFields(problems, PlacedJson.Parse(file, File.ReadAllText(file)), string.Empty, Known);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var usual = fields.Object("default", BrandFields.Known) is { } all ? BrandFields.Read(all, folder) : Branding.None;
        var clinics = new Dictionary<string, Branding>(StringComparer.Ordinal);
        if (fields.Object("clinics", known: null) is { } named)
            foreach (var member in named.Members)
                clinics[member.Name] = BrandFields.Read(named.Object(member.Name, BrandFields.Known)!, folder);
        problems.Refuse();
        return new BrandBook(usual, clinics);
    }

    /// <summary>A clinic's own, field by field, and what all have where it says nothing.</summary>
    public Branding Of(string clinic) => _clinics.TryGetValue(clinic, out var own)
        ? new Branding(own.Name ?? Default.Name, own.Band ?? Default.Band, own.Accent ?? Default.Accent, own.Logo ?? Default.Logo)
        : Default;
}
