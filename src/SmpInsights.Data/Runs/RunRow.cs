namespace SmpInsights.Data.Runs;

/// <summary>One run of a report, as the ledger has it. Times are UTC; progress is a share from 0 to 1.</summary>
public sealed record RunRow(
    long RunId,
    RunKey Key,
    int Revision,
    RunState State,
    int Attempt,
    string? Stage,
    double? Progress,
    string? Error,
    string? LeaseOwner,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset? HeartbeatAt,
    DateTimeOffset? NotBefore,
    DateTimeOffset QueuedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? Fingerprint,
    string? DefinitionHash,
    string? ProductVersion);
