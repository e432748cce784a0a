namespace SmpInsights.Data.Maps;

/// <summary>What the person says of the clinic an export is of; null where nothing is said.</summary>
public sealed record ClinicChoice(string? Id, string? TimeZone, string? Currency)
{
    /// <summary>Rows of appointments that the export tells otherwise by now may go, however many.</summary>
    public bool MayRemove { get; init; }
}
