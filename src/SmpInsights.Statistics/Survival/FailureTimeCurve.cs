using MathNet.Numerics;
using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Survival;

/// <summary>The distribution of one subject's time: never with a probability of <paramref name="Cured"/>, otherwise log T = location + scale · error. The survival is cured + (1 − cured) · that of log T.</summary>
/// <param name="Distribution">Distribution of the error.</param>
/// <param name="Location">Logarithm of a time, in any unit.</param>
/// <param name="Scale">Above 0.</param>
/// <param name="Cured">Probability that the event never comes, from 0 to 1.</param>
public readonly record struct FailureTimeCurve(FailureTimeDistribution Distribution, double Location, double Scale, double Cured = 0)
{
    /// <summary>Cumulative hazard up to which the share that has failed, above it the share that has not, keeps more digits.</summary>
    private const double Half = Constants.Ln2;

    /// <summary>Minus the logarithm of the survival, from 0 up to minus the logarithm of the share cured; as a tail, so that small ones keep their digits.</summary>
    /// <param name="time">In the unit of the location, at least 0.</param>
    public double CumulativeHazard(double time) => CumulativeHazardAtLog(Math.Log(time));

    /// <summary>The same of a time whose logarithm is known; minus infinity for time 0.</summary>
    public double CumulativeHazardAtLog(double logTime)
    {
        double hazard = UncuredAtLog(logTime);
        return Cured <= 0 ? hazard
            : hazard < Half ? -SpecialFunctions.Log1p((1 - Cured) * SpecialFunctions.Expm1(-hazard))
            : -Math.Log(Cured + (1 - Cured) * Math.Exp(-hazard));
    }

    /// <summary>The time by which this much cumulative hazard has gathered; positive infinity where it never does, or is too large to write.</summary>
    /// <param name="cumulativeHazard">At least 0.</param>
    public double TimeAt(double cumulativeHazard)
    {
        if (cumulativeHazard <= 0)
            return 0;
        if (Cured <= 0)
            return UncuredTimeAt(cumulativeHazard);
        double failed = cumulativeHazard < Half ? SpecialFunctions.Expm1(-cumulativeHazard) / (1 - Cured) : 0;
        double left = cumulativeHazard < Half ? 1 + failed : (Math.Exp(-cumulativeHazard) - Cured) / (1 - Cured);
        return left > 0 ? UncuredTimeAt(failed < 0 ? -SpecialFunctions.Log1p(failed) : -Math.Log(left)) : double.PositiveInfinity;
    }

    /// <summary>The median of the time given that it exceeds <paramref name="time"/>; in its unit, positive infinity where half of such subjects never fail.</summary>
    public double MedianAfter(double time) => TimeAt(CumulativeHazard(time) + Constants.Ln2);

    private double UncuredAtLog(double logTime)
    {
        double z = (logTime - Location) / Scale;
        return Distribution switch
        {
            FailureTimeDistribution.Weibull => Math.Exp(z),
            FailureTimeDistribution.Lognormal => z < 0 ? -SpecialFunctions.Log1p(-SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2) : -NormalTail.Log(z),
            _ => z > 0 ? z + SpecialFunctions.Log1p(Math.Exp(-z)) : SpecialFunctions.Log1p(Math.Exp(z)),
        };
    }

    private double UncuredTimeAt(double cumulativeHazard)
    {
        if (cumulativeHazard <= 0)
            return 0;
        double z = Distribution switch
        {
            FailureTimeDistribution.Weibull => Math.Log(cumulativeHazard),
            FailureTimeDistribution.Lognormal => NormalTail.AtLog(cumulativeHazard),
            _ => cumulativeHazard > 30 ? cumulativeHazard + SpecialFunctions.Log1p(-Math.Exp(-cumulativeHazard)) : Math.Log(SpecialFunctions.Expm1(cumulativeHazard)),
        };
        return Math.Exp(Location + Scale * z);
    }
}
