using SmpInsights.Outcomes.Covariates;

namespace SmpInsights.App.Metrics;

/// <summary>What <c>--by</c> takes: how it is written, what it is called in a table, and what it groups by.</summary>
internal sealed record Grouping(string Option, string Noun, string Plural, Covariate Covariate)
{
    public static readonly Grouping Technique = new("technique", "technique", "techniques", Covariate.Technique);

    public static IReadOnlyList<Grouping> All { get; } =
    [
        Technique,
        new("pigment", "pigment brand", "pigment brands", Covariate.PigmentBrand),
        new("practitioner", "practitioner", "practitioners", Covariate.Practitioner),
        new("skin-type", "skin type", "skin types", Covariate.SkinType),
        new("clinic", "clinic", "clinics", Covariate.Clinic),
    ];

    public static Grouping? Find(string option) => All.FirstOrDefault(g => string.Equals(g.Option, option, StringComparison.Ordinal));
}
