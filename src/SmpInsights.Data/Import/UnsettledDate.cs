namespace SmpInsights.Data.Import;

/// <summary>A date that only its clinic's time zone can settle: it may be tomorrow there, or it was written as an instant.</summary>
internal sealed record UnsettledDate(DateOnly Date, DateTimeOffset? Instant)
{
    public const string AfterToday = "after today";

    public DateOnly In(TimeZoneInfo zone) => Instant is { } instant ? Day(instant, zone) : Date;

    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
