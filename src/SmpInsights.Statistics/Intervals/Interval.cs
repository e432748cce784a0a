using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.Intervals;

/// <summary>A closed interval; the limits are in the unit of what they enclose, the lower one first.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Lower, double Upper);
