using SmpInsights.Outcomes.Courses;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// Something by which first epochs are grouped or adjusted. An unknown level is the level <see cref="Unknown"/>.
/// <paramref name="Levels"/> gives, for the rows of a clinic, the level of a treatment, null where unknown. <paramref name="UsualReference"/> is the level others are held against where some unit has it; otherwise, and where null, the most frequent one among units (ties: ordinal).
/// </summary>
public sealed record FadeFactor(string Name, string? UsualReference, Func<TreatmentCourses, Func<Course, string?>> Levels)
{
    public const string Unknown = "unknown";

    public static readonly FadeFactor Technique = new("technique", null, courses => c => courses.Data.Techniques.Id[c.Technique]);

    public static readonly FadeFactor PigmentBrand = new("pigment_brand", null, PigmentBrands.Of);

    public static readonly FadeFactor SkinType = new("skin_type", null, courses => c => courses.Data.Clients.SkinType[c.Client]);

    public static readonly FadeFactor SunExposure = new("sun_exposure", "low", courses => c => courses.Data.Clients.SunExposure[c.Client]);

    public static readonly FadeFactor SkinOiliness = new("skin_oiliness", "normal", courses => c => courses.Data.Clients.SkinOiliness[c.Client]);

    /// <summary>What the comparison is adjusted for unless configured otherwise.</summary>
    public static IReadOnlyList<FadeFactor> UsualCovariates { get; } = [SunExposure, SkinOiliness];

    /// <summary>The level of each unit, in their order.</summary>
    public string[] Of(TreatmentCourses courses, IReadOnlyList<FadeUnit> units)
    {
        var level = Levels(courses);
        return [.. units.Select(u => level(u.Course) ?? Unknown)];
    }

    /// <summary>The distinct levels, the reference first, the others in ordinal order.</summary>
    public string[] Order(IReadOnlyList<string> levels)
    {
        var counts = levels.CountBy(l => l, StringComparer.Ordinal).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Key).ToList();
        if (counts.Count == 0)
            return [];
        var reference = UsualReference is not null && counts.Contains(UsualReference, StringComparer.Ordinal) ? UsualReference : counts[0];
        return [reference, .. counts.Where(l => !string.Equals(l, reference, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
