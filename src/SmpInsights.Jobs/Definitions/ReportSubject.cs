using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Definitions;

/// <summary>What one run is asked about. The practitioner is null but in reports of practitioners; <paramref name="Rebased"/> is the definition's, by id of a watched measure.</summary>
public sealed record ReportSubject(ReportMonth Month, PractitionerFacts? Practitioner, IReadOnlyDictionary<string, ReportMonth> Rebased);
