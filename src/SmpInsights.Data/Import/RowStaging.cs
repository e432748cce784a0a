using System.Data.Common;

namespace SmpInsights.Data.Import;

/// <summary>Takes the parsed rows of one file, good ones and bad.</summary>
internal abstract class RowStaging : IDisposable
{
    /// <summary>What other statements of the connection must name meanwhile.</summary>
    public abstract DbTransaction? Transaction { get; }

    /// <param name="line">The row's; later rows have later lines.</param>
    /// <param name="row">Copied: it may be filled anew.</param>
    public abstract void Add(long line, StagedRow row);

    /// <summary>The id is the row's, as it was read; null where it was not.</summary>
    public abstract void Reject(long line, string column, string value, string reason, string? id);

    /// <summary>All rows were given: they are in the staging tables now.</summary>
    public abstract void Complete();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
