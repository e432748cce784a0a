using System.Globalization;

namespace SmpInsights.Data.Workbooks;

/// <summary>Excel's day numbers: from 1900-01-01 = 1 with a 29 February 1900 that never was, or from 1904-01-01 = 0.</summary>
internal static class ExcelDate
{
    private const int DaysBetweenSystems = 1462;
    private const int DayThatNeverWas = 60;
    private const double LastDay = 2_958_466;

    /// <returns>The date, with the time of day where there is one; null when no day has that number.</returns>
    public static string? Text(double number, bool from1904)
    {
        var days = from1904 ? number + DaysBetweenSystems : number;
        if (double.IsNaN(days) || days < 0 || days >= LastDay || (int)days == DayThatNeverWas)
        {
            return null;
        }

        if (days < 1)
        {
            return TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Min(Math.Round(days * 86_400), 86_399))).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        // Before the day that never was, Excel's numbers are one behind those of OLE automation.
        var moment = DateTime.FromOADate(days < DayThatNeverWas ? days + 1 : days);
        moment = new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        return moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : moment.ToString("s", CultureInfo.InvariantCulture);
    }
}
