using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>Surveys sent and answered.</summary>
public sealed record SurveyResponse(int Sent, int Responded)
{
    /// <summary>Null when no survey was sent.</summary>
    public double? Rate => Sent == 0 ? null : (double)Responded / Sent;

    public Interval? Interval => WilsonInterval.Of(Responded, Sent);
}
