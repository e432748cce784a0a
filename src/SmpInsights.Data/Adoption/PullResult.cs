using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>What one reading of the clinic's own database did, view by view in the order of the contract; tables without a view are left out.</summary>
public sealed record PullResult(string Source, IReadOnlyList<PulledView> Views, IReadOnlyList<Reject> Rejects, IReadOnlyList<ImportWarning> Warnings)
{
    public long Rejected => Views.Sum(v => v.File.Rejected);

    public long WarningCount => Views.Sum(v => v.File.Warnings);

    /// <summary>Why the stored rows can't be relied on: a view that is needed is not there, or lacks a column; null where all were read.</summary>
    public string? Broken => Views.FirstOrDefault(v => v.File.Unreadable || v.File.Missing) is { } broken
        ? Rejects.Where(r => string.Equals(r.File, broken.View, StringComparison.Ordinal)).Select(r => $"{r.File}{(r.Column.Length > 0 ? $", {r.Column}" : "")}: {r.Reason}.").First()
        : null;

    /// <summary>Rows that were added, replaced or removed.</summary>
    public long Changed => Views.Sum(v => v.File.Inserted + v.File.Updated + v.Removed);
}
