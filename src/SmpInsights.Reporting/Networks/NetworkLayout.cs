using SmpInsights.Outcomes.Networks;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Networks;

/// <summary>Lays the report of all clinics together out. Every number comes from <see cref="PublishedNetwork"/>, which holds no hidden one; nothing is computed here.</summary>
public static class NetworkLayout
{
    /// <summary>The kind of definition that asks for this report.</summary>
    public const string Kind = "network";

    private const string DefinitionsId = "definitions";

    private static readonly Dictionary<string, Func<PublishedNetwork, Section>> Makers = new(StringComparer.Ordinal)
    {
        ["overview"] = NetworkOverview.Of,
        ["activity"] = NetworkActivity.Of,
        ["satisfaction"] = NetworkSatisfaction.Of,
        ["fade"] = n => new Section("fade", "How fast pigment fades", [.. Trust(n), .. FadeBlocks.Of(Comparison(n))]),
        ["touch-ups"] = n => new Section("touch-ups", "Time to the first touch-up", TouchUpBlocks.Of(Comparison(n))),
        ["control-charts"] = NetworkCharts.Of,
        ["finance"] = NetworkFinance.Of,
    };

    /// <summary>Ids a definition may list.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Makers.Keys, DefinitionsId];

    /// <exception cref="ArgumentException">A section is not one of <see cref="Sections"/>.</exception>
    public static ReportDocument Compose(PublishedNetwork published, string title, IReadOnlyList<string> sections, string productVersion)
    {
        if (sections.FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no section \"{unknown}\".", nameof(sections));
        var count = published.Clinics.Count;
        var currencies = published.Clinics.Select(c => c.Clinic.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new ReportDocument(
            title,
            $"{published.Month.Name}, {Print.Integer(count)} {(count == 1 ? "clinic" : "clinics")}",
            new ReportFacts("all", "All clinics", published.Month.Name, published.Month.Last, productVersion, string.Join(", ", currencies)),
            NetworkHeadlines.Of(published),
            [.. sections.Where(Makers.ContainsKey).Select(s => Makers[s](published))],
            sections.Contains(DefinitionsId, StringComparer.Ordinal) ? NetworkDefinitions.Of(published.Smallest) : null);
    }

    /// <summary>The clinics compared, by name.</summary>
    internal static Compare Comparison(PublishedNetwork n)
    {
        var names = Names(n);
        return new Compare("clinics", "clinic", "by clinic", id => names[id], id => "work at " + NameInText.Of(names[id]), n.Comparison, n.Smallest, n.Month.Last);
    }

    /// <summary>By id; two clinics of one name are told apart by their ids.</summary>
    internal static IReadOnlyDictionary<string, string> Names(PublishedNetwork n) =>
        n.Clinics.GroupBy(c => c.Clinic.Name, StringComparer.Ordinal).SelectMany(g => g.Select(c => (c.Clinic.Id, Name: g.Count() == 1 ? g.Key : $"{NameInText.Whole(g.Key)} ({c.Clinic.Id})"))).ToDictionary(x => x.Id, x => x.Name, StringComparer.Ordinal);

    private static IEnumerable<Block> Trust(PublishedNetwork n)
    {
        var lines = Readings.Trust(n.Trust, null);
        return lines.Count == 0 ? [] : [new TextBlock(lines, TextKind.Warning)];
    }
}
