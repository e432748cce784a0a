namespace SmpInsights.Data.Adoption;

/// <summary>A column of the clinic's own database; its type as that database calls it, empty where it does not say.</summary>
public sealed record SourceColumn(string Name, string Type);
