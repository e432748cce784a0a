namespace SmpInsights.Data.Adoption;

/// <summary>A table or view of the clinic's own database; the schema is empty where the database has none.</summary>
public sealed record SourceTable(string Schema, string Name, IReadOnlyList<SourceColumn> Columns)
{
    /// <summary>As people write it.</summary>
    public string FullName => Schema.Length == 0 ? Name : $"{Schema}.{Name}";
}
