namespace SmpInsights.Data.Adoption;

/// <summary>A column of a view, and what it holds.</summary>
public sealed record NeededColumn(string Name, bool Required, string Says);
