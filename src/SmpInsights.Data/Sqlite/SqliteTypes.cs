using System.Data.Common;

namespace SmpInsights.Data.Sqlite;

/// <summary>Days are text, money a whole number of ten-thousandths, flags 0 or 1.</summary>
internal sealed class SqliteTypes : StoredTypes
{
    public override DateOnly Day(DbDataReader reader, int column) => StoredDate.Read(reader.GetString(column));

    public override decimal Money(DbDataReader reader, int column) => StoredMoney.Read(reader.GetInt64(column));

    public override bool Flag(DbDataReader reader, int column) => reader.GetInt32(column) != 0;
}
