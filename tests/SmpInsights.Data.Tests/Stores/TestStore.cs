using System.Data.Common;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.Tests.Stores;

/// <summary>A kind of database that the contract tests run on: each is written once, as an abstract class, and inherited twice.</summary>
public abstract class TestStore : IDisposable
{
    /// <summary>A database of this version without a row.</summary>
    public abstract SmpDatabase Empty();

    /// <summary>Names of the tables, in order.</summary>
    public abstract IReadOnlyList<string> Tables(DbConnection connection);

    /// <summary>The same, without a table.</summary>
    internal abstract BareDatabase Bare();

    /// <summary>At the end of a test: the store is its own, unless the tests of a run share it.</summary>
    public static void End(TestStore store)
    {
        if (store is not ServerStore)
        {
            store.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>A database without a table, to be migrated as often as one likes.</summary>
    internal abstract class BareDatabase : IDisposable
    {
        public abstract SmpDatabase Migrate(IReadOnlyList<Migration> migrations);

        /// <summary>With every migration there is.</summary>
        public abstract SmpDatabase Migrate();

        /// <summary>Names of the tables, in order.</summary>
        public abstract IReadOnlyList<string> Tables();

        public abstract void Dispose();
    }
}
