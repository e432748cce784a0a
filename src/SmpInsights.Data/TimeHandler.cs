using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SmpInsights.Data;

/// <summary>A moment, in UTC and to the millisecond: text of fixed width in the embedded database, so that text order is time order; a datetime2 on SQL Server.</summary>
internal sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fff";

    public override DateTimeOffset Parse(object value) => value is string text
        ? DateTimeOffset.ParseExact(text, Format + "K", CultureInfo.InvariantCulture)
        : new DateTimeOffset(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc));

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        if (parameter is SqliteParameter)
        {
            parameter.Value = value.UtcDateTime.ToString(Format + "Z", CultureInfo.InvariantCulture);
            return;
        }

        // The column would round to the millisecond what the text cuts.
        parameter.DbType = DbType.DateTime2;
        parameter.Value = value.UtcDateTime.AddTicks(-(value.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
