using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// The covariates of the touch-up rate as columns of zeros and ones. A level has a column of its own where it has <see cref="TouchUpCurve.MinimumEvents"/> touch-ups; in all there is
/// one column for every <see cref="EventsPerColumn"/> touch-ups at most, techniques first, levels with more touch-ups before others. Every other level counts as its factor's reference: that with most touch-ups.
/// </summary>
public sealed class ForecastDesign
{
    /// <summary>Touch-ups that the model needs for each column, as in P. Peduzzi et al. 1995, J Clin Epidemiol 48, 1503-1510.</summary>
    public const int EventsPerColumn = 10;

    private static readonly Covariate[] Covariates = [Covariate.Technique, .. Covariate.UsualCovariates];

    private readonly (Func<Course, string?> LevelOf, string Level)[] _columns;

    private ForecastDesign(IReadOnlyList<DesignColumn> columns, (Func<Course, string?>, string)[] tests)
    {
        Columns = columns;
        _columns = tests;
    }

    public IReadOnlyList<DesignColumn> Columns { get; }

    /// <param name="courses">Where the spells come from.</param>
    /// <param name="spells">Those the model is fitted to; without a touch-up for fading there is no column.</param>
    public static ForecastDesign Of(TreatmentCourses courses, IReadOnlyList<Spell> spells)
    {
        var touched = spells.Where(s => s.End == SpellEnd.FadeTouchUp).ToList();
        var levels = Covariates.SelectMany(covariate =>
        {
            var levelOf = covariate.Levels(courses);
            return touched.GroupBy(s => levelOf(s.Course) ?? Factor.Unknown, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Skip(1)
                .Where(g => g.Count() >= TouchUpCurve.MinimumEvents)
                .Select(g => (Column: new DesignColumn(covariate.Name, g.Key), Test: (levelOf, g.Key)));
        }).Take(touched.Count / EventsPerColumn).ToList();
        return new ForecastDesign([.. levels.Select(l => l.Column)], [.. levels.Select(l => l.Test)]);
    }

    /// <summary>The columns of one course; one of a level unknown to the model counts as the reference.</summary>
    public double[] Row(Course course) => Array.ConvertAll(_columns, c => string.Equals(c.LevelOf(course) ?? Factor.Unknown, c.Level, StringComparison.Ordinal) ? 1.0 : 0);

    /// <summary>A row a course, as a model's fit takes them.</summary>
    internal double[,] Rows(IReadOnlyList<Spell> spells)
    {
        var values = new double[spells.Count, Columns.Count];
        for (var i = 0; i < spells.Count; i++)
        {
            var row = Row(spells[i].Course);
            for (var j = 0; j < row.Length; j++)
                values[i, j] = row[j];
        }

        return values;
    }
}
