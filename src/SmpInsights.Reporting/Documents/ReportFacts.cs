namespace SmpInsights.Reporting.Documents;

/// <summary>
/// What a reader must know to trust or file the report. <see cref="Period"/> is as printed ("June 2026"); <see cref="Currency"/> is null where there are no amounts; <see cref="Person"/> is whose own report it is, null where it is the clinic's; <see cref="DefinitionsText"/> is
/// the sentence that leads to the definitions.
/// </summary>
public sealed record ReportFacts(
    string ClinicId,
    string ClinicName,
    string Period,
    DateOnly AsOf,
    string ProductVersion,
    string? Currency,
    string DefinitionsText = "What each number means",
    string? Person = null);

/// <summary>A term of the report and its meaning in plain words.</summary>
public sealed record Definition(string Term, string Meaning);
