using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.Survival;

/// <summary>A survival curve read at one time.</summary>
/// <param name="Survival">Estimated probability of no event up to and including the time.</param>
/// <param name="StandardError">Greenwood standard error of <paramref name="Survival"/>; 0 before the first event, null where the curve is 0.</param>
/// <param name="Lower">Lower limit of the log-log interval; null where the curve is exactly 1 or 0.</param>
/// <param name="Upper">Upper limit, likewise.</param>
/// <param name="AtRisk">Subjects whose own time is the time or later.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SurvivalPoint(double Survival, double? StandardError, double? Lower, double? Upper, int AtRisk);
