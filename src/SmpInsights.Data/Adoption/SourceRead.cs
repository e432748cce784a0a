using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Adoption;

/// <summary>A connection on which the views are read, in one transaction where the database gives one moment for all.</summary>
internal sealed class SourceRead : IDisposable
{
    /// <summary>How long the first row of a view may take.</summary>
    public const int Seconds = 600;

    private readonly ClinicSource source;

    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public SourceRead(ClinicSource source, CancellationToken cancellation)
    {
        this.source = source;
        Cancellation = cancellation;
        Connection = Try(source.Connect);
        try
        {
            Transaction = Try(() => source.BeginRead(Connection));
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public DbConnection Connection { get; }

    public DbTransaction? Transaction { get; }

    public CancellationToken Cancellation { get; }

    public long Count(SourceView view) => Try(() => Connection.ExecuteScalar<long>(view.SelectCount, transaction: Transaction, commandTimeout: Seconds));

    public IReadOnlyDictionary<string, SourceTable> Views() => source.Views(Try(() => source.Tables(Connection, Transaction)));

    /// <summary>What the source's database says against a statement is said of it, not of ours.</summary>
    public T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException e)
        {
            throw Failed(e);
        }
    }

    public Exception Failed(DbException e) => Cancellation.IsCancellationRequested
        ? new OperationCanceledException("Cancelled while the database was at work.", e, Cancellation)
        : new SmpDataException(source.Explain(e), e);

    public void Dispose()
    {
        Transaction?.Dispose();
        Connection.Dispose();
    }
}
