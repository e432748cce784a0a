using System.Data.Common;
using Dapper;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>The record of how far views were read.</summary>
internal static class AdoptedViews
{
    public static Dictionary<string, AdoptedView> Of(DbConnection connection, SmpDatabase db) => connection
        .Query<(string Table, long Rows, long Rejected, string? ChangedTo, DateTimeOffset WholeAt, byte[]? Buckets)>(db.Statement("adopt/views"))
        .ToDictionary(v => v.Table, v => new AdoptedView(v.Rows, v.Rejected, v.ChangedTo is null ? null : StoredDate.Read(v.ChangedTo), v.WholeAt, v.Buckets), StringComparer.Ordinal);

    public static void Keep(DbConnection connection, SmpDatabase db, string table, AdoptedView view, DbTransaction transaction)
    {
        Forget(connection, db, table, transaction);
        var changedTo = view.ChangedTo is { } day ? CellParser.Iso(day) : null;
        connection.Execute(db.Statement("adopt/view_keep"), new { table, rows = view.Rows, rejected = view.Rejected, changedTo, wholeAt = view.WholeAt, buckets = view.Buckets }, transaction);
    }

    /// <summary>Until it is kept again, the next reading is whole: whatever stops this one, what is known never tells of other rows than the stored ones.</summary>
    public static void Doubt(DbConnection connection, SmpDatabase db, string? table, DbTransaction? transaction = null) =>
        connection.Execute(db.Statement("adopt/view_unsure"), new { table }, transaction);

    /// <param name="connection">To our database.</param>
    /// <param name="db">The database.</param>
    /// <param name="table">Null for all.</param>
    /// <param name="transaction">Of the connection.</param>
    public static void Forget(DbConnection connection, SmpDatabase db, string? table, DbTransaction? transaction) =>
        connection.Execute(db.Statement("adopt/view_forget"), new { table }, transaction);
}
