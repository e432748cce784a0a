namespace SmpInsights.Data.Reading;

/// <summary>A clinic; the time zone is an IANA id, the currency an ISO 4217 code.</summary>
public sealed record ClinicRow(string Id, string Name, string TimeZone, string Currency);
