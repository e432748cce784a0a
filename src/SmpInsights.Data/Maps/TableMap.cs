namespace SmpInsights.Data.Maps;

/// <summary>One table that a map fills, from every CSV file of the folder that has its columns, or from those that <paramref name="File"/> names (<c>*</c> stands for any letters).</summary>
public sealed record TableMap(string Table, string? File, IReadOnlyDictionary<string, FieldMap> Fields);
