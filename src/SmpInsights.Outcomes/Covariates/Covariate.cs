using SmpInsights.Outcomes.Courses;

namespace SmpInsights.Outcomes.Covariates;

/// <summary>
/// Something by which treatments are grouped or adjusted. <paramref name="Levels"/> gives, for the rows of a clinic, the level of a treatment, null where unknown;
/// <paramref name="UsualReference"/> the level others are held against where somebody has it, as <see cref="Factor.Of"/> has it.
/// </summary>
public sealed record Covariate(string Name, string? UsualReference, Func<TreatmentCourses, Func<Course, string?>> Levels)
{
    public static readonly Covariate Technique = new("technique", null, courses => c => courses.Data.Techniques.Id[c.Technique]);

    public static readonly Covariate PigmentBrand = new("pigment_brand", null, PigmentBrands.Of);

    public static readonly Covariate SkinType = new("skin_type", null, courses => c => courses.Data.Clients.SkinType[c.Client]);

    public static readonly Covariate SunExposure = new("sun_exposure", "low", courses => c => courses.Data.Clients.SunExposure[c.Client]);

    public static readonly Covariate SkinOiliness = new("skin_oiliness", "normal", courses => c => courses.Data.Clients.SkinOiliness[c.Client]);

    /// <summary>The treatment's; in later epochs that of the touch-up they began with.</summary>
    public static readonly Covariate Practitioner = new("practitioner", null, courses => c => courses.Data.Practitioners.Id[c.Practitioner])
    {
        LaterLevels = courses => (c, epoch) => courses.Data.Practitioners.Id[courses.Data.TouchUps.Practitioner[c.TouchUps[epoch - 1]]],
        Clinics = ClinicRole.Boundary,
    };

    public static readonly Covariate Clinic = new("clinic", null, courses => c => courses.Data.Clinics.Id[c.Clinic]) { Clinics = ClinicRole.Group };

    /// <summary>What a comparison of techniques is adjusted for unless configured otherwise.</summary>
    public static IReadOnlyList<Covariate> UsualCovariates { get; } = [SunExposure, SkinOiliness];

    /// <summary>The level of an epoch after a touch-up (1 the first such), where it may differ from the treatment's own.</summary>
    public Func<TreatmentCourses, Func<Course, int, string?>>? LaterLevels { get; init; }

    /// <summary>How clinics enter when the groups are compared.</summary>
    public ClinicRole Clinics { get; init; }

    /// <summary>
    /// What a comparison is adjusted for unless configured otherwise: clients' sun exposure and skin oiliness and, of another grouping than the technique, the technique too
    /// ("is it the practitioner, or their techniques and clients?"); never for the grouping itself.
    /// </summary>
    public static IReadOnlyList<Covariate> UsualFor(Covariate grouping) => [.. UsualCovariates.Prepend(Technique).Where(c => c != grouping)];

    /// <summary>The group of any epoch (0 the first), by name; <see cref="Factor.Unknown"/> where the level is not known.</summary>
    public Func<Course, int, string> Groups(TreatmentCourses courses)
    {
        var (first, later) = (Levels(courses), LaterLevels?.Invoke(courses));
        return (course, epoch) => (epoch == 0 || later is null ? first(course) : later(course, epoch)) ?? Factor.Unknown;
    }

    /// <summary>The covariate of the given courses, in their order; at least one.</summary>
    public Factor Of(TreatmentCourses courses, IEnumerable<Course> of) => Of(courses, of.Select(c => (c, 0)));

    /// <summary>The covariate of the given epochs, in their order; at least one.</summary>
    public Factor Of(TreatmentCourses courses, IEnumerable<(Course Course, int Epoch)> of)
    {
        var group = Groups(courses);
        return Factor.Of(Name, [.. of.Select(e => group(e.Course, e.Epoch))], UsualReference);
    }

    /// <summary>Whether the groups of these courses may be compared with each other: not across clinics where those are a <see cref="ClinicRole.Boundary"/>.</summary>
    public bool Compares(IEnumerable<Course> of) => Clinics != ClinicRole.Boundary || of.DistinctBy(c => c.Clinic).Count() < 2;
}
