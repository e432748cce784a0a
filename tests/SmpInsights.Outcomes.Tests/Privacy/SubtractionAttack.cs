namespace SmpInsights.Outcomes.Tests.Privacy;

/// <summary>
/// Someone who holds every table and adds and subtracts: solves what was printed for what was not, with Gaussian elimination modulo 2^61 - 1 (a number the counts never come near).
/// Written apart from the product's own elimination, which it is to check: values are carried along, rows are kept fully reduced.
/// </summary>
internal sealed class SubtractionAttack
{
    private const long Prime = (1L << 61) - 1;

    private readonly Dictionary<string, (Dictionary<string, long> Sum, long Value)> _rows = new(StringComparer.Ordinal);

    /// <summary>The sum of these unknowns was printed.</summary>
    /// <exception cref="InvalidOperationException">It contradicts what was printed elsewhere: the attacker misreads the tables.</exception>
    public void Read(IEnumerable<(string Unknown, int Times)> sum, long value)
    {
        var (rest, left) = Reduce(sum, value);
        if (rest.Count == 0)
        {
            if (left != 0)
                throw new InvalidOperationException("Two printed numbers contradict each other.");
            return;
        }

        var pivot = rest.Keys.Min(StringComparer.Ordinal)!;
        var inverse = Power(rest[pivot], Prime - 2);
        foreach (var unknown in rest.Keys.ToList())
            rest[unknown] = Times(rest[unknown], inverse);
        left = Times(left, inverse);
        foreach (var (key, row) in _rows.ToList())
        {
            if (!row.Sum.TryGetValue(pivot, out var factor))
                continue;
            Subtract(row.Sum, factor, rest);
            _rows[key] = (row.Sum, Modulo(row.Value - Times(factor, left)));
        }

        _rows.Add(pivot, (rest, left));
    }

    public void Read(IEnumerable<string> parts, long value) => Read(parts.Select(p => (p, 1)), value);

    /// <summary>The value of the sum of these unknowns, null if it can't be told. The sum of none is no secret and is not asked for.</summary>
    public long? Recover(IEnumerable<string> parts)
    {
        var (rest, left) = Reduce(parts.Select(p => (p, 1)), 0);
        return rest.Count == 0 ? Modulo(-left) : null;
    }

    private (Dictionary<string, long> Sum, long Value) Reduce(IEnumerable<(string Unknown, int Times)> sum, long value)
    {
        var rest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (unknown, times) in sum)
            Subtract(rest, Modulo(-times), new Dictionary<string, long>(StringComparer.Ordinal) { [unknown] = 1 });
        var left = Modulo(value);
        foreach (var unknown in rest.Keys.ToList())
        {
            if (!rest.TryGetValue(unknown, out var factor) || !_rows.TryGetValue(unknown, out var row))
                continue;
            Subtract(rest, factor, row.Sum);
            left = Modulo(left - Times(factor, row.Value));
        }

        return (rest, left);
    }

    private static void Subtract(Dictionary<string, long> sum, long factor, Dictionary<string, long> other)
    {
        foreach (var (unknown, times) in other)
        {
            var left = Modulo(sum.GetValueOrDefault(unknown) - Times(factor, times));
            if (left == 0)
                sum.Remove(unknown);
            else
                sum[unknown] = left;
        }
    }

    private static long Modulo(long value) => value % Prime is var rest && rest < 0 ? rest + Prime : rest;

    private static long Times(long a, long b) => (long)((UInt128)(ulong)a * (ulong)b % (ulong)Prime);

    private static long Power(long x, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1, x = Times(x, x))
            if ((exponent & 1) == 1)
                result = Times(result, x);
        return result;
    }
}
