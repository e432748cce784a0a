namespace SmpInsights.Outcomes.Covariates;

/// <summary>
/// A covariate with named levels. The reference level comes first and has no column of its own, the others follow in ordinal order; an unknown value is a level of its own.
/// <paramref name="Codes"/> holds the level of each subject.
/// </summary>
public sealed record Factor(string Name, string[] Levels, int[] Codes)
{
    /// <summary>The level of those whose value is not known.</summary>
    public const string Unknown = "unknown";

    public string Reference => Levels[0];

    /// <summary>Whether there is anything to compare.</summary>
    public bool Varies => Levels.Length > 1;

    /// <param name="name">Name of the covariate.</param>
    /// <param name="values">Value of each subject, null where unknown; at least one.</param>
    /// <param name="usual">The reference level; where nobody has it, or null is given, the most frequent one (the first in ordinal order of equals).</param>
    /// <exception cref="ArgumentException">There is no subject.</exception>
    public static Factor Of(string name, IReadOnlyList<string?> values, string? usual = null)
    {
        if (values.Count == 0)
            throw new ArgumentException("A factor needs at least one subject.", nameof(values));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
            counts[value ?? Unknown] = counts.GetValueOrDefault(value ?? Unknown) + 1;
        var reference = usual is not null && counts.ContainsKey(usual) ? usual : counts.MaxBy(c => c.Value).Key;
        string[] levels = [reference, .. counts.Keys.Where(k => !string.Equals(k, reference, StringComparison.Ordinal))];
        var codes = levels.Select((level, i) => (level, i)).ToDictionary(l => l.level, l => l.i, StringComparer.Ordinal);
        return new Factor(name, levels, [.. values.Select(v => codes[v ?? Unknown])]);
    }
}
