namespace SmpInsights.Outcomes.Techniques;

/// <summary>The practitioner a report is about.</summary>
public sealed record PractitionerFacts(string Id, string Name);
