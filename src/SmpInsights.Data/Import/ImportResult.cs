namespace SmpInsights.Data.Import;

/// <summary>What an import did, file by file, in the order of the data contract. Of rejects and warnings the first <see cref="Kept"/> are held here; the rejects and warnings files have all.</summary>
public sealed record ImportResult(
    IReadOnlyList<FileResult> Files,
    IReadOnlyList<Reject> Rejects,
    IReadOnlyList<ImportWarning> Warnings,
    IReadOnlyList<string> IgnoredFiles)
{
    /// <summary>How many rejects and warnings are held in memory, to be shown.</summary>
    public const int Kept = 1000;

    /// <summary>What a column map assumed, by rule.</summary>
    public IReadOnlyList<Maps.InferredCells> Inferred { get; init; } = [];

    /// <summary>Rows of another system's export that are no rows of the contract, and why.</summary>
    public IReadOnlyList<Maps.LeftOutRows> LeftOut { get; init; } = [];

    public long Read => Files.Sum(f => f.Read);

    public long Inserted => Files.Sum(f => f.Inserted);

    public long Updated => Files.Sum(f => f.Updated);

    public long Unchanged => Files.Sum(f => f.Unchanged);

    /// <summary>Rows, and files as one each.</summary>
    public long Rejected => Files.Sum(f => f.Rejected);

    public long WarningCount => Files.Sum(f => f.Warnings);

    /// <summary>No file of the contract is there, or no row of any was good and something was rejected. Files that hold but a header were imported.</summary>
    public bool NothingImported => Inserted + Updated + Unchanged == 0 && (Rejected > 0 || Files.All(f => f.Missing));
}

/// <summary>
/// One file of the contract. Read = Inserted + Updated + Unchanged + Rejected, but for a file rejected as a whole: Read 0, Rejected 1.
/// Missing: there is no such file in the folder. Unreadable: the file was rejected as a whole.
/// </summary>
public sealed record FileResult(
    string File,
    long Read,
    long Inserted,
    long Updated,
    long Unchanged,
    long Rejected,
    long Warnings,
    IReadOnlyList<string> IgnoredColumns,
    bool Missing,
    bool Unreadable);

/// <summary>A row that was left out, with the first reason found; line is the physical line on which the row begins (the header's is 1), 0 for a missing file.</summary>
public sealed record Reject(string File, long Line, string Column, string Value, string Reason)
{
    /// <summary>The row's id, where rows are found by it and not by a line; null elsewhere.</summary>
    public string? Id { get; init; }
}

/// <summary>A row that was kept and should be looked at.</summary>
public sealed record ImportWarning(string File, string Id, string Column, string Value, string Message);

/// <summary>How far an import is: bytes of the file parsed, and the stage (reading, checking, storing, looking for oddities).</summary>
public sealed record ImportProgress(string File, string Stage, long Rows, long BytesRead, long BytesTotal);
