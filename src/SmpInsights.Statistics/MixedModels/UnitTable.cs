using System.Numerics;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// The units laid out for the likelihood: in blocks of one pattern, one array a quantity. A unit's readings are carried by their cross
/// products A = Z'Z, with Z = [1 τ], and by the unit's own line <c>Line0 + Line1 τ</c>, for which A·line = Z'y; what its readings scatter
/// about that line goes into <see cref="Within"/>. Times are centred and scaled, τ = (t − Centre) / Scale, over all readings.
/// Every block starts at a multiple of the vector width and is filled up with empty units, which add nothing.
/// </summary>
internal sealed class UnitTable
{
    public required double Centre { get; init; }

    public required double Scale { get; init; }

    public required int Units { get; init; }

    public required int Readings { get; init; }

    /// <summary>First index of each pattern's block, and the end of the last.</summary>
    public required int[] Start { get; init; }

    public required double[] A00 { get; init; }

    public required double[] A01 { get; init; }

    public required double[] A11 { get; init; }

    /// <summary>Determinant of A, exactly 0 for a unit whose readings are all at one time.</summary>
    public required double[] Determinant { get; init; }

    public required double[] Line0 { get; init; }

    public required double[] Line1 { get; init; }

    /// <summary>Σ over units of the squared distances of the readings from their unit's own line.</summary>
    public double Within { get; private set; }

    /// <summary>Null when the times of all readings are the same.</summary>
    public static UnitTable? Of(ReadOnlySpan<UnitSums> units, ReadOnlySpan<int> pattern, int patterns)
    {
        var start = new int[patterns + 1];
        int used = 0;
        int readings = 0;
        double sumT = 0;
        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Count == 0)
                continue;
            start[pattern[i] + 1]++;
            used++;
            readings = checked(readings + units[i].Count);
            sumT += units[i].SumT;
        }
        double centre = sumT / readings;
        double spread = 0;
        double size = 0;
        foreach (UnitSums unit in units)
        {
            if (unit.Count == 0)
                continue;
            double off = unit.SumT / unit.Count - centre;
            spread += unit.SpreadT + unit.Count * off * off;
            size += unit.SumTT;
        }
        if (!(spread > 1e-13 * size))
            return null;

        int width = Vector<double>.Count;
        for (int k = 0; k < patterns; k++)
            start[k + 1] = start[k] + (start[k + 1] + width - 1) / width * width;
        var table = new UnitTable
        {
            Centre = centre,
            Scale = Math.Sqrt(spread / readings),
            Units = used,
            Readings = readings,
            Start = start,
            A00 = new double[start[^1]],
            A01 = new double[start[^1]],
            A11 = new double[start[^1]],
            Determinant = new double[start[^1]],
            Line0 = new double[start[^1]],
            Line1 = new double[start[^1]],
        };
        int[] next = start[..^1];
        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Count > 0)
                table.Put(next[pattern[i]]++, units[i]);
        }
        return table;
    }

    /// <summary>Takes a line off the readings of every unit of a pattern, which changes neither A nor the scatter about the unit's own line.</summary>
    public void Subtract(int pattern, double intercept, double slope)
    {
        for (int i = Start[pattern]; i < Start[pattern + 1]; i++)
        {
            // Filled-up entries stay empty.
            if (A00[i] == 0)
                continue;
            Line0[i] -= intercept;
            Line1[i] -= slope;
        }
    }

    private void Put(int index, in UnitSums unit)
    {
        double n = unit.Count;
        double meanT = unit.SumT / n;
        double meanY = unit.SumY / n;
        double middle = (meanT - Centre) / Scale;
        double spread = unit.SpreadT / (Scale * Scale);
        A00[index] = n;
        A01[index] = n * middle;
        A11[index] = n * middle * middle + spread;
        Determinant[index] = n * spread;
        Line0[index] = meanY + unit.Slope * (Centre - meanT);
        Line1[index] = unit.Slope * Scale;
        Within += unit.Scatter;
    }
}
