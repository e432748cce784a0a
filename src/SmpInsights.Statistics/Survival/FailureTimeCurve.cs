using MathNet.Numerics;
using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Survival;

/// <summary>The distribution of one subject's time: log T = location + scale · error.</summary>
/// <param name="Distribution">Distribution of the error.</param>
/// <param name="Location">Logarithm of a time, in any unit.</param>
/// <param name="Scale">Above 0.</param>
public readonly record struct FailureTimeCurve(FailureTimeDistribution Distribution, double Location, double Scale)
{
    /// <summary>Minus the logarithm of the survival, from 0 upwards; as a tail, so that small ones keep their digits.</summary>
    /// <param name="time">In the unit of the location, at least 0.</param>
    public double CumulativeHazard(double time) => CumulativeHazardAtLog(Math.Log(time));

    /// <summary>The same of a time whose logarithm is known; minus infinity for time 0.</summary>
    public double CumulativeHazardAtLog(double logTime)
    {
        double z = (logTime - Location) / Scale;
        return Distribution switch
        {
            FailureTimeDistribution.Weibull => Math.Exp(z),
            FailureTimeDistribution.Lognormal => z < 0 ? -SpecialFunctions.Log1p(-SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2) : -NormalTail.Log(z),
            _ => z > 0 ? z + SpecialFunctions.Log1p(Math.Exp(-z)) : SpecialFunctions.Log1p(Math.Exp(z)),
        };
    }

    /// <summary>The time by which this much cumulative hazard has gathered; positive infinity where it is too large to write.</summary>
    /// <param name="cumulativeHazard">At least 0.</param>
    public double TimeAt(double cumulativeHazard)
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

    /// <summary>The median of the time given that it exceeds <paramref name="time"/>; in its unit.</summary>
    public double MedianAfter(double time) => TimeAt(CumulativeHazard(time) + Constants.Ln2);
}
