using SmpInsights.Outcomes.Monthly;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Lays the monthly report of one clinic out. Every number comes from <see cref="MonthlyClinic"/>; nothing is computed here.</summary>
public static class MonthlyClinicLayout
{
    /// <summary>The kind of definition that asks for this report.</summary>
    public const string Kind = "monthly-clinic";

    private const string DefinitionsId = "definitions";

    private static readonly Dictionary<string, Func<MonthlyClinic, Section>> Makers = new(StringComparer.Ordinal)
    {
        ["overview"] = OverviewSection.Of,
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
    public static ReportDocument Compose(MonthlyClinic measures, string title, IReadOnlyList<string> sections, string productVersion)
    {
        if (sections.FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no section \"{unknown}\".", nameof(sections));
        return new ReportDocument(
            title,
            $"{measures.Month.Name} beside {measures.Month.Previous.Name} and {measures.Month.SameMonthLastYear.Name}",
            new ReportFacts(measures.Clinic.Id, measures.Clinic.Name, measures.Month.Name, measures.Month.Last, productVersion, measures.Clinic.Currency),
            Headlines.Of(measures),
            [.. sections.Where(Makers.ContainsKey).Select(s => Makers[s](measures))],
            sections.Contains(DefinitionsId, StringComparer.Ordinal) ? MonthlyDefinitions.All : null);
    }
}
