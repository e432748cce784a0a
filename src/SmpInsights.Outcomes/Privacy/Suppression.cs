namespace SmpInsights.Outcomes.Privacy;

/// <summary>
/// Decides which cells to hide, for one release of tables after another: a reader is taken to hold all of them and to add and subtract over all together.
/// <list type="number">
/// <item>Small: a cell on more than no and fewer clients than the threshold.</item>
/// <item>A cell that is the same number as one hidden in this or an earlier release stays hidden.</item>
/// <item>In a margin with a printed total the hidden parts are at least two, hold the threshold's clients together, and can't be told from their marks and the total alone. Until
/// then the part with fewest clients is hidden too (of equal ones the first in the list); the total only when no part is left.</item>
/// <item>No hidden cell of this or any earlier release follows from what is printed (Gaussian elimination over all margins and releases). Until then a further cell is hidden:
/// parts before totals, those in a margin with a cell given away first, then the fewest clients, then the first in the list.</item>
/// <item>What turns out not to be needed is printed after all, most clients first.</item>
/// </list>
/// A number printed in an earlier release is no cover, since whoever holds that report knows it. The choice is not the smallest possible, which is a hard problem
/// (Kelly, Golden and Assad 1992, Networks 22, 397-417). Determination by elimination: Cox 1980, JASA 75, 377-385.
/// </summary>
public sealed class Suppression(SmallestCell smallest)
{
    private readonly Dictionary<string, int> _unknowns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValuePair<int, int>[]> _hiddenBefore = new(StringComparer.Ordinal);
    private LinearKnowledge _before = new();

    /// <summary>What becomes of each cell, in the order of <paramref name="cells"/>. Remembers the release for those that follow.</summary>
    /// <param name="cells">All cells of one report.</param>
    /// <param name="margins">Which of them add up to which.</param>
    /// <exception cref="ArgumentOutOfRangeException">A margin names a cell that is not there.</exception>
    public IReadOnlyList<Disclosure> Release(IReadOnlyList<TableCell> cells, IReadOnlyList<Margin> margins)
    {
        if (margins.SelectMany(m => m.Parts.Append(m.Total)).Any(i => i < 0 || i >= cells.Count))
            throw new ArgumentOutOfRangeException(nameof(margins), "A margin names a cell that is not there.");
        var release = new Draft(this, cells, margins);
        release.Settle();
        release.Relax();
        _before = release.Told();
        foreach (var (same, sum) in release.Hidden())
            _hiddenBefore.TryAdd(same, sum);
        return release.Disclosures();
    }

    private sealed class Draft
    {
        private readonly Suppression _releases;
        private readonly IReadOnlyList<TableCell> _cells;
        private readonly IReadOnlyList<Margin> _margins;
        private readonly KeyValuePair<int, int>[][] _sums;
        private readonly string[] _same;
        private readonly bool[] _knownBefore;
        private readonly bool[] _must;
        private readonly bool[] _isTotal;
        private bool[] _hidden;

        public Draft(Suppression releases, IReadOnlyList<TableCell> cells, IReadOnlyList<Margin> margins)
        {
            (_releases, _cells, _margins) = (releases, cells, margins);
            _sums = [.. cells.Select(c => c.Parts.Select(Unknown).Order().Select(u => KeyValuePair.Create(u, 1)).ToArray())];
            _same = [.. _sums.Select(s => string.Join(' ', s.Select(x => x.Key)))];
            _knownBefore = [.. _sums.Select(releases._before.Knows)];
            _isTotal = new bool[cells.Count];
            foreach (var m in margins)
                _isTotal[m.Total] = true;
            _must = [.. cells.Select((c, i) => releases.IsSmall(c) || (c.IsClosed && c.Clients > 0) || releases._hiddenBefore.ContainsKey(_same[i]))];
            _hidden = new bool[cells.Count];
            for (var i = 0; i < cells.Count; i++)
                if (_must[i])
                    Hide(i);
        }

        public void Settle()
        {
            do
            {
                while (_margins.Select(Missing).FirstOrDefault(i => i is not null) is { } next)
                    Hide(next);
            }
            while (HideOneMore());
        }

        public void Relax()
        {
            foreach (var i in Enumerable.Range(0, _cells.Count).Where(i => _hidden[i]).OrderBy(i => !_isTotal[i]).ThenByDescending(i => _cells[i].Clients).ThenByDescending(i => i))
            {
                var all = SameAs(i).ToList();
                if (all.Exists(j => _must[j]))
                    continue;
                var kept = (bool[])_hidden.Clone();
                all.ForEach(j => _hidden[j] = false);
                if (_margins.Any(m => Missing(m) is not null) || GivenAway().Count > 0)
                    _hidden = kept;
            }
        }

