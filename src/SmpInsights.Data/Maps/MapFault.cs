namespace SmpInsights.Data.Maps;

/// <summary>A value of an export that a map can't read; the value is empty where it may not be shown.</summary>
internal sealed record MapFault(string Column, string Value, string Expected);
