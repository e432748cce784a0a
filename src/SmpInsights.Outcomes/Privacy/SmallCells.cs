namespace SmpInsights.Outcomes.Privacy;

/// <summary>Which groups of a table are too small to print.</summary>
public static class SmallCells
{
    /// <summary>A rate on fewer clients is not printed.</summary>
    public const int Threshold = 5;

    /// <summary>What stands in a hidden cell's place.</summary>
    public static string Mark(int threshold = Threshold) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<{threshold}");

    /// <summary>True where a rate on so many clients must not be printed; nobody at all is no secret.</summary>
    public static bool IsSmall(int clients, int threshold = Threshold) => clients > 0 && clients < threshold;

    /// <summary>The keys of the groups to hide, as <see cref="Hide"/> has it.</summary>
    public static IReadOnlySet<string> HideKeys<T>(IReadOnlyDictionary<string, T> groups, Func<T, int> clients)
    {
        var hidden = Hide([.. groups.Values.Select(clients)]);
        return groups.Keys.Where((_, i) => hidden[i]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Which months of a series to hide, oldest first: the last <paramref name="pooled"/>, which are also printed together, are a margin of their own.
    /// </summary>
    public static bool[] HideMonths(IReadOnlyList<int> clients, int pooled) => [.. Hide([.. clients.SkipLast(pooled)]), .. Hide([.. clients.TakeLast(pooled)])];

    /// <summary>
    /// Which groups of one margin to hide: the small ones and, where the hidden ones together would still be fewer than the threshold (so that subtraction from the
    /// total would give them away), the next smallest until they are not. Same order as <paramref name="clients"/>; ties by position.
    /// </summary>
    public static bool[] Hide(IReadOnlyList<int> clients, int threshold = Threshold)
    {
        var hidden = new bool[clients.Count];
        var together = 0;
        foreach (var i in Enumerable.Range(0, clients.Count).Where(i => clients[i] > 0).OrderBy(i => clients[i]).ThenBy(i => i))
        {
            if (!IsSmall(clients[i], threshold) && (together == 0 || together >= threshold))
                break;
            hidden[i] = true;
            together += clients[i];
        }

        return hidden;
    }
}
