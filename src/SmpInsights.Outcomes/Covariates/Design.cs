namespace SmpInsights.Outcomes.Covariates;

/// <summary>One column of a design: whether a subject has this level of this factor.</summary>
public sealed record DesignColumn(string Factor, string Level);

/// <summary>
/// Factors as columns of zeros and ones: one a level other than the reference, factor after factor. A row a subject; <paramref name="Terms"/> gives each column's place among <paramref name="Factors"/>.
/// </summary>
public sealed record Design(IReadOnlyList<Factor> Factors, IReadOnlyList<DesignColumn> Columns, double[,] Values, int[] Terms)
{
    /// <param name="subjects">Number of subjects.</param>
    /// <param name="factors">A factor with one level makes no column.</param>
    public static Design Of(int subjects, params IReadOnlyList<Factor> factors)
    {
        var columns = factors.SelectMany((f, term) => f.Levels.Skip(1).Select((level, i) => (Column: new DesignColumn(f.Name, level), f.Codes, Code: i + 1, Term: term))).ToList();
        var values = new double[subjects, columns.Count];
        for (var j = 0; j < columns.Count; j++)
            for (var i = 0; i < subjects; i++)
                values[i, j] = columns[j].Codes[i] == columns[j].Code ? 1 : 0;
        return new Design(factors, [.. columns.Select(c => c.Column)], values, [.. columns.Select(c => c.Term)]);
    }
}
