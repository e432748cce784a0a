using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Techniques;

/// <summary>Lays a practitioner's report out. Every number comes from <see cref="PublishedTechniques"/>, which holds no hidden one and no other practitioner; nothing is computed here.</summary>
public static class TechniqueLayout
{
    /// <summary>The kind of definition that asks for this report.</summary>
    public const string Kind = "technique-comparison";

    private const string DefinitionsId = "definitions";

    /// <summary>Pairs of techniques told at the top, the largest differences; their section has all.</summary>
    private const int MostHeadlines = 3;

    private static readonly Dictionary<string, Func<PublishedTechniques, Section>> Makers = new(StringComparer.Ordinal)
    {
        ["techniques"] = t => new Section("techniques", "Techniques compared", [.. Trust(t), new TextBlock(Whole, TextKind.Note), .. FadeBlocks.Of(Techniques(t)), .. TouchUpBlocks.Of(Techniques(t))]),
        ["pigments"] = t => new Section("pigments", "Pigments compared", [new TextBlock(Whole, TextKind.Note), .. FadeBlocks.Of(Brands(t)), .. TouchUpBlocks.Of(Brands(t))]),
        ["skin"] = SkinSection.Of,
        ["own"] = OwnSection.Of,
        ["satisfaction"] = OwnSatisfactionSection.Of,
        ["clients"] = OwnClientsSection.Of,
    };

    private const string Whole = "Of all clients of the clinic, whoever treated them.";

    /// <summary>Ids a definition may list.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Makers.Keys, DefinitionsId];

    /// <exception cref="ArgumentException">A section is not one of <see cref="Sections"/>.</exception>
    public static ReportDocument Compose(PublishedTechniques published, string title, IReadOnlyList<string> sections, string productVersion)
    {
        if (sections.FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no section \"{unknown}\".", nameof(sections));
        return new ReportDocument(
            title,
            $"{NameInText.Whole(published.Practitioner.Name)}, {published.Month.Name}",
            new ReportFacts(published.Clinic.Id, published.Clinic.Name, published.Month.Name, published.Month.Last, productVersion, Currency: null, Person: published.Practitioner.Name),
            Headlines(published),
            [.. sections.Where(Makers.ContainsKey).Select(s => Makers[s](published))],
            sections.Contains(DefinitionsId, StringComparer.Ordinal) ? TechniqueDefinitions.Of(published.Smallest) : null);
    }

    internal static Compare Techniques(PublishedTechniques t) => new("techniques", "technique", "by technique", id => t.TechniqueNames[id], id => NameInText.Of(t.TechniqueNames[id]), t.Techniques, t.Smallest, t.Month.Last);

    internal static Compare Own(PublishedTechniques t) => new("own", "whose clients", "yours and the rest of the clinic's", id => IsOwn(id) ? "Your clients" : "Rest of the clinic", id => IsOwn(id) ? "your work" : "the rest of the clinic's work", t.Own, t.Smallest, t.Month.Last) { HasOwn = true, Against = id => IsOwn(id) ? "your clients" : "the rest of the clinic" };

    internal static bool IsOwn(string group) => string.Equals(group, OwnOrRest.Own, StringComparison.Ordinal);

    /// <summary>Why own results stand alone, or null where there is a rest to hold them against.</summary>
    internal static string? NoRest(PublishedTechniques t) => t.OwnTreatments == 0
        ? $"No treatment of yours was completed by the end of {t.Month.Name}, so there are no results of your own yet."
        : !t.IsRestAnonymous ? $"Your results are not compared with the rest of the clinic: fewer than {Print.Integer(OwnOrRest.MinimumColleagues)} others have {Print.Integer(t.Smallest.Clients)} clients or more, and the rest would be a colleague by another name."
        : null;

    private static Compare Brands(PublishedTechniques t) => new("pigments", "pigment", "by pigment", id => Readings.Capital(Brand(id)), id => "work with " + (string.Equals(id, Factor.Unknown, StringComparison.Ordinal) ? "pigment of unknown brand" : NameInText.Of(Brand(id))), t.Brands, t.Smallest, t.Month.Last) { Against = Brand };

