using Quartz;

namespace SmpInsights.Jobs.Definitions;

/// <summary>What one audience gets and when. <paramref name="Hash"/> is the SHA-256 of the definition's text: another definition is another revision.</summary>
public sealed record ReportDefinition(
    string Id,
    ReportKind Kind,
    string Title,
    string Audience,
    CronExpression Schedule,
    int CatchUpMonths,
    IReadOnlyList<string> Sections,
    string Hash);
