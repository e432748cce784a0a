using SmpInsights.Reporting.Revisions;

namespace SmpInsights.Jobs.Runs;

/// <summary>How what a revision is made from differs from the revision before, by their manifests.</summary>
internal static class SinceLast
{
    /// <param name="revision">The revision before.</param>
    /// <param name="before">Its manifest; null where it can't be read.</param>
    /// <param name="input">What the new revision is made from.</param>
    /// <param name="definitionHash">Of its definition and branding.</param>
    /// <param name="productVersion">What makes it.</param>
    public static RevisionChange Of(int revision, Manifest? before, IReadOnlyList<TableFingerprint> input, string definitionHash, string productVersion) => before is null
        ? new RevisionChange(revision, IsKnown: false, [], OtherDefinition: false, OtherVersion: false, null)
        : new RevisionChange(
            revision,
            IsKnown: true,
            [.. input.Select(now => (now.Table, Change: Change(before.Input.FirstOrDefault(t => string.Equals(t.Table, now.Table, StringComparison.Ordinal)), now))).Where(t => t.Change is not null).Select(t => (t.Table, t.Change!.Value))],
            !string.Equals(before.DefinitionHash, definitionHash, StringComparison.Ordinal),
            !string.Equals(before.ProductVersion, productVersion, StringComparison.Ordinal),
            before.KeyFigures);

    private static RowsChange? Change(TableFingerprint? before, TableFingerprint now) => now.Rows.CompareTo(before?.Rows ?? 0) switch
    {
        > 0 => RowsChange.More,
        < 0 => RowsChange.Fewer,
        _ => string.Equals(before?.Sha256, now.Sha256, StringComparison.Ordinal) || before is null ? null : RowsChange.Corrected,
    };
}
