using System.Globalization;

namespace SmpInsights.Data.Import;

/// <summary>A date as files write it: <c>yyyy-MM-dd</c>, or that with a time of day, which may carry its offset from UTC.</summary>
internal static class DateText
{
    private static readonly string[] Times = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <returns>The date as written, and the instant where an offset fixes one; null when it is no date.</returns>
    public static (DateOnly Date, DateTimeOffset? Instant)? Parse(string text)
    {
        if (text.Length < StoredDate.Format.Length
            || !DateOnly.TryParseExact(text.AsSpan(0, StoredDate.Format.Length), StoredDate.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        if (text.Length == StoredDate.Format.Length)
        {
            return (date, null);
        }

        var time = text.AsSpan(StoredDate.Format.Length);
        if (time[0] is not ('T' or 't' or ' ')
            || !DateTimeOffset.TryParseExact(
                $"{text.AsSpan(0, StoredDate.Format.Length)}T{time[1..]}", Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return null;
        }

        return (date, time.IndexOfAny("Z+-") >= 0 ? instant : null);
    }
}
