using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>A field of technique by skin type.</summary>
public sealed record SkinField(string Technique, string Skin, Published<FadeGroup> Fade);

/// <summary>
/// What a practitioner's report may say. No other practitioner is in it, by name, id or place: <paramref name="Own"/> compares <see cref="OwnOrRest.Own"/> with <see cref="OwnOrRest.Rest"/>, and the rest is
/// hidden where <paramref name="IsRestAnonymous"/> is false. Single clients are the practitioner's own. <paramref name="OwnTreatments"/> counts treatments completed by the month's end.
/// </summary>
public sealed record PublishedTechniques(
    ReportMonth Month,
    ClinicFacts Clinic,
    PractitionerFacts Practitioner,
    SmallestCell Smallest,
    IReadOnlyDictionary<string, string> TechniqueNames,
    int OwnTreatments,
    bool IsRestAnonymous,
    Published<FadeGroup> All,
    PublishedComparison Techniques,
    PublishedComparison Brands,
    PublishedComparison Own,
    IReadOnlyList<SkinField> Skins,
    OwnSatisfaction? Satisfaction,
    IReadOnlyList<OwnClient> OwnClients,
    FadeTrust? Trust,
    Published<ReadingsBeforeTouchUp> ReadingsBefore)
{
    /// <summary>Hides what rests on fewer clients than <paramref name="smallest"/>, and what would give that away, in this report and beside those of the months before.</summary>
    public static PublishedTechniques Of(TechniqueMonth m, SmallestCell smallest)
    {
        var data = m.Courses.Data;
        var fade = Decide(m, smallest, m.Units.Select(u => u.Course), c => PublishedFade.Changes(m.Techniques.Fade.Source, c));
        var times = Decide(m, smallest, m.Courses.All, c => PublishedTouchUps.Changes(m.Courses, c));
        var anonymous = Colleagues(m, smallest) >= OwnOrRest.MinimumColleagues;
        Func<string, Disclosure> In(CrossedGroups decided, string table) => group => decided[table, group];
        Func<string, Disclosure> Beside(CrossedGroups decided) => group => !anonymous && string.Equals(group, OwnOrRest.Rest, StringComparison.Ordinal) ? Disclosure.Withheld : decided[CrossedGroups.BySide, group];
        var all = Published<FadeGroup>.As(fade[CrossedGroups.All, CrossedGroups.All], m.Techniques.Fade.All);
        return new PublishedTechniques(
            m.Month,
            m.Clinic,
            m.Practitioner,
            smallest,
            new SortedDictionary<string, string>(data.Techniques.Id.Zip(data.Techniques.Name).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal), StringComparer.Ordinal),
            m.Courses.All.Count(c => IsOwn(m, c)),
            anonymous,
            all,
            PublishedComparison.Of(m.Techniques, In(fade, CrossedGroups.ByTechnique), In(times, CrossedGroups.ByTechnique)),
            PublishedComparison.Of(m.Brands, In(fade, CrossedGroups.ByBrand), In(times, CrossedGroups.ByBrand)),
            PublishedComparison.Of(m.Own, Beside(fade), Beside(times)),
            [.. m.Fields.OrderBy(f => f.Key.Technique, StringComparer.Ordinal).ThenBy(f => f.Key.Skin, StringComparer.Ordinal).Select(f => new SkinField(f.Key.Technique, f.Key.Skin,
                Published<FadeGroup>.As(fade[CrossedGroups.BySkin, CrossedGroups.Field(f.Key.Technique, f.Key.Skin)], f.Value)))],
            OwnSatisfaction.Of(m.Courses, m.Side, m.Practitioner.Id, m.Month, smallest, anonymous),
            m.OwnClients,
            all.Value is null ? null : m.Trust,
            Published<ReadingsBeforeTouchUp>.Alone(smallest, m.Techniques.Fade.ReadingsBefore.Clients, m.Techniques.Fade.ReadingsBefore));
    }

    private static bool IsOwn(TechniqueMonth m, Course course) => string.Equals(m.Courses.Data.Practitioners.Id[course.Practitioner], m.Practitioner.Id, StringComparison.Ordinal);

    /// <summary>Others with clients enough among those whose fade is known and among all, whichever are fewer.</summary>
    private static int Colleagues(TechniqueMonth m, SmallestCell smallest)
    {
        int Count(IEnumerable<Course> courses) => courses.Where(c => !IsOwn(m, c)).GroupBy(c => c.Practitioner).Count(g => g.DistinctBy(c => c.Client).Count() >= smallest.Clients);
        return m.Units.Count == 0 ? Count(m.Courses.All) : Math.Min(Count(m.Courses.All), Count(m.Units.Select(u => u.Course)));
    }

    /// <summary>A group hidden by the reports of months before, table by table, stays hidden; the total is hidden where the clinic's own report hides it.</summary>
    private static CrossedGroups Decide(TechniqueMonth m, SmallestCell smallest, IEnumerable<Course> counted, Func<Func<Course, string>, IEnumerable<GroupChange>> changes)
    {
        Func<Course, string> By(Covariate covariate)
        {
            var group = covariate.Groups(m.Courses);
            return c => group(c, 0);
        }

        var (technique, brand, side, skin) = (By(Covariate.Technique), By(Covariate.PigmentBrand), By(m.Side), By(Covariate.SkinType));
        (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) Before(Func<Course, string> group) => new GrowingGroups(changes(group), m.Month, smallest).At(m.Month);
        var before = new Dictionary<string, (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups)>(StringComparer.Ordinal)
        {
            [CrossedGroups.ByTechnique] = Before(technique),
            [CrossedGroups.ByBrand] = Before(brand),
            [CrossedGroups.BySide] = Before(side),
        };
        bool IsClosed(string table, string key) =>
            string.Equals(table, CrossedGroups.All, StringComparison.Ordinal) ? before[CrossedGroups.ByTechnique].Total != Disclosure.Shown
            : before.TryGetValue(table, out var decided) && decided.Groups.GetValueOrDefault(key, Disclosure.Shown) != Disclosure.Shown;
        return new CrossedGroups([.. counted.Select(c => new CrossedMember(c.Client, technique(c), brand(c), side(c), skin(c)))], smallest, IsClosed);
    }
}
