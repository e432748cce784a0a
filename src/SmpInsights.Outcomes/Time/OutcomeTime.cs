namespace SmpInsights.Outcomes.Time;

/// <summary>How outcome measures count time.</summary>
public static class OutcomeTime
{
    /// <summary>Days of a year in every rate and duration.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>Length of the healing window at the start of an epoch, in days; fresh pigment looks darker, so its readings are left out of fade.</summary>
    public const int HealingDays = 28;

    /// <summary>Years between two dates; negative when <paramref name="to"/> is earlier.</summary>
    public static double Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / DaysPerYear;
}
