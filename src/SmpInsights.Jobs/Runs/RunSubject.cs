using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;

namespace SmpInsights.Jobs.Runs;

/// <summary>Whom one run is about, and by which clinic's clock its months end.</summary>
/// <param name="Clock">Of all clinics together the first by id: one report can't keep several time zones.</param>
/// <param name="Clinic">The run's clinic.</param>
/// <param name="Practitioner">Empty where the report is not a practitioner's.</param>
public sealed record RunSubject(ClinicRow Clock, string Clinic, string Practitioner)
{
    /// <summary>Everyone a report of this scope is made for; nobody without clinics.</summary>
    /// <param name="scope">A <see cref="ReportScope"/>.</param>
    /// <param name="clinics">By id.</param>
    /// <param name="treating">Who treats where; those of other clinics are passed over.</param>
    public static IReadOnlyList<RunSubject> Of(string scope, IReadOnlyList<ClinicRow> clinics, IReadOnlyList<TreatingRow> treating) => scope switch
    {
        ReportScope.Network => clinics.Count == 0 ? [] : [new RunSubject(clinics[0], ReportScope.AllClinics, string.Empty)],
        ReportScope.Practitioner => [.. clinics.SelectMany(c => treating.Where(t => string.Equals(t.Clinic, c.Id, StringComparison.Ordinal)).Select(t => new RunSubject(c, c.Id, t.Practitioner)))],
        _ => [.. clinics.Select(c => new RunSubject(c, c.Id, string.Empty))],
    };

    public RunKey Key(string report, string period) => new(report, Clinic, Practitioner, period);
}
