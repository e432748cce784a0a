using System.Data.Common;
using Dapper;
using SmpInsights.Data.Sqlite;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data;

/// <summary>Types that the databases keep differently.</summary>
internal abstract class StoredTypes
{
    public static readonly StoredTypes Sqlite = new SqliteTypes();

    public static readonly StoredTypes SqlServer = new SqlServerTypes();

    /// <summary>Days and times as parameters, and times of runs: Dapper leaves them to us.</summary>
    public static void TeachDapper()
    {
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new TimeHandler());
    }

    public abstract DateOnly Day(DbDataReader reader, int column);

    public abstract decimal Money(DbDataReader reader, int column);

    public abstract bool Flag(DbDataReader reader, int column);
}
