using System.Data.Common;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Reading;

/// <summary>The current row of one streamed statement, in the types of the columns. Text that repeats (codes, dates) is held once.</summary>
internal sealed class RowCursor(DbDataReader reader, StoredTypes types, CancellationToken ct)
{
    /// <summary>Rows between two looks at whether to stop.</summary>
    private const int Stride = 1024;

    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);
    private int rows;

    public bool Next()
    {
        if (rows++ % Stride == 0)
        {
            ct.ThrowIfCancellationRequested();
        }

        return reader.Read();
    }

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public string Shared(int column) => Pooled(reader.GetString(column));

    public string? SharedOrNull(int column) => reader.IsDBNull(column) ? null : Shared(column);

    public int? WholeOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public bool? FlagOrNull(int column) => reader.IsDBNull(column) ? null : types.Flag(reader, column);

    public int Whole(int column) => reader.GetInt32(column);

    public double Real(int column) => reader.GetDouble(column);

    public decimal Money(int column) => types.Money(reader, column);

    public DateOnly Date(int column) => types.Day(reader, column);

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
