using System.Data.Common;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>The current row of one streamed statement, in the types of the columns. Text that repeats (codes, dates) is held once.</summary>
internal sealed class RowCursor(DbDataReader reader)
{
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);

    public bool Next() => reader.Read();

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public string Shared(int column) => Pooled(reader.GetString(column));

    public string? SharedOrNull(int column) => reader.IsDBNull(column) ? null : Shared(column);

    public int? WholeOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public bool? FlagOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column) != 0;

    public int Whole(int column) => reader.GetInt32(column);

    public double Real(int column) => reader.GetDouble(column);

    public decimal Money(int column) => StoredMoney.Read(reader.GetInt64(column));

    public DateOnly Date(int column) => StoredDate.Read(reader.GetString(column));

    public DateOnly? DateOrNull(int column) => reader.IsDBNull(column) ? null : Date(column);

    public T Code<T>(int column, CodeNames<T> codes)
        where T : struct, Enum => codes.Parse(reader.GetString(column));

    public T? CodeOrNull<T>(int column, CodeNames<T> codes)
        where T : struct, Enum => reader.IsDBNull(column) ? null : Code(column, codes);

    /// <summary>The referred row's index; <see cref="ClinicData.None"/> where empty, or where that row belongs to a clinic that is not read.</summary>
    public int Reference(int column, Dictionary<string, int> rows) =>
        !reader.IsDBNull(column) && rows.TryGetValue(reader.GetString(column), out var index) ? index : ClinicData.None;

    private string Pooled(string text)
    {
        if (pool.TryGetValue(text, out var known))
        {
            return known;
        }

        pool.Add(text, text);
        return text;
    }
}
