namespace SmpInsights.Data.Runs;

/// <summary>A clinic, or <c>all</c> together, and how often imports have changed its rows.</summary>
public sealed record ClinicChange(string Clinic, long Changes);
