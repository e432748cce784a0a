using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Networks;

/// <summary>Everything the report of all clinics together rests on, as of the month's last day and still raw: the numbers are open to no other project, only their <see cref="PublishedNetwork"/> is.</summary>
public sealed class NetworkMonth
{
    public const int MonthsShown = MonthlyClinic.MonthsShown;

    private NetworkMonth(TreatmentCourses all, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased)
    {
        Month = month;
        var clinics = all.Data.Clinics;
        Clinics = [.. Enumerable.Range(0, clinics.Count).Select(i => new NetworkClinic(
            new ClinicFacts(clinics.Id[i], clinics.Name[i], clinics.TimeZone[i], clinics.Currency[i]),
            TreatmentCourses.Of(all.Data.OfClinic(i), month.Last),
            month,
            rebased))];
        Comparison = GroupComparison.Of(all, Covariate.Clinic);
        Trust = Comparison.Fade.All.Estimate is { } fade ? FadeTrust.Of(fade.Model) : null;
    }

    internal ReportMonth Month { get; }

    /// <summary>By id.</summary>
    internal IReadOnlyList<NetworkClinic> Clinics { get; }

    internal GroupComparison Comparison { get; }

    /// <summary>Of all clinics' fade together; null without an estimate.</summary>
    internal FadeTrust? Trust { get; }

    /// <summary>Of all clinics' rows for a month; rows dated later are not seen.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="month">The report's month.</param>
    /// <param name="rebased">Months from which limits begin anew in every clinic, by id of a watched measure.</param>
    /// <exception cref="ArgumentException">The data hold no clinic.</exception>
    public static NetworkMonth Of(ClinicData data, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased = null) =>
        data.Clinics.Count == 0 ? throw new ArgumentException("A network has at least one clinic.", nameof(data)) : new NetworkMonth(TreatmentCourses.Of(data, month.Last), month, rebased);
}

/// <summary>One clinic's part of it.</summary>
internal sealed class NetworkClinic(ClinicFacts facts, TreatmentCourses courses, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased)
{
    public ClinicFacts Facts => facts;

    public TreatmentCourses Courses => courses;

    public ClinicActivity Activity { get; } = new(facts, ActivityMonth.Of(courses, month.Trailing(NetworkMonth.MonthsShown)), TakingsOf(courses.Data, facts.Currency, month));

    public FadeMeasures Fade { get; } = FadeMeasures.Of(courses);

    public IReadOnlyList<WatchedSeries> Watched { get; } = WatchedMeasures.Of(courses, facts.Currency, month, rebased);

    private static List<CurrencyTakings> TakingsOf(ClinicData known, string own, ReportMonth month) =>
    [
        .. known.Payments.Currency.Distinct(StringComparer.Ordinal).Where(c => !string.Equals(c, own, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Prepend(own).Select(currency =>
        {
            var byMonth = Revenue.ByMonth(known, currency);
            return new CurrencyTakings(currency, new(byMonth.GetValueOrDefault(month), byMonth.GetValueOrDefault(month.Previous), byMonth.GetValueOrDefault(month.SameMonthLastYear)));
        }),
    ];
}
