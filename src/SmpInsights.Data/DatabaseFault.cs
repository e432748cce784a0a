using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SmpInsights.Data.SqlServer;
using SQLitePCL;

namespace SmpInsights.Data;

/// <summary>What a failed statement means: whether trying again may help, and a sentence for a person.</summary>
public static class DatabaseFault
{
    /// <summary>Busy, locked, full, unreachable for now. A statement that is wrong, and a damaged file, fail the same way every time.</summary>
    public static bool IsTransient(DbException e) => e.IsTransient
        || (e is SqlException server && ServerErrors.MayPass(server))
        || e is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM };

    public static string Explain(DbException e) => (e as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => "The database is damaged.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => "The database can't be opened, or not for writing.",
        raw.SQLITE_IOERR => "The database's file can't be read or written.",
        raw.SQLITE_FULL => "The database can't be written: the disk is full.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The database is locked by another program.",
        _ => "The database failed: " + e.Message,
    };
}
