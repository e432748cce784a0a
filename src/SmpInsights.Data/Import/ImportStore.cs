using System.Data.Common;

namespace SmpInsights.Data.Import;

/// <summary>The connection of one import, with staging tables that no other import sees.</summary>
internal abstract class ImportStore : IDisposable
{
    /// <summary>Open; a new one after the old was lost.</summary>
    public abstract DbConnection Connection { get; }

    /// <summary>The import's own number where imports share staging tables; parameter <c>@import</c> of the statements.</summary>
    public abstract int Import { get; }

    /// <summary>How long one statement may take; 0 for as long as it does.</summary>
    public abstract int StatementSeconds { get; }

    public abstract StagingSql Sql(ContractTable table);

    /// <summary>Begins to take the rows of one file.</summary>
    public abstract RowStaging Stage(ContractTable table, CancellationToken ct);

    /// <summary>Begins to store them. One import at a time.</summary>
    public abstract DbTransaction BeginStore();

    /// <summary>Removes what was staged of a file, once it is stored and listed.</summary>
    public abstract void Clear(ContractTable table);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
