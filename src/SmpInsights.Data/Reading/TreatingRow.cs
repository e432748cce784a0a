namespace SmpInsights.Data.Reading;

/// <summary>A practitioner who treats clients of a clinic.</summary>
public sealed record TreatingRow(string Clinic, string Practitioner);
