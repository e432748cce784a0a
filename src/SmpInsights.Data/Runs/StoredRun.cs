namespace SmpInsights.Data.Runs;

/// <summary>A row of report_runs as Dapper reads it.</summary>
internal sealed class StoredRun
{
    public long RunId { get; init; }
    public string Report { get; init; } = "";
    public string Clinic { get; init; } = "";
    public string Practitioner { get; init; } = "";
    public string Period { get; init; } = "";
    public int Revision { get; init; }
    public string State { get; init; } = "";
    public int Attempt { get; init; }
    public string? Stage { get; init; }
    public double? Progress { get; init; }
    public string? Error { get; init; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public DateTimeOffset? HeartbeatAt { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public string? Fingerprint { get; init; }
    public string? DefinitionHash { get; init; }
    public string? ProductVersion { get; init; }

    public RunRow ToRow() => new(
        RunId,
        new RunKey(Report, Clinic, Practitioner, Period),
        Revision,
        Enum.Parse<RunState>(State, ignoreCase: true),
        Attempt,
        Stage,
        Progress,
        Error,
        LeaseOwner,
        LeaseUntil,
        HeartbeatAt,
        NotBefore,
        QueuedAt,
        StartedAt,
        FinishedAt,
        Fingerprint,
        DefinitionHash,
        ProductVersion);
}
