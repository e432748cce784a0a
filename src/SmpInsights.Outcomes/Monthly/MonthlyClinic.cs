using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Monthly;

/// <summary>The clinic a report is about.</summary>
public sealed record ClinicFacts(string Id, string Name, string TimeZone, string Currency);

/// <summary>A measure as of the month's end, and as of the ends of the month before and of the same month a year before.</summary>
public sealed record Compared<T>(T Now, T LastMonth, T LastYear);

/// <summary>
/// Everything the monthly report of one clinic says, computed as of the month's last day. Series run over <see cref="MonthsShown"/> months, oldest first, the report's month last; <paramref name="TouchUpsOfYear"/> are the last twelve by reason.
/// </summary>
public sealed record MonthlyClinic(
    ReportMonth Month,
    ClinicFacts Clinic,
    IReadOnlyDictionary<string, string> TechniqueNames,
    IReadOnlyDictionary<string, string> PractitionerNames,
    IReadOnlyList<ActivityMonth> Activity,
    int[] TouchUpsOfYear,
    MeanSessions? SessionsPerTreatment,
    AdverseEventRate AdverseEvents,
    AftercareFollowed Aftercare,
    Compared<FadeMeasures> Fade,
    Compared<TimeToTouchUp> TouchUps,
    IReadOnlyList<SatisfactionMeasure> SatisfactionByMonth,
    SatisfactionMeasure SatisfactionOfYear,
    IReadOnlyDictionary<string, SatisfactionMeasure> SatisfactionByTechnique,
    MonthlyFinance Finance,
    IReadOnlyList<string> TablesWithoutRows,
    IReadOnlyList<LeftOut> LeftOut)
{
    public const int MonthsShown = 24;

    /// <summary>Months of surveys pooled where one month holds too few answers.</summary>
    public const int SatisfactionMonths = 12;

    /// <summary>Of <paramref name="data"/> (one clinic's rows) for a month; rows dated later are not seen.</summary>
    /// <exception cref="ArgumentException">The data hold no clinic or more than one.</exception>
    public static MonthlyClinic Of(ClinicData data, ReportMonth month)
    {
        if (data.Clinics.Count != 1)
            throw new ArgumentException("A monthly report is of one clinic.", nameof(data));
        var clinic = new ClinicFacts(data.Clinics.Id[0], data.Clinics.Name[0], data.Clinics.TimeZone[0], data.Clinics.Currency[0]);
        var now = TreatmentCourses.Of(data, month.Last);
        var lastMonth = TreatmentCourses.Of(now.Data, month.Previous.Last);
        var lastYear = TreatmentCourses.Of(now.Data, month.SameMonthLastYear.Last);
        var months = month.Trailing(MonthsShown);
        var activity = ActivityMonth.Of(now, months);
        var fade = FadeMeasures.Of(now);
        var q = now.Data.Surveys;
        var from = month.Add(1 - SatisfactionMonths).First;
        bool OfYear(int survey) => q.SentOn[survey] >= from;
        return new MonthlyClinic(
            month,
            clinic,
            Names(data.Techniques.Id, data.Techniques.Name),
            Names(data.Practitioners.Id, data.Practitioners.Name),
            activity,
            [.. Enum.GetValues<TouchUpReason>().Select(r => activity.TakeLast(12).Sum(a => a.TouchUpsByReason[(int)r]))],
            MeanSessions.Of(now, month),
            AdverseEventRate.Of(now, month),
            AftercareFollowed.Of(now, month),
            new(fade, FadeMeasures.Of(lastMonth), FadeMeasures.Of(lastYear)),
            new(TimeToTouchUp.Of(now), TimeToTouchUp.Of(lastMonth), TimeToTouchUp.Of(lastYear)),
            SatisfactionMeasure.OfMonths(now, months),
            SatisfactionMeasure.Of(now, OfYear),
            SatisfactionMeasure.ByTechnique(now, OfYear),
            MonthlyFinance.Of(now.Data, clinic.Currency, months),
            Empty(now.Data),
            LeftOutRows.Of(now, fade.Source, clinic.Currency));
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
