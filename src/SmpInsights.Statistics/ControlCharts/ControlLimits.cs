using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Where a point is expected while nothing changes, in the unit of the points. <paramref name="Sigma"/>, 0 or more, is a third of the way from the centre to a limit;
/// <paramref name="Least"/> and <paramref name="Most"/> are the ends of the scale, at which limits stop.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ControlLimits(double Centre, double Sigma, double Least = double.NegativeInfinity, double Most = double.PositiveInfinity)
{
    /// <summary>Sigmas from the centre to a limit (W. A. Shewhart 1931, "Economic Control of Quality of Manufactured Product").</summary>
    public const double Reach = 3;

    /// <summary>Sigmas from the centre to where the outer third begins.</summary>
    public const double OuterThird = 2;

    public double Lower => Math.Max(Least, Centre - Reach * Sigma);

    public double Upper => Math.Min(Most, Centre + Reach * Sigma);

    /// <summary>1 above the upper limit, −1 below the lower one, 0 within or on them.</summary>
    public int Outside(double value) => value > Upper ? 1 : value < Lower ? -1 : 0;

    /// <summary>1 within the limits but more than two sigmas above the centre, −1 as far below it, else 0.</summary>
    public int InOuterThird(double value) =>
        Outside(value) != 0 ? 0 : value > Centre + OuterThird * Sigma ? 1 : value < Centre - OuterThird * Sigma ? -1 : 0;

    /// <summary>1 above the centre, −1 below it, 0 on it.</summary>
    public int Side(double value) => value.CompareTo(Centre);
}
