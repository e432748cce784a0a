namespace SmpInsights.Data.Maps;

/// <summary>What a service is: by its whole name, which is stated, or by words in it, which is inferred.</summary>
/// <param name="Name">The whole name; letters and digits count, case does not. Null where <paramref name="Contains"/> is given.</param>
/// <param name="Contains">Words of which one is in the name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Technique">Id of the technique; null where the name does not say it: that of the client's treatment then.</param>
/// <param name="Reason">Of a touch-up; null where the name does not say it.</param>
public sealed record ServiceRule(string? Name, IReadOnlyList<string> Contains, ServiceKind Kind, string? Technique, string? Reason)
{
    public bool IsStated => Name is not null;

    internal bool Fits(string service) => Name is not null
        ? string.Equals(MapText.Key(Name), MapText.Key(service), StringComparison.Ordinal)
        : Contains.Any(word => service.Contains(word, StringComparison.OrdinalIgnoreCase));
}
