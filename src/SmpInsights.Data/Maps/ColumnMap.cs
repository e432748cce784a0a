namespace SmpInsights.Data.Maps;

/// <summary>How another system's export becomes rows of the data contract.</summary>
/// <param name="Id">Short name; the ids of rows made through the map begin with it.</param>
/// <param name="Title">What a person calls the system.</param>
/// <param name="Clinic">The clinic the export is of; null where it is one that is stored.</param>
/// <param name="Personal">Columns, beside those whose names say so, whose values are never stored and never shown.</param>
/// <param name="Tables">What is filled: tables of the contract, appointments, sales.</param>
/// <param name="Services">What services and items are; the first that fits decides.</param>
/// <param name="CourseGapDays">Sessions of one technique at most so many days apart are one treatment.</param>
public sealed record ColumnMap(
    string Id,
    string Title,
    MapClinic? Clinic,
    IReadOnlyList<string> Personal,
    IReadOnlyList<TableMap> Tables,
    IReadOnlyList<ServiceRule> Services,
    int CourseGapDays)
{
    /// <summary>The contract's own warning of a gap between sessions.</summary>
    public const int DefaultCourseGapDays = 90;

    public const int LongestGapDays = 730;
}
