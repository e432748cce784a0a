using System.Globalization;
using System.Text.Unicode;

namespace SmpInsights.Reporting.Exports;

/// <summary>Text, numbers and dates as UTF-8 onto a stream, through one buffer and no string in between.</summary>
internal sealed class Utf8Sink(Stream stream)
{
    private const int Size = 1 << 16;

    /// <summary>Room for the longest number or date.</summary>
    private const int Widest = 64;

    private readonly byte[] _buffer = new byte[Size];
    private int _used;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > Size - _used)
        {
            bytes[..(Size - _used)].CopyTo(_buffer.AsSpan(_used));
            bytes = bytes[(Size - _used)..];
            _used = Size;
            Empty();
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Size - _used < Widest)
                Empty();
            Utf8.FromUtf16(text, _buffer.AsSpan(_used), out var read, out var written);
            text = text[read..];
            _used += written;
        }
    }

    public void Number(decimal value) => Written(value.TryFormat(Free(), out var written, "0.############", CultureInfo.InvariantCulture), written);

    public void Number(long value) => Written(value.TryFormat(Free(), out var written, default, CultureInfo.InvariantCulture), written);

    public void Date(DateOnly value) => Written(value.TryFormat(Free(), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture), written);

    public void Flush() => Empty();

    private Span<byte> Free()
    {
        if (Size - _used < Widest)
            Empty();
        return _buffer.AsSpan(_used);
    }

    private void Written(bool fits, int bytes)
    {
        if (!fits)
            throw new InvalidOperationException("A number is wider than the room kept for it.");
        _used += bytes;
    }

    private void Empty()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
