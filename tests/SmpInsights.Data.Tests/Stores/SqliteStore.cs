using System.Data.Common;
using Dapper;
using SmpInsights.Data.Schema;
using SmpInsights.Data.Sqlite;

namespace SmpInsights.Data.Tests.Stores;

/// <summary>The embedded database: a folder of its own each time.</summary>
public sealed class SqliteStore : TestStore
{
    private readonly List<TempFolder> folders = [];

    public override SmpDatabase Empty() => SmpDatabase.Open(Folder().Path);

    public override IReadOnlyList<string> Tables(DbConnection connection) => [.. connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")];

    internal override BareDatabase Bare() => new Bared(this, Folder());

    protected override void Dispose(bool disposing)
    {
        folders.ForEach(folder => folder.Dispose());
        folders.Clear();
    }

    private TempFolder Folder()
    {
        var folder = new TempFolder();
        folders.Add(folder);
        return folder;
    }

    private sealed class Bared(SqliteStore store, TempFolder folder) : BareDatabase
    {
        public override SmpDatabase Migrate(IReadOnlyList<Migration> migrations) => SqliteDatabase.Open(folder.Path, migrations);

        public override SmpDatabase Migrate() => SmpDatabase.Open(folder.Path);

        public override IReadOnlyList<string> Tables()
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + folder[SmpDatabase.FileName] + ";Pooling=False");
            return store.Tables(connection);
        }

        public override void Dispose()
        {
            // The store deletes its folders.
        }
    }
}
