namespace SmpInsights.Data.Reading;

/// <summary>A clinic's payments in one currency: how many there are in the range, what they come to, and what was received before it.</summary>
public sealed record LedgerPart(string Currency, string Clinic, decimal Opening, decimal Received, int Payments);
