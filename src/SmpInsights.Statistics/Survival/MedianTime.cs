using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.Survival;

/// <summary>The median time with the limits of its interval, each in the unit of the times and null where the curve it is read from never comes down to one half.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MedianTime(double? Value, double? Lower, double? Upper);
