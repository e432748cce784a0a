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

    /// <summary>What the comparison is adjusted for unless configured otherwise.</summary>
    public static IReadOnlyList<Covariate> UsualCovariates { get; } = [SunExposure, SkinOiliness];

    /// <summary>The covariate of the given courses, in their order; at least one.</summary>
    public Factor Of(TreatmentCourses courses, IEnumerable<Course> of) => Factor.Of(Name, [.. of.Select(Levels(courses))], UsualReference);
}
