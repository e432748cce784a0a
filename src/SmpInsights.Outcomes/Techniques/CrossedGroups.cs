using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>One client of those counted, with the group in each table.</summary>
internal sealed record CrossedMember(int Client, string Technique, string Brand, string Side, string Skin);

/// <summary>
/// What becomes of groups that are printed in several tables about the same clients: by technique, by pigment, own against the rest, and technique by skin type. All tables are one release, whose parts
/// are what all of them tell apart, so that no table gives away what another hides.
/// </summary>
internal sealed class CrossedGroups
{
    private readonly Dictionary<(string Table, string Key), Disclosure> _decided = [];

    /// <param name="members">One a unit; a client may be several.</param>
    /// <param name="smallest">The threshold.</param>
    /// <param name="isClosed">Cells that stay hidden from reports before, by table and key; the total has the table <see cref="All"/>.</param>
    public CrossedGroups(IReadOnlyList<CrossedMember> members, SmallestCell smallest, Func<string, string, bool> isClosed)
    {
        var cells = new List<TableCell>();
        var margins = new List<Margin>();
        var places = new Dictionary<(string, string), int>();
        int Add(string table, string key, IEnumerable<CrossedMember> of)
        {
            var list = of.ToList();
            cells.Add(new TableCell(table, key, list.DistinctBy(m => m.Client).Count(), [.. list.Select(Part).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], isClosed(table, key)));
            places.Add((table, key), cells.Count - 1);
            return cells.Count - 1;
        }

        IReadOnlyList<int> Table(string table, Func<CrossedMember, string> key) => [.. members.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Add(table, g.Key, g))];
        var (techniques, brands, sides) = (Table(ByTechnique, m => m.Technique), Table(ByBrand, m => m.Brand), Table(BySide, m => m.Side));
        var fields = members.GroupBy(m => m.Technique, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            (IReadOnlyList<int>)[.. g.GroupBy(m => m.Skin, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Add(BySkin, Field(g.Key, s.Key), s))]).ToList();
        var all = Add(All, All, members);
        foreach (var parts in new[] { techniques, brands, sides }.Where(p => p.Count > 0))
            margins.Add(new Margin(all, parts));
        margins.AddRange(techniques.Zip(fields, (total, parts) => new Margin(total, parts)));
        var decided = new Suppression(smallest).Release(cells, margins);
        foreach (var (cell, place) in places)
            _decided.Add(cell, decided[place]);
    }

    public const string ByTechnique = "technique", ByBrand = "brand", BySide = "side", BySkin = "skin", All = "all";

    /// <summary>A group nobody is in is shown: it has nothing to hide.</summary>
    public Disclosure this[string table, string key] => _decided.GetValueOrDefault((table, key), Disclosure.Shown);

    public static string Field(string technique, string skin) => technique + "\u001f" + skin;

    private static string Part(CrossedMember m) => string.Join('\u001f', m.Technique, m.Brand, m.Side, m.Skin);
}
