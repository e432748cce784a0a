using System.Globalization;

namespace SmpInsights.Data.Runs;

/// <summary>A row of report_runs in the types of the embedded database.</summary>
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
    public string? LeaseUntil { get; init; }
    public string? HeartbeatAt { get; init; }
    public string? NotBefore { get; init; }
    public string QueuedAt { get; init; } = "";
    public string? StartedAt { get; init; }
    public string? FinishedAt { get; init; }
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
        Time(LeaseUntil),
        Time(HeartbeatAt),
        Time(NotBefore),
        Time(QueuedAt)!.Value,
        Time(StartedAt),
        Time(FinishedAt),
        Fingerprint,
        DefinitionHash,
        ProductVersion);

    /// <summary>Fixed width, UTC: text order is time order.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Time(string? text) =>
        text is null ? null : DateTimeOffset.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffK", CultureInfo.InvariantCulture);
}
