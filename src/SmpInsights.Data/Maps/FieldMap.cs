namespace SmpInsights.Data.Maps;

/// <summary>Where one target column comes from.</summary>
public sealed record FieldMap
{
    /// <summary>Columns of the export: the first that holds something, or all of them one after the other where <see cref="Join"/>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public bool Join { get; init; }

    /// <summary>Combinations of columns that tell clients apart; the first whose columns all hold something is hashed, none is stored.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Client { get; init; } = [];

    public string? Constant { get; init; }

    /// <summary>The export's words to the contract's; letters and digits count, case does not.</summary>
    public IReadOnlyDictionary<string, string> Lookup { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What a value is that is empty or not in the lookup; what is stored through it counts as inferred.</summary>
    public string? Otherwise { get; init; }

    /// <summary>.NET date formats, the first that fits is taken; ISO where none is said.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The column with the time zone of a date and time; it is in the clinic's where there is none.</summary>
    public string? ZoneColumn { get; init; }

    /// <summary>The IANA time zone of a date and time.</summary>
    public string? Zone { get; init; }

    /// <summary>Amounts are written 1.234,50.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>What stands between several services of one appointment.</summary>
    public string? Split { get; init; }

    /// <summary>Every column of the export it reads.</summary>
    public IEnumerable<string> Sources => [.. Columns, .. Client.SelectMany(c => c), .. ZoneColumn is null ? Array.Empty<string>() : [ZoneColumn]];
}
