using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Finance;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Jobs.Definitions;

/// <summary>
/// A kind of report: what a definition of it may say, and what is computed and laid out. A further kind is a further line in <see cref="All"/>.
/// </summary>
public sealed class ReportKind
{
    private ReportKind(string name, string scope, IReadOnlyList<string> sections, Func<ClinicData, ReportMonth, LayOut> compute) => (Name, Scope, Sections, Compute) = (name, scope, sections, compute);

    /// <summary>Lays out what was computed, as a definition asks for it.</summary>
    public delegate ReportDocument LayOut(ReportDefinition definition, string productVersion);

    public static IReadOnlyList<ReportKind> All { get; } =
    [
        Of(FinanceLedgerLayout.Kind, "clinic", FinanceLedgerLayout.Sections, FinanceLedger.Of, FinanceLedgerLayout.Compose),
        Of(MonthlyClinicLayout.Kind, "clinic", MonthlyClinicLayout.Sections, MonthlyClinic.Of, MonthlyClinicLayout.Compose),
    ];

    public string Name { get; }

    /// <summary>Whom one run is about.</summary>
    public string Scope { get; }

    /// <summary>Sections that a definition may list.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>Computes everything the report says of the rows known at the month's end; what it returns only lays out.</summary>
    public Func<ClinicData, ReportMonth, LayOut> Compute { get; }

    private static ReportKind Of<T>(string name, string scope, IReadOnlyList<string> sections, Func<ClinicData, ReportMonth, T> compute, Func<T, string, IReadOnlyList<string>, string, ReportDocument> compose) =>
        new(name, scope, sections, (known, month) =>
        {
            var measures = compute(known, month);
            return (definition, productVersion) => compose(measures, definition.Title, definition.Sections, productVersion);
        });
}
