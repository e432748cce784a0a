using Quartz;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Definitions;

/// <summary>
/// What one audience gets and when; a rate on fewer clients than <paramref name="SmallestCell"/> is not printed. <paramref name="Rebase"/> gives, by id of a watched measure, the month from which its limits
/// begin anew because a process was changed on purpose. <paramref name="Hash"/> is the SHA-256 of the definition's text: another definition is another revision.
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
    string Hash);
