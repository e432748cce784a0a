namespace SmpInsights.Data.Import;

/// <summary>The bytes of a file's good records, one after the other, and the line on which each began.</summary>
internal sealed class RecordStream(RecordScanner scanner, Action<DefectiveRecord> defective) : Stream
{
    private readonly Queue<long> lines = [];
    private int position;
    private bool inRecord;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The line of the record that comes after those asked for so far.</summary>
    public long NextLine() => lines.Dequeue();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && (inRecord || Advance()))
        {
            var rest = scanner.Record[position..];
            var part = Math.Min(buffer.Length - filled, rest.Length);
            rest[..part].CopyTo(buffer[filled..]);
            position += part;
            filled += part;
            if (position == scanner.Record.Length && filled < buffer.Length)
            {
                buffer[filled++] = (byte)'\n';
                inRecord = false;
            }
        }

        return filled;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Advance()
    {
        while (scanner.Next())
        {
            if (DefectiveRecord.Of(scanner) is { } defect)
            {
                defective(defect);
                continue;
            }

            position = 0;
            inRecord = true;
            lines.Enqueue(scanner.Line);
            return true;
        }

        return false;
    }
}
