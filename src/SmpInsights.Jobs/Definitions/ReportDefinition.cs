using Quartz;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Definitions;

/// <summary>
/// What one audience gets and when; a rate on fewer clients than <paramref name="SmallestCell"/> is not printed. <paramref name="Rebase"/> gives, by id of a watched measure, the month from which its limits
/// begin anew because a process was changed on purpose. <paramref name="Hash"/> is the SHA-256 of the definition's text without its <c>deliver</c> list: another definition is another revision, another recipient is none.
/// </summary>
public sealed record ReportDefinition(
    string Id,
    ReportKind Kind,
    string Title,
    string Audience,
    CronExpression Schedule,
    int CatchUpMonths,
    IReadOnlyList<string> Sections,
    SmallestCell SmallestCell,
    IReadOnlyDictionary<string, ReportMonth> Rebase,
    string Hash)
{
    /// <summary>The schedule as it was written: minute, hour, day of month, month, day of week.</summary>
    public required string Cron { get; init; }

    /// <summary>Where its reports go once they are published.</summary>
    public IReadOnlyList<DeliveryTarget> Deliver { get; init; } = [];
}
