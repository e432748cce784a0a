using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Privacy;

/// <summary>A client's data joined or changed a group's counts in a month. A client is in the group from the first such month on.</summary>
public readonly record struct GroupChange(string Group, int Client, ReportMonth Month);
