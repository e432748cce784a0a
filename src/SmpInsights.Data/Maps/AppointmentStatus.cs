namespace SmpInsights.Data.Maps;

/// <summary>What became of an appointment, as maps say it.</summary>
internal static class AppointmentStatus
{
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string NoShow = "no-show";

    public static readonly string[] All = [Completed, Cancelled, NoShow];
}
