using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.Survival;

/// <summary>The mean time spent without event before a horizon, and its standard error, both in the unit of the times.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RestrictedMean(double Value, double StandardError);
