using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Finance;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Reporting.Networks;
using SmpInsights.Reporting.Techniques;

namespace SmpInsights.Jobs.Definitions;

/// <summary>
/// A kind of report: what a definition of it may say, and what is computed and laid out. A further kind is a further line in <see cref="All"/>.
/// </summary>
public sealed class ReportKind
{
    private ReportKind(string name, string scope, IReadOnlyList<string> sections, Func<ClinicData, ReportSubject, Suppress> compute) => (Name, Scope, Sections, Compute) = (name, scope, sections, compute);

    /// <summary>Takes away what rests on too few clients; only what it leaves can be laid out.</summary>
    public delegate LayOut Suppress(SmallestCell smallest);

    /// <summary>Lays out what may be printed, as a definition asks for it.</summary>
    public delegate ReportDocument LayOut(ReportDefinition definition, string productVersion);

    public static IReadOnlyList<ReportKind> All { get; } =
    [
        // Money is printed as it is, to the cent: a ledger with holes is none.
        Of(FinanceLedgerLayout.Kind, ReportScope.Clinic, FinanceLedgerLayout.Sections, FinanceLedger.Of, (ledger, _) => ledger, FinanceLedgerLayout.Compose),
        Of(MonthlyClinicLayout.Kind, ReportScope.Clinic, MonthlyClinicLayout.Sections, (known, subject) => MonthlyClinic.Of(known, subject.Month, subject.Rebased), PublishedMonth.Of, MonthlyClinicLayout.Compose),
        Of(NetworkLayout.Kind, ReportScope.Network, NetworkLayout.Sections, (known, subject) => NetworkMonth.Of(known, subject.Month, subject.Rebased), PublishedNetwork.Of, NetworkLayout.Compose),
        Of(TechniqueLayout.Kind, ReportScope.Practitioner, TechniqueLayout.Sections, (known, subject) => TechniqueMonth.Of(known, subject.Practitioner!, subject.Month), PublishedTechniques.Of, TechniqueLayout.Compose),
    ];

    public string Name { get; }

    /// <summary>Whom one run is about: a <see cref="ReportScope"/>.</summary>
    public string Scope { get; }

    /// <summary>Sections that a definition may list.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>Computes everything the report says of the rows known at the month's end.</summary>
    public Func<ClinicData, ReportSubject, Suppress> Compute { get; }

    private static ReportKind Of<TMeasures, TPublished>(
        string name,
        string scope,
        IReadOnlyList<string> sections,
        Func<ClinicData, ReportMonth, TMeasures> compute,
        Func<TMeasures, SmallestCell, TPublished> suppress,
        Func<TPublished, string, IReadOnlyList<string>, string, ReportDocument> compose) =>
        Of(name, scope, sections, (known, subject) => compute(known, subject.Month), suppress, compose);

    private static ReportKind Of<TMeasures, TPublished>(
        string name,
        string scope,
        IReadOnlyList<string> sections,
        Func<ClinicData, ReportSubject, TMeasures> compute,
        Func<TMeasures, SmallestCell, TPublished> suppress,
        Func<TPublished, string, IReadOnlyList<string>, string, ReportDocument> compose) =>
        new(name, scope, sections, (known, subject) =>
        {
            var measures = compute(known, subject);
            return smallest =>
            {
                var published = suppress(measures, smallest);
                return (definition, productVersion) => compose(published, definition.Title, definition.Sections, productVersion);
            };
        });
}