        public IEnumerable<(string Same, KeyValuePair<int, int>[] Sum)> Hidden() => Enumerable.Range(0, _cells.Count).Where(i => _hidden[i] && !_knownBefore[i]).Select(i => (_same[i], _sums[i]));

        public IReadOnlyList<Disclosure> Disclosures() => [.. _cells.Select((c, i) => !_hidden[i] ? Disclosure.Shown : _releases.IsSmall(c) ? Disclosure.Small : Disclosure.Withheld)];

        /// <summary>All a reader knows once this is printed.</summary>
        public LinearKnowledge Told()
        {
            var told = _releases._before.Clone();
            foreach (var m in _margins)
                told.Learn([.. _sums[m.Total], .. m.Parts.SelectMany(p => _sums[p]).Select(x => KeyValuePair.Create(x.Key, -x.Value))]);
            for (var i = 0; i < _cells.Count; i++)
                if (!_hidden[i])
                    told.Learn(_sums[i]);
            return told;
        }

        private int Unknown(string part)
        {
            if (!_releases._unknowns.TryGetValue(part, out var unknown))
                _releases._unknowns.Add(part, unknown = _releases._unknowns.Count);
            return unknown;
        }

        private IEnumerable<int> SameAs(int cell) => Enumerable.Range(0, _cells.Count).Where(i => string.Equals(_same[i], _same[cell], StringComparison.Ordinal));

        private void Hide(int cell)
        {
            foreach (var i in SameAs(cell))
                _hidden[i] = true;
        }

        private bool IsCover(int cell) => !_hidden[cell] && _cells[cell].Clients > 0 && !_knownBefore[cell];

        /// <summary>The cell a margin still needs hidden, or null.</summary>
        private int? Missing(Margin margin)
        {
            var hidden = margin.Parts.Where(p => _hidden[p] && !_knownBefore[p]).ToList();
            if (hidden.Count == 0 || _hidden[margin.Total])
                return null;
            var enough = hidden.Count > 1 && hidden.Sum(p => _cells[p].Clients) >= _releases.Smallest.Clients;
            if (enough && !IsTight(hidden))
                return null;
            if (margin.Parts.Where(IsCover).OrderBy(p => _cells[p].Clients).ThenBy(p => p).Cast<int?>().FirstOrDefault() is { } part)
                return part;
            return !enough && IsCover(margin.Total) ? margin.Total : null;
        }

        /// <summary>True where the hidden parts' sum and their marks (small, or withheld and so not small) leave one of them a single value.</summary>
        private bool IsTight(List<int> hidden)
        {
            long sum = hidden.Sum(p => _cells[p].Clients), least = hidden.Sum(Least), most = hidden.Sum(Most);
            return hidden.Exists(p => Math.Max(Least(p), sum - (most - Most(p))) == Math.Min(Most(p), sum - (least - Least(p))));

            long Least(int p) => _releases.IsSmall(_cells[p]) ? 1 : _releases.Smallest.Clients;
            long Most(int p) => _releases.IsSmall(_cells[p]) ? _releases.Smallest.Clients - 1 : int.MaxValue;
        }

        private bool HideOneMore()
        {
            var away = GivenAway();
            if (away.Count == 0)
                return false;
            var near = _margins.Where(m => m.Parts.Append(m.Total).Any(away.Contains)).SelectMany(m => m.Parts.Append(m.Total)).ToHashSet();
            var next = Enumerable.Range(0, _cells.Count).Where(IsCover).OrderBy(i => _isTotal[i]).ThenBy(i => !near.Contains(i)).ThenBy(i => _cells[i].Clients).ThenBy(i => i).Cast<int?>().FirstOrDefault();
            if (next is { } cell)
                Hide(cell);
            return next is not null;
        }

        /// <summary>Hidden cells that what is printed gives away; -1 stands for one of an earlier release.</summary>
        private HashSet<int> GivenAway()
        {
            var told = Told();
            HashSet<int> away = [.. Enumerable.Range(0, _cells.Count).Where(i => _hidden[i] && !_knownBefore[i] && told.Knows(_sums[i]))];
            if (_releases._hiddenBefore.Values.Any(told.Knows))
                away.Add(-1);
            return away;
        }
    }

    private SmallestCell Smallest => smallest;

    private bool IsSmall(TableCell cell) => smallest.IsSmall(cell.Clients);
}
