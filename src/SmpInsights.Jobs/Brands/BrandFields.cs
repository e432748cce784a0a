using System.Globalization;
using SmpInsights.Jobs.Settings;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Jobs.Brands;

/// <summary>What one clinic may say of itself.</summary>
internal static class BrandFields
{
    public static readonly string[] Known = ["name", "logo", "band", "accent"];

    private const int LongestName = 120;

    private static readonly string Contrast = string.Create(CultureInfo.InvariantCulture, $"with a contrast of {BrandColour.LeastContrast} or more to");

    public static Branding Read(SettingFields fields, string folder)
    {
        var name = fields.Text("name", string.Create(CultureInfo.InvariantCulture, $"a name of up to {LongestName} characters"), text => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestName, required: false);
        return new Branding(name, Colour(fields, "band", BrandColour.White, "the white text on it"), Colour(fields, "accent", BrandColour.Page, "the page"), LogoOf(fields, folder));
    }

    private static BrandColour? Colour(SettingFields fields, string name, BrandColour beside, string what)
    {
        BrandColour colour = default;
        if (fields.Text(name, "a colour as #RRGGBB", text => BrandColour.TryParse(text, out colour), required: false) is null)
            return null;
        var contrast = colour.ContrastWith(beside);
        if (contrast >= BrandColour.LeastContrast)
            return colour;
        // Rounded down: 4.499 must not read as 4.5.
        fields.Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a colour {Contrast} {what}: it has {Math.Floor(contrast * 100) / 100:0.00}; take a darker one"));
        return null;
    }

    private static Logo? LogoOf(SettingFields fields, string folder)
    {
        if (fields.Text("logo", "the name of a .png or .svg file beside branding.json", LogoFile.IsName, required: false) is not { } file)
            return null;
        var (logo, wrong) = LogoFile.Read(Path.Combine(folder, file));
        if (wrong is not null)
            fields.Wrong("logo", wrong);
        return logo;
    }
}
