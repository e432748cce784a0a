using SmpInsights.Outcomes.Input;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// How fast contrast fades in a group: the linear mixed model y = a[method] + b·t + u + v·t + e on y = ln contrast, t in years since healing, by REML.
/// Slopes are per year on the log scale; fade per year is the share of contrast lost in a year (0.18 = 18 %), negative when contrast rises.
/// </summary>
public sealed record FadeEstimate(int Units, int Readings, int Clients, FadeModel Model, double Slope, double SlopeStandardError)
{
    /// <summary>Fewest units for which the model is fitted.</summary>
    public const int MinimumUnits = FadeModel.MinimumUnits;

    /// <summary>Share of healed contrast at which a touch-up is due.</summary>
    public const double Threshold = 0.60;

    /// <summary>A slope or limit steeper than this (a factor of e^50 a year) is no reading of skin, and not estimable.</summary>
    private const double SteepestSlope = 50;

    public RandomSlopeFit Fit => Model.Result;

    private double Margin => StudentT.Quantile(0.975, Units - 1) * SlopeStandardError;

    public double SlopeLower => Slope - Margin;

    public double SlopeUpper => Slope + Margin;

    public double FadePerYear => 1 - Math.Exp(Slope);

    public double FadePerYearLower => 1 - Math.Exp(SlopeUpper);

    public double FadePerYearUpper => 1 - Math.Exp(SlopeLower);

    /// <summary>Years until half the contrast is gone; null where the slope is not negative.</summary>
    public double? HalfLifeYears => While(Slope, 0.5);

    public double? HalfLifeYearsLower => While(SlopeLower, 0.5);

    public double? HalfLifeYearsUpper => While(SlopeUpper, 0.5);

    /// <summary>Years until <see cref="Threshold"/> of healed contrast is left; null where the slope is not negative.</summary>
    public double? YearsToThreshold => While(Slope, Threshold);

    public double? YearsToThresholdLower => While(SlopeLower, Threshold);

    public double? YearsToThresholdUpper => While(SlopeUpper, Threshold);

    /// <summary>The smallest change between two readings of one client that is more than reading error (95 %), as a share of contrast.</summary>
    public double SmallestRealChange => 1 - Math.Exp(-Gaussian.Z975 * Math.Sqrt(2) * Fit.SdResidual);

    /// <summary>Share of healed contrast left after so many years, with its 95 % interval.</summary>
    public (double Value, double Lower, double Upper) Kept(double years) => (Math.Exp(Slope * years), Math.Exp(SlopeLower * years), Math.Exp(SlopeUpper * years));

    /// <summary>Null with too few units or readings, or where the model is not estimable.</summary>
    public static FadeEstimate? Of(IReadOnlyCollection<FadeUnit> units)
    {
        AssessmentMethod[] methods = [.. units.Select(u => u.Method).Distinct().Order()];
        var patterns = methods.Select((_, m) => new RandomSlopePattern([.. methods.Select((_, j) => j == 0 || j == m ? 1.0 : 0.0)], [1.0])).ToList();
        var model = FadeModel.Fit([.. units], [.. units.Select(u => Array.IndexOf(methods, u.Method))], patterns);
        return model is null ? null : Of(model, slope: methods.Length); // the slope's column follows the intercept and the methods' differences from the first
    }

    /// <summary>The estimate of which a column of the model is the slope; null where that is too steep to be one.</summary>
    internal static FadeEstimate? Of(FadeModel model, int slope)
    {
        var (units, fit) = (model.Units, model.Result);
        var estimate = new FadeEstimate(units.Count, fit.Readings, units.DistinctBy(u => u.Course.Client).Count(), model, fit.Coefficients[slope], Math.Sqrt(fit.Covariance[slope, slope]));
        return estimate.SlopeUpper < SteepestSlope && estimate.SlopeLower > -SteepestSlope ? estimate : null;
    }

    private static double? While(double slope, double share) => slope < 0 && Math.Log(share) / slope is var years && double.IsFinite(years) ? years : null;
}
