using System.Runtime.InteropServices;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Statistics.ControlCharts;

/// <summary>The limits of a funnel at one number of trials, within [0, 1] and around the target.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FunnelBand(Interval Limits95, Interval Limits998)
{
    public FunnelPosition Place(double proportion) =>
        proportion < Limits998.Lower || proportion > Limits998.Upper ? FunnelPosition.Outside998
        : proportion < Limits95.Lower || proportion > Limits95.Upper ? FunnelPosition.Outside95
        : FunnelPosition.Inside;
}
