using System.Collections;
using System.Data.Common;

namespace SmpInsights.Data.Import.SqlServer;

/// <summary>Rows in memory as a bulk copy reads them. The first column is the import's number, the second the line.</summary>
internal abstract class BlockReader(string table, IReadOnlyList<string> columns, int import) : DbDataReader
{
    private readonly List<object?[]> rows = [];
    private readonly object boxed = import;
    private int at = -1;
    private bool begun;

    /// <summary>The table they go to.</summary>
    public string Table => table;

    public int Count => rows.Count;

    public IEnumerable<long> Lines => rows.Select(row => (long)row[0]!);

    public override int FieldCount => columns.Count + 1;

    public override bool HasRows => rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Back to before the first row.</summary>
    /// <returns>Whether they were read before.</returns>
    public bool Begin()
    {
        at = -1;
        var again = begun;
        begun = true;
        return again;
    }

    public void Clear()
    {
        rows.Clear();
        begun = false;
    }

    public override bool Read() => ++at < rows.Count;

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => ordinal == 0 ? "import_id" : columns[ordinal - 1];

    public override int GetOrdinal(string name) => Enumerable.Range(0, FieldCount).First(i => string.Equals(GetName(i), name, StringComparison.Ordinal));

    public override object GetValue(int ordinal) => ordinal == 0 ? boxed : rows[at][ordinal - 1] ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override int GetValues(object[] values)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            values[i] = GetValue(i);
        }

        return FieldCount;
    }

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    /// <param name="row">From the line on.</param>
    protected void Add(object?[] row) => rows.Add(row);
}
