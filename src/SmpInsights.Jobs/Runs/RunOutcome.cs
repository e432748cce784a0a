using SmpInsights.Data.Runs;

namespace SmpInsights.Jobs.Runs;

/// <summary>How a run ended.</summary>
public abstract record RunOutcome(RunKey Key)
{
    /// <summary>Of the ledger; 0 where no run was claimed.</summary>
    public long RunId { get; init; }

    /// <summary>A new revision lies in <paramref name="Folder"/>; <paramref name="Files"/> are relative to it.</summary>
    public sealed record Done(RunKey Key, int Revision, string Folder, IReadOnlyList<string> Files) : RunOutcome(Key);

    /// <summary>Rows, definition and version are those of a revision that stands whole in <paramref name="Folder"/>.</summary>
    public sealed record Unchanged(RunKey Key, int Revision, string Folder, IReadOnlyList<string> Files) : RunOutcome(Key);

    /// <summary>The previous revision, if any, stands.</summary>
    public sealed record Failed(RunKey Key, string Error) : RunOutcome(Key);

    /// <summary>An attempt failed for a reason that may pass: any worker tries again. The previous revision, if any, stands.</summary>
    public sealed record Postponed(RunKey Key, string Error) : RunOutcome(Key);

    /// <summary>The lease was lost to another worker, who finishes the run; nothing was published.</summary>
    public sealed record Lost(RunKey Key) : RunOutcome(Key);
}
