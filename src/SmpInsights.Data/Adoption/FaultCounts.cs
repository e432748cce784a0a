using System.Text.RegularExpressions;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Faults of many rows, counted by view, column and kind, with some of each as examples.</summary>
internal sealed partial class FaultCounts
{
    public const int Examples = 3;

    private readonly Dictionary<(string View, string Column, string Reason, bool IsReject), (long Count, List<(string Id, string Value)> Examples)> faults = [];

    public void Add(string view, string column, string reason, string id, string value, bool isReject)
    {
        var key = (view, column, Kind(reason), isReject);
        var (count, examples) = faults.GetValueOrDefault(key, (0, []));
        if (examples.Count < Examples)
        {
            examples.Add((Shown.Value(id), value));
        }

        faults[key] = (count + 1, examples);
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<CheckedFault> Of(string view, string column) =>
    [
        .. faults.Where(f => string.Equals(f.Key.View, view, StringComparison.Ordinal) && string.Equals(f.Key.Column, column, StringComparison.Ordinal))
            .OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key.Reason, StringComparer.Ordinal)
            .Select(f => new CheckedFault(f.Key.Reason, f.Key.IsReject, f.Value.Count, f.Value.Examples)),
    ];

    /// <summary>A reason names ids and dates of its row; what is left without them is the rule.</summary>
    private static string Kind(string reason) => string.Join(' ', reason.Split(' ').Select(word => OfItsRow().IsMatch(word) ? "…" : word));

    /// <summary>A date, a number with decimals or of five digits and more, or an id of letters and digits; limits of a rule are short whole numbers.</summary>
    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d.*|\d+\.\d+|\d{5,}|(?=.*\d)(?=.*\p{L}).+)[.,;:]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfItsRow();
}
