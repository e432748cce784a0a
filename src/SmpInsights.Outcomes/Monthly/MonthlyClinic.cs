using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Monthly;

/// <summary>The clinic a report is about.</summary>
public sealed record ClinicFacts(string Id, string Name, string TimeZone, string Currency);

/// <summary>A measure as of the month's end, and as of the ends of the month before and of the same month a year before.</summary>
public sealed record Compared<T>(T Now, T LastMonth, T LastYear);

/// <summary>
/// Everything the monthly report of one clinic rests on, computed as of the month's last day and still raw: the numbers are open to no other project, only their
/// <see cref="PublishedMonth"/> is.
/// </summary>
public sealed class MonthlyClinic
{
    public const int MonthsShown = 24;

    /// <summary>Month ends at which fade is shown as it stood then.</summary>
    public const int FadeMonths = 12;

    private MonthlyClinic(ReportMonth month, TreatmentCourses now, IReadOnlyDictionary<string, ReportMonth>? rebased)
    {
        var lastMonth = TreatmentCourses.Of(now.Data, month.Previous.Last);
        var lastYear = TreatmentCourses.Of(now.Data, month.SameMonthLastYear.Last);
        var months = month.Trailing(MonthsShown);
        var data = now.Data;
        Month = month;
        Courses = now;
        Clinic = new ClinicFacts(data.Clinics.Id[0], data.Clinics.Name[0], data.Clinics.TimeZone[0], data.Clinics.Currency[0]);
        Activity = ActivityMonth.Of(now, months);
        AdverseEvents = AdverseEventRate.Of(now, month);
        Aftercare = AftercareFollowed.Of(now, month);
        Fade = new(FadeMeasures.Of(now), FadeMeasures.Of(lastMonth), FadeMeasures.Of(lastYear));
        FadeOfYear = [.. month.Trailing(FadeMonths).Select(m => m == month ? Fade.Now.All : m == month.Previous ? Fade.LastMonth.All : FadeMeasures.AllOf(TreatmentCourses.Of(data, m.Last)))];
        TouchUps = new(TimeToTouchUp.Of(now), TimeToTouchUp.Of(lastMonth), TimeToTouchUp.Of(lastYear));
        Rebased = rebased;
        Watching = WatchedMeasures.Of(now, Clinic.Currency, month, rebased);
        Forecast = TouchUpForecast.Of(now);
        Trust = Fade.Now.All.Estimate is { } estimate ? FadeTrust.Of(estimate.Model) : null;
        Finance = MonthlyFinance.Of(data, Clinic.Currency, months);
        LeftOut = LeftOutRows.Of(now, Fade.Now.Source, Clinic.Currency);
    }

    internal ReportMonth Month { get; }

    internal TreatmentCourses Courses { get; }

    internal ClinicFacts Clinic { get; }

    internal IReadOnlyDictionary<string, string> TechniqueNames => Names(Courses.Data.Techniques.Id, Courses.Data.Techniques.Name);

    internal IReadOnlyDictionary<string, string> PractitionerNames => Names(Courses.Data.Practitioners.Id, Courses.Data.Practitioners.Name);

    /// <summary>The month of the first treatment or payment, null where there is none: nothing is known of the time before.</summary>
    internal ReportMonth? Since => Courses.Data.Treatments.StartedOn.Concat(Courses.Data.Payments.PaidOn).Select(day => (DateOnly?)day).Min() is { } first ? ReportMonth.Of(first) : null;

    internal IReadOnlyList<ActivityMonth> Activity { get; }

    /// <summary>Of the last twelve months, by <see cref="TouchUpReason"/>.</summary>
    internal IReadOnlyList<int> TouchUpsOfYear => [.. Enum.GetValues<TouchUpReason>().Select(r => Activity.TakeLast(12).Sum(a => a.TouchUpsByReason[(int)r]))];

    internal AdverseEventRate AdverseEvents { get; }

    internal AftercareFollowed Aftercare { get; }

    internal Compared<FadeMeasures> Fade { get; }

    /// <summary>As of the last <see cref="FadeMonths"/> month ends, oldest first.</summary>
    internal IReadOnlyList<FadeGroup> FadeOfYear { get; }

    internal Compared<TimeToTouchUp> TouchUps { get; }

    internal IReadOnlyList<WatchedSeries> Watching { get; }

    /// <summary>Months from which limits begin anew, by id of a watched measure.</summary>
    internal IReadOnlyDictionary<string, ReportMonth>? Rebased { get; }

    internal TouchUpForecast Forecast { get; }

    /// <summary>Null where fade is not estimated.</summary>
    internal FadeTrust? Trust { get; }

    internal MonthlyFinance Finance { get; }

    internal IReadOnlyList<string> TablesWithoutRows => Empty(Courses.Data);

    internal IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>Of <paramref name="data"/> (one clinic's rows) for a month; rows dated later are not seen.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="month">The report's month.</param>
    /// <param name="rebased">Months from which limits begin anew, by id of a watched measure.</param>
    /// <exception cref="ArgumentException">The data hold no clinic or more than one.</exception>
    public static MonthlyClinic Of(ClinicData data, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased = null)
    {
        if (data.Clinics.Count != 1)
            throw new ArgumentException("A monthly report is of one clinic.", nameof(data));
        return new MonthlyClinic(month, TreatmentCourses.Of(data, month.Last), rebased);
    }

    private static SortedDictionary<string, string> Names(string[] ids, string[] names) => new(ids.Zip(names).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal), StringComparer.Ordinal);

    private static List<string> Empty(ClinicData data) =>
    [
        .. new (string Table, int Rows)[]
        {
            ("sessions", data.Sessions.Count),
            ("touch_ups", data.TouchUps.Count),
            ("assessments", data.Assessments.Count),
            ("surveys", data.Surveys.Count),
            ("aftercare_checks", data.AftercareChecks.Count),
            ("adverse_events", data.AdverseEvents.Count),
            ("payments", data.Payments.Count),
        }.Where(x => x.Rows == 0).Select(x => x.Table),
    ];
}
