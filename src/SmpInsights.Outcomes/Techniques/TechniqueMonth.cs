using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>
/// Everything a practitioner's report rests on: techniques and pigments of the whole clinic, and the practitioner's own clients against the rest. As of the month's last day and still raw: the numbers are
/// open to no other project, only their <see cref="PublishedTechniques"/> is.
/// </summary>
public sealed class TechniqueMonth
{
    private TechniqueMonth(TreatmentCourses courses, PractitionerFacts who, ReportMonth month)
    {
        var clinics = courses.Data.Clinics;
        (Month, Courses, Practitioner) = (month, courses, who);
        Clinic = new ClinicFacts(clinics.Id[0], clinics.Name[0], clinics.TimeZone[0], clinics.Currency[0]);
        Side = OwnOrRest.Of(who.Id);
        Techniques = GroupComparison.Of(courses, Covariate.Technique);
        Brands = GroupComparison.Of(courses, Covariate.PigmentBrand);
        Own = GroupComparison.Of(courses, Side);
        Fields = FieldsOf();
        Trust = Techniques.Fade.All.Estimate is { } all ? FadeTrust.Of(all.Model) : null;
        OwnClients = OwnClientsOf();
    }

    internal ReportMonth Month { get; }

    internal TreatmentCourses Courses { get; }

    internal PractitionerFacts Practitioner { get; }

    internal ClinicFacts Clinic { get; }

    internal Covariate Side { get; }

    internal GroupComparison Techniques { get; }

    internal GroupComparison Brands { get; }

    internal GroupComparison Own { get; }

    /// <summary>Fade by technique and skin type, those with a unit only.</summary>
    internal IReadOnlyDictionary<(string Technique, string Skin), FadeGroup> Fields { get; }

    /// <summary>Null without an estimate of all.</summary>
    internal FadeTrust? Trust { get; }

    /// <summary>In order of treatment id; none without an estimate of all.</summary>
    internal IReadOnlyList<OwnClient> OwnClients { get; }

    internal IReadOnlyList<FadeUnit> Units => [.. Techniques.Fade.Source.Units.Where(u => u.Epoch == 0)];

    /// <summary>Of <paramref name="data"/> (one clinic's rows) for a practitioner and a month; rows dated later are not seen. A practitioner without clients there has a report without results of their own.</summary>
    /// <exception cref="ArgumentException">The data hold no clinic or more than one.</exception>
    public static TechniqueMonth Of(ClinicData data, PractitionerFacts who, ReportMonth month)
    {
        if (data.Clinics.Count != 1)
            throw new ArgumentException("A practitioner's report is of one clinic.", nameof(data));
        return new TechniqueMonth(TreatmentCourses.Of(data, month.Last), who, month);
    }

    private Dictionary<(string, string), FadeGroup> FieldsOf()
    {
        var (technique, skin) = (Covariate.Technique.Groups(Courses), Covariate.SkinType.Groups(Courses));
        return Units.GroupBy(u => (technique(u.Course, 0), skin(u.Course, 0))).ToDictionary(g => g.Key, g => new FadeGroup(g.Count(), g.DistinctBy(u => u.Course.Client).Count(), FadeEstimate.Of([.. g])));
    }

    private List<OwnClient> OwnClientsOf()
    {
        var (data, side) = (Courses.Data, Side.Groups(Courses));
        return Techniques.Fade.All.Estimate is not { } all ? [] : [.. ClientPrediction.Of(all.Model)
            .Where(p => string.Equals(side(p.Unit.Course, 0), OwnOrRest.Own, StringComparison.Ordinal))
            .Select(p =>
            {
                var course = p.Unit.Course;
                DateOnly? touchedUp = course.TouchUps.Length > 0 ? data.TouchUps.PerformedOn[course.TouchUps[0]] : null;
                return new OwnClient(data.Clients.Id[course.Client], data.Treatments.Id[course.Treatment], course.FollowUpEndedOn < touchedUp ? course.FollowUpEndedOn : touchedUp ?? course.FollowUpEndedOn, p);
            })];
    }
}
