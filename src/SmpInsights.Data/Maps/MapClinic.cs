namespace SmpInsights.Data.Maps;

/// <summary>The clinic of an export; the time zone is an IANA id, the currency an ISO 4217 code.</summary>
public sealed record MapClinic(string Id, string Name, string TimeZone, string Currency);
