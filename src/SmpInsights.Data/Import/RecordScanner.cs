namespace SmpInsights.Data.Import;

/// <summary>What is wrong with a record as a record, before its fields are looked at.</summary>
internal enum RecordDefect { None, QuoteNotClosed, TextAfterQuote, QuoteInField, TooLong }

/// <summary>
/// Cuts a CSV file into records, so that one bad record costs only itself: an unclosed quote ends with the physical line it opens in, and a
/// record longer than <see cref="Longest"/> is skipped without being held. Memory does not grow with the file.
/// </summary>
internal sealed class RecordScanner(Stream stream)
{
    /// <summary>In bytes.</summary>
    public const int Longest = 1 << 20;

    private enum State { FieldStart, Unquoted, Quoted, QuoteSeen }

    private readonly byte[] buffer = new byte[1 << 16];
    private byte[] record = new byte[1 << 12];
    private int length;
    private int position;
    private long bufferStart;
    private int recordLength;
    private long nextLine = 1;

    /// <summary>Fields a record should have; 0 while the header has not been read. A quoted line break in a record of another count is an unclosed quote.</summary>
    public int ExpectedFields { get; set; }

    /// <summary>The record's bytes without its line end; cut at <see cref="Longest"/>.</summary>
    public ReadOnlySpan<byte> Record => record.AsSpan(0, recordLength);

    /// <summary>The physical line on which the record begins.</summary>
    public long Line { get; private set; }

    public RecordDefect Defect { get; private set; }

    /// <summary>Where in the record, and in which of its fields, the last quote opened.</summary>
    public (int Offset, int Field) Quote { get; private set; }

    public long BytesRead => bufferStart + position;

    public void SkipByteOrderMark()
    {
        if (Peek(0) == 0xEF && Peek(1) == 0xBB && Peek(2) == 0xBF)
        {
            position += 3;
        }
    }

    /// <summary>The next record that is not a blank line; false at the end.</summary>
    public bool Next()
    {
        while (Scan())
        {
            if (recordLength > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool Scan()
    {
        recordLength = 0;
        Line = nextLine;
        Defect = RecordDefect.None;
        Quote = default;
        var state = State.FieldStart;
        var fields = 1;
        var breaks = 0;
        var firstLineEnd = -1L;
        var afterReturn = false;
        while (true)
        {
            var next = Read();
            if (next < 0)
            {
                if (recordLength == 0)
                {
                    return false;
                }

                nextLine++;
                return state == State.Quoted ? GiveUp(RecordDefect.QuoteNotClosed, firstLineEnd) : End(fields, breaks, firstLineEnd);
            }

            if (next is '\r' or '\n' && state != State.Quoted)
            {
                SkipRestOfLineEnd(next);
                nextLine++;
                return End(fields, breaks, firstLineEnd);
            }

            switch (state)
            {
                case State.FieldStart or State.Unquoted when next == ',':
                    fields++;
                    state = State.FieldStart;
                    break;
                case State.FieldStart when next == '"':
                    Quote = Defect == RecordDefect.None ? (recordLength, fields - 1) : Quote;
                    state = State.Quoted;
                    break;
                case State.FieldStart:
                    state = State.Unquoted;
                    break;
                case State.Unquoted when next == '"' && Defect == RecordDefect.None:
                    Quote = (recordLength, fields - 1);
                    Defect = RecordDefect.QuoteInField;
                    break;
                case State.Quoted when next == '"':
                    state = State.QuoteSeen;
                    break;
                case State.Quoted when next is '\r' || (next is '\n' && !afterReturn):
                    breaks++;
                    firstLineEnd = firstLineEnd < 0 ? BytesRead : firstLineEnd;
                    break;
                case State.Quoted when next is '\n' && breaks == 1:
                    firstLineEnd = BytesRead;
                    break;
                case State.QuoteSeen when next == '"':
                    state = State.Quoted;
                    break;
                case State.QuoteSeen when next == ',':
                    fields++;
                    state = State.FieldStart;
                    break;
                case State.QuoteSeen:
                    Append(next);
                    nextLine++;
                    return GiveUp(breaks > 0 ? RecordDefect.QuoteNotClosed : RecordDefect.TextAfterQuote, firstLineEnd);
            }

            afterReturn = next == '\r';
            Append(next);
        }
    }

    private bool End(int fields, int breaks, long firstLineEnd)
    {
        if (breaks > 0 && (Defect != RecordDefect.None || (ExpectedFields > 0 && fields != ExpectedFields)))
        {
            return GiveUp(RecordDefect.QuoteNotClosed, firstLineEnd);
        }

        nextLine += breaks;
        if (recordLength == Longest)
        {
            Defect = RecordDefect.TooLong;
        }

        return true;
    }

    /// <summary>The record is bad: what follows its first physical line is read as records of its own.</summary>
    private bool GiveUp(RecordDefect defect, long firstLineEnd)
    {
        Defect = defect;
        if (firstLineEnd >= 0)
        {
            Seek(firstLineEnd);
            return true;
        }

        for (var next = Read(); next >= 0; next = Read())
        {
            if (next is '\r' or '\n')
            {
                SkipRestOfLineEnd(next);
                break;
            }

            Append(next);
        }

        return true;
    }

    private void SkipRestOfLineEnd(int lineEnd)
    {
        if (lineEnd == '\r' && Peek(0) == '\n')
        {
            position++;
        }
    }

    private void Append(int next)
    {
        if (recordLength == record.Length && recordLength < Longest)
        {
            Array.Resize(ref record, Math.Min(record.Length * 2, Longest));
        }

        if (recordLength < Longest)
        {
            record[recordLength++] = (byte)next;
        }
    }

    private int Read() => position < length || Fill() ? buffer[position++] : -1;

    private int Peek(int ahead)
    {
        if (position + ahead >= length)
        {
            Fill();
        }

        return position + ahead < length ? buffer[position + ahead] : -1;
    }

    private bool Fill()
    {
        buffer.AsSpan(position, length - position).CopyTo(buffer);
        bufferStart += position;
        length -= position;
        position = 0;
        var read = stream.ReadAtLeast(buffer.AsSpan(length), 3, throwOnEndOfStream: false);
        length += read;
        return read > 0;
    }

    private void Seek(long offset)
    {
        if (offset >= bufferStart && offset <= bufferStart + length)
        {
            position = (int)(offset - bufferStart);
            return;
        }

        stream.Position = offset;
        bufferStart = offset;
        position = length = 0;
    }
}
