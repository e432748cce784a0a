using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Lays the monthly report of one clinic out. Every number comes from <see cref="PublishedMonth"/>, which holds no hidden one; nothing is computed here.</summary>
public static class MonthlyClinicLayout
{
    /// <summary>The kind of definition that asks for this report.</summary>
    public const string Kind = "monthly-clinic";

    private const string DefinitionsId = "definitions";

    private static readonly Dictionary<string, Func<PublishedMonth, Section>> Makers = new(StringComparer.Ordinal)
    {
        ["overview"] = OverviewSection.Of,
        ["watching"] = WatchingSection.Of,
        ["practitioners"] = PractitionersSection.Of,
        ["forecast"] = ForecastSection.Of,
        ["adverse-events"] = AdverseEventsSection.Of,
        ["data-quality"] = DataQualitySection.Of,
        ["activity"] = ActivitySection.Of,
        ["fade"] = FadeSection.Of,
        ["touch-ups"] = TouchUpSection.Of,
        ["satisfaction"] = SatisfactionSection.Of,
        ["finance"] = FinanceSection.Of,
        ["left-out"] = LeftOutSection.Of,
    };

    /// <summary>Ids a definition may list.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Makers.Keys, DefinitionsId];

    /// <exception cref="ArgumentException">A section is not one of <see cref="Sections"/>.</exception>
    public static ReportDocument Compose(PublishedMonth published, string title, IReadOnlyList<string> sections, string productVersion)
    {
        if (sections.FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no section \"{unknown}\".", nameof(sections));
        return new ReportDocument(
            title,
            $"{published.Month.Name} beside {published.Month.Previous.Name} and {published.Month.SameMonthLastYear.Name}",
            new ReportFacts(published.Clinic.Id, published.Clinic.Name, published.Month.Name, published.Month.Last, productVersion, published.Clinic.Currency),
            Headlines.Of(published),
            [.. sections.Where(Makers.ContainsKey).Select(s => Makers[s](published))],
            sections.Contains(DefinitionsId, StringComparer.Ordinal) ? MonthlyDefinitions.Of(published.Smallest) : null);
    }
}
