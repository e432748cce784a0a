using System.Data.Common;
using SmpInsights.Data.Import;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data.Adoption;

/// <summary>The clinic's own database, which is read and never written: it shows each table of the contract as a view.</summary>
public abstract class ClinicSource
{
    /// <summary>The schema of the views; where a database has no schemas, their names begin with it.</summary>
    public const string Schema = "smp_source";

    private protected ClinicSource()
    {
    }

    /// <summary>How it is named to people and in the record of what was read; holds no secret.</summary>
    public abstract string Name { get; }

    /// <summary>What the template is written in.</summary>
    internal abstract ViewDialect Dialect { get; }

    /// <summary>Whether its own tables lie beside ours, in one database.</summary>
    internal virtual bool IsOurs => false;

    /// <param name="given">A connection string of SQL Server, or the path of an SQLite file.</param>
    /// <exception cref="SmpDataException">It is neither.</exception>
    public static ClinicSource Of(string given) => !File.Exists(given) && given.Contains('=', StringComparison.Ordinal)
        ? new ServerSource(ServerConnection.Parse(given), isOurs: false)
        : new FileSource(given);

    /// <summary>Views in the database that also holds our tables.</summary>
    /// <exception cref="SmpDataException">The connection string can't be read.</exception>
    public static ClinicSource Beside(string connectionString) => new ServerSource(ServerConnection.Parse(connectionString), isOurs: true);

    /// <summary>Everything that can be read there.</summary>
    /// <exception cref="SmpDataException">The database can't be read.</exception>
    public IReadOnlyList<SourceTable> Tables()
    {
        try
        {
            using var connection = Connect();
            return Tables(connection, transaction: null);
        }
        catch (DbException e)
        {
            throw new SmpDataException(Explain(e), e);
        }
    }

    /// <summary>The view of a table of the contract, as people write it.</summary>
    internal string ViewOf(ContractTable table) => Dialect.View(table.Name);

    /// <summary>The views there are, by table of the contract.</summary>
    internal IReadOnlyDictionary<string, SourceTable> Views(IEnumerable<SourceTable> tables)
    {
        var views = Contract.Tables.ToDictionary(t => NameKey.Of(ViewOf(t)), t => t.Name, StringComparer.Ordinal);
        return tables.Where(t => views.ContainsKey(NameKey.Of(t.FullName)))
            .GroupBy(t => views[NameKey.Of(t.FullName)], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    internal abstract DbConnection Connect();

    /// <summary>One moment for all views where the database can give it without holding up its writers; else null.</summary>
    internal abstract DbTransaction? BeginRead(DbConnection connection);

    internal abstract IReadOnlyList<SourceTable> Tables(DbConnection connection, DbTransaction? transaction);

    /// <summary>A database error in words for the person.</summary>
    internal abstract string Explain(DbException e);

    private protected static IReadOnlyList<SourceTable> Grouped(IEnumerable<(string Schema, string Table, string Column, string Type)> columns) =>
    [
        .. columns.GroupBy(c => (c.Schema, c.Table)).Select(t => new SourceTable(t.Key.Schema, t.Key.Table, [.. t.Select(c => new SourceColumn(c.Column, c.Type))])),
    ];
}
