using System.Globalization;

namespace SmpInsights.Data.Adoption;

/// <summary>A value of the clinic's own database as a file of the contract would write it, so that the same rules read it.</summary>
internal static class SourceText
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    public static string Of(object value) => value switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(StoredDate.Format, CultureInfo.InvariantCulture),
        DateTime time => time.ToString(Time, CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString(Time + "zzz", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",

        // 3.00 is a whole number.
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
