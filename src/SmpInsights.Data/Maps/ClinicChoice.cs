namespace SmpInsights.Data.Maps;

/// <summary>What the person says of the clinic an export is of; null where nothing is said.</summary>
public sealed record ClinicChoice(string? Id, string? TimeZone, string? Currency);
