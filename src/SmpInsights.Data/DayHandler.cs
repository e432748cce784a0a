using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SmpInsights.Data;

/// <summary>A day as a parameter: text in the embedded database, a date on SQL Server.</summary>
internal sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
{
    public override DateOnly Parse(object value) => value is string text ? StoredDate.Read(text) : DateOnly.FromDateTime((DateTime)value);

    public override void SetValue(IDbDataParameter parameter, DateOnly value)
    {
        if (parameter is SqliteParameter)
        {
            parameter.Value = value.ToString(StoredDate.Format, CultureInfo.InvariantCulture);
            return;
        }

        parameter.DbType = DbType.Date;
        parameter.Value = value.ToDateTime(TimeOnly.MinValue);
    }
}
