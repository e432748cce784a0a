using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// All that a random-slope model needs of one unit's readings <c>(t, y)</c>: their number and sums. Sums of parts of a unit add up to the
/// sums of the whole, so they can be kept up to date reading by reading. The default value is a unit without readings.
/// </summary>
/// <remarks>
/// The raw sums alone lose a scatter about the unit's line that is small beside y: with y about 3 and a residual standard deviation of
/// 1e-6 it is below the last digit of Σ y². So the spread of t, the line's slope and the scatter about it are carried along, computed from
/// deviations and merged pairwise (T. F. Chan, G. H. Golub and R. J. LeVeque (1983), Am Stat 37, 242-247, carried over to a line).
/// Two values are equal when their raw sums are.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitSums
{
    /// <summary>Share of Σt² or Σy² below which a spread taken from raw sums is rounding error, as is any spread of times.</summary>
    private const double Rounding = 1e-13;

    /// <summary>From raw sums, which tell a scatter no smaller than 1e-13 Σ y²; <see cref="Of"/> and <see cref="Add(double, double)"/> have no such limit.</summary>
    /// <param name="count">Number of readings.</param>
    /// <param name="sumT">Σ t.</param>
    /// <param name="sumTT">Σ t².</param>
    /// <param name="sumY">Σ y.</param>
    /// <param name="sumTY">Σ t y.</param>
    /// <param name="sumYY">Σ y².</param>
    public UnitSums(int count, double sumT, double sumTT, double sumY, double sumTY, double sumYY)
        : this(count, sumT, sumTT, sumY, sumTY, sumYY, 0, 0, 0)
    {
        if (count < 1)
            return;
        double tt = sumTT - sumT * (sumT / count);
        double ty = sumTY - sumT * (sumY / count);
        bool oneTime = !(tt > Rounding * sumTT);
        SpreadT = oneTime ? 0 : tt;
        Slope = oneTime ? 0 : ty / tt;
        double scatter = sumYY - sumY * (sumY / count) - Slope * ty;
        Scatter = scatter > Rounding * sumYY ? scatter : 0;
    }

    private UnitSums(int count, double sumT, double sumTT, double sumY, double sumTY, double sumYY, double spreadT, double slope, double scatter)
    {
        (Count, SumT, SumTT, SumY, SumTY, SumYY) = (count, sumT, sumTT, sumY, sumTY, sumYY);
        (SpreadT, Slope, Scatter) = (spreadT, slope, scatter);
    }

    /// <summary>Number of readings.</summary>
    public int Count { get; }

    /// <summary>Σ t.</summary>
    public double SumT { get; }

    /// <summary>Σ t².</summary>
    public double SumTT { get; }

    /// <summary>Σ y.</summary>
    public double SumY { get; }

    /// <summary>Σ t y.</summary>
    public double SumTY { get; }

    /// <summary>Σ y².</summary>
    public double SumYY { get; }

    /// <summary>Σ of the squared distances of the times from their mean; exactly 0 when they are one time but for rounding.</summary>
    internal double SpreadT { get; }

    /// <summary>Slope of the unit's own least-squares line; 0 when its readings are all at one time.</summary>
    internal double Slope { get; }

    /// <summary>Σ of the squared distances of the readings from the unit's own line.</summary>
    internal double Scatter { get; }

    /// <summary>The sums of parallel arrays; those of no reading are all 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static UnitSums Of(ReadOnlySpan<double> t, ReadOnlySpan<double> y)
    {
        if (t.Length != y.Length)
            throw new ArgumentException("There must be as many responses as times.", nameof(y));
        if (t.Length == 0)
            return default;
        double sumT = 0, sumTT = 0, sumY = 0, sumTY = 0, sumYY = 0;
        for (int i = 0; i < t.Length; i++)
        {
            sumT += t[i];
            sumTT += t[i] * t[i];
            sumY += y[i];
            sumTY += t[i] * y[i];
            sumYY += y[i] * y[i];
        }
        double meanT = sumT / t.Length;
        double meanY = sumY / t.Length;
        double tt = 0, ty = 0;
        for (int i = 0; i < t.Length; i++)
        {
            tt += (t[i] - meanT) * (t[i] - meanT);
            ty += (t[i] - meanT) * (y[i] - meanY);
        }
        bool oneTime = !(tt > Rounding * sumTT);
        double slope = oneTime ? 0 : ty / tt;
        double scatter = 0;
        for (int i = 0; i < t.Length; i++)
        {
            double distance = y[i] - meanY - slope * (t[i] - meanT);
            scatter += distance * distance;
        }
        return new(t.Length, sumT, sumTT, sumY, sumTY, sumYY, oneTime ? 0 : tt, slope, scatter);
    }

    /// <summary>These sums with one more reading.</summary>
    public UnitSums Add(double t, double y) => Add(new UnitSums(1, t, t * t, y, t * y, y * y, 0, 0, 0));

    /// <summary>These sums and those of further readings of the same unit.</summary>
    public UnitSums Add(UnitSums other)
    {
        if (Count == 0)
            return other;
        if (other.Count == 0)
            return this;
        int count = Count + other.Count;
        double sumTT = SumTT + other.SumTT;
        // The two parts' slopes and the slope between their middles are three independent estimates of the slope of the whole.
        double between = (double)Count * other.Count / count;
        double stepT = other.SumT / other.Count - SumT / Count;
        double stepY = other.SumY / other.Count - SumY / Count;
        double tt = SpreadT + other.SpreadT + between * stepT * stepT;
        bool oneTime = !(tt > Rounding * sumTT);
        double slope = oneTime ? 0 : (SpreadT * Slope + other.SpreadT * other.Slope + between * stepT * stepY) / tt;
        double off = stepY - slope * stepT;
        double scatter = Scatter + other.Scatter + between * off * off
            + SpreadT * (Slope - slope) * (Slope - slope) + other.SpreadT * (other.Slope - slope) * (other.Slope - slope);
        return new(
            count, SumT + other.SumT, sumTT, SumY + other.SumY, SumTY + other.SumTY, SumYY + other.SumYY, oneTime ? 0 : tt, slope, scatter);
    }

    public bool Equals(UnitSums other) =>
        (Count, SumT, SumTT, SumY, SumTY, SumYY) == (other.Count, other.SumT, other.SumTT, other.SumY, other.SumTY, other.SumYY);

    public override int GetHashCode() => HashCode.Combine(Count, SumT, SumTT, SumY, SumTY, SumYY);
}
