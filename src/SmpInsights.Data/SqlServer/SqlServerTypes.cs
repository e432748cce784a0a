using System.Data.Common;

namespace SmpInsights.Data.SqlServer;

/// <summary>date, decimal(18, 4) and bit.</summary>
internal sealed class SqlServerTypes : StoredTypes
{
    public override DateOnly Day(DbDataReader reader, int column) => DateOnly.FromDateTime(reader.GetDateTime(column));

    /// <summary>A decimal's value without the zeros of its column's scale, which would show where it is printed.</summary>
    public override decimal Money(DbDataReader reader, int column) => StoredMoney.Read((long)(reader.GetDecimal(column) * StoredMoney.Scale));

    public override bool Flag(DbDataReader reader, int column) => reader.GetBoolean(column);
}
