using System.Numerics;

namespace SmpInsights.Outcomes.Privacy;

/// <summary>
/// What a reader knows who can add and subtract: the sums of unknowns that follow from the sums learnt so far. Exact: whole-number row echelon form, each row led by its latest
/// unknown (fraction-free Gaussian elimination, rows divided by their common divisor). Which sums are known depends on what was printed, never on its value, so no value is held.
/// </summary>
internal sealed class LinearKnowledge
{
    private readonly Dictionary<int, SortedList<int, BigInteger>> _rows;

    public LinearKnowledge()
        : this([])
    {
    }

    private LinearKnowledge(Dictionary<int, SortedList<int, BigInteger>> rows) => _rows = rows;

    public LinearKnowledge Clone() => new(new Dictionary<int, SortedList<int, BigInteger>>(_rows)); // rows never change once they are in

    /// <summary>The value of this sum (unknown by coefficient) is now known.</summary>
    public void Learn(IEnumerable<KeyValuePair<int, int>> sum)
    {
        var rest = Reduce(sum);
        if (rest.Count > 0)
            _rows.Add(rest.Keys[^1], rest);
    }

    /// <summary>True where the value of this sum follows from what was learnt; that of nothing (0) always does.</summary>
    public bool Knows(IEnumerable<KeyValuePair<int, int>> sum) => Reduce(sum).Count == 0;

    private SortedList<int, BigInteger> Reduce(IEnumerable<KeyValuePair<int, int>> sum)
    {
        var rest = new SortedList<int, BigInteger>();
        foreach (var (unknown, coefficient) in sum)
            Add(rest, unknown, coefficient);
        while (rest.Count > 0 && _rows.TryGetValue(rest.Keys[^1], out var row))
        {
            var (a, b) = (rest.Values[^1], row.Values[^1]);
            var next = new SortedList<int, BigInteger>(rest.Count);
            foreach (var (unknown, coefficient) in rest)
                next.Add(unknown, coefficient * b);
            foreach (var (unknown, coefficient) in row)
                Add(next, unknown, -coefficient * a);
            var divisor = next.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
            rest = divisor <= 1 ? next : new SortedList<int, BigInteger>(next.ToDictionary(x => x.Key, x => x.Value / divisor));
        }

        return rest;
    }

    private static void Add(SortedList<int, BigInteger> sum, int unknown, BigInteger coefficient)
    {
        var total = sum.GetValueOrDefault(unknown) + coefficient;
        if (total.IsZero)
            sum.Remove(unknown);
        else
            sum[unknown] = total;
    }
}