    private static string Brand(string brand) => brand switch
    {
        PigmentBrands.Mixed => "several brands",
        Factor.Unknown => "brand unknown",
        _ => brand,
    };

    private static IEnumerable<Block> Trust(PublishedTechniques t)
    {
        var lines = Readings.Trust(t.Trust, t.ReadingsBefore.Value);
        return lines.Count == 0 ? [] : [new TextBlock(lines, TextKind.Warning)];
    }

    private static IReadOnlyList<string> Headlines(PublishedTechniques t)
    {
        var (fades, touchUps) = (Largest(t.Techniques.FadeDifferences), Largest(t.Techniques.HazardDifferences));
        var (pigmentFades, pigmentTouchUps) = (Largest(t.Brands.FadeDifferences), Largest(t.Brands.HazardDifferences));
        List<string> lines = fades.Count > 0 ? [.. Readings.Fade(With(Techniques(t), fades.Take(MostHeadlines)))]
            : t.Techniques.FadeDifferences.All(d => d.Finding == Finding.NotEnough) ? ["Techniques can't be compared in how fast they fade yet: too few have readings enough."]
            : ["No difference in how fast techniques fade can be shown among clients alike."];
        if (fades.Count > MostHeadlines)
            lines.Add($"{Print.Integer(fades.Count - MostHeadlines)} more {(fades.Count == MostHeadlines + 1 ? "pair of techniques differs, less far," : "pairs of techniques differ, less far,")} in how fast they fade: see Techniques compared.");
        if (touchUps.Count > 0)
            lines.Add(Readings.TouchUps(With(Techniques(t), [touchUps[0]]))[0] + More(touchUps.Count, "Techniques compared"));
        if (pigmentFades.Count > 0)
            lines.Add(Readings.Fade(With(Brands(t), [pigmentFades[0]]))[0] + More(pigmentFades.Count, "Pigments compared"));
        if (pigmentTouchUps.Count > 0)
            lines.Add(Readings.TouchUps(With(Brands(t), [pigmentTouchUps[0]]))[0] + More(pigmentTouchUps.Count, "Pigments compared"));
        lines.Add(NoRest(t) ?? (t.Own.FadeDifferences is [var own] ? Readings.Fade(With(Own(t), [own]))[0] : "Your results can't be held against the rest of the clinic yet: too few clients have readings."));
        if (NoRest(t) is null && t.Own.HazardDifferences is [{ Finding: not Finding.NotEnough }])
            lines.Add(Readings.TouchUps(Own(t))[0]);
        return lines;
    }

    /// <summary>Where others are shown than the one told.</summary>
    private static string More(int shown, string section) => shown > 1 ? $" {Print.Integer(shown - 1)} more such {(shown == 2 ? "difference is" : "differences are")} shown: see {section}." : string.Empty;

    /// <summary>Differences shown among clients alike, the largest first.</summary>
    private static List<FadeDifference> Largest(IEnumerable<FadeDifference> all) => [.. all.Where(d => d.Finding is Finding.Unexplained or Finding.Uncovered).OrderByDescending(d => Math.Abs(d.Adjusted!.Value))];

    /// <summary>The same of rates: a half is as far from as often as twice.</summary>
    private static List<HazardDifference> Largest(IEnumerable<HazardDifference> all) => [.. all.Where(d => d.Finding is Finding.Unexplained or Finding.Uncovered).OrderByDescending(d => Math.Max(d.Adjusted!.Value, 1 / d.Adjusted.Value))];

    private static Compare With(Compare c, IEnumerable<FadeDifference> fades) => c with { Published = c.Published with { FadeDifferences = [.. fades] } };

    private static Compare With(Compare c, IEnumerable<HazardDifference> rates) => c with { Published = c.Published with { HazardDifferences = [.. rates] } };
}
