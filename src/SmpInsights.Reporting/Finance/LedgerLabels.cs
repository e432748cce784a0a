using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Finance;

/// <summary>
/// Names of techniques or practitioners as SUMIFS can tell them apart. It ignores case, takes text that reads as a number or date for one, and compares no more than 255 characters:
/// a name that could be mistaken carries its id.
/// </summary>
internal sealed class LedgerLabels
{
    public const string Unattributed = "Not tied to a treatment";

    private const int Longest = 120;
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal) { [Revenue.Unattributed] = Unattributed };

    public LedgerLabels(IReadOnlyDictionary<string, string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Unattributed };
        var clean = names.ToDictionary(n => n.Key, n => SheetText.Clean(n.Value).Trim(), StringComparer.Ordinal);
        var repeated = clean.Values.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, name) in clean.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            var label = IsPlain(name) && !repeated.Contains(name) && taken.Add(name) ? name : null;
            for (var n = 1; label is null; n++)
            {
                var wanted = $"{(name.Length > Longest ? name[..Longest] + "…" : name)} ({SheetText.Clean(id)}){(n == 1 ? "" : " #" + Documents.Print.Integer(n))}".TrimStart();
                label = taken.Add(wanted) ? wanted : null;
            }

            _labels.Add(id, label);
        }
    }

    /// <summary>Whether a formula must escape the characters that stand for any text.</summary>
    public bool HoldWildcards => _labels.Values.Any(l => l.AsSpan().ContainsAny('*', '?', '~'));

    public string Of(string id) => _labels[id];

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= Longest && char.IsLetter(name[0]) && !name.Any(char.IsDigit) && name.ToUpperInvariant() is not ("TRUE" or "FALSE");
}
