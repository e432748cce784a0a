using System.Text;
using System.Text.Unicode;

namespace SmpInsights.Data.Import;

/// <summary>A record that could not be split into fields; Field is the index of the column at fault, null where the record as a whole is.</summary>
internal sealed record DefectiveRecord(long Line, int? Field, string Value, string Reason)
{
    private const string TooLongReason = "row longer than 1 MB";

    /// <summary>A letter takes at most 4 bytes (a doubled quote 2); with the two quotes around them.</summary>
    private const int MostFieldBytes = (4 * CellParser.LongestText) + 2;

    /// <summary>What is wrong with the scanner's current record; null when it can be split.</summary>
    public static DefectiveRecord? Of(RecordScanner scanner)
    {
        var record = scanner.Record;
        return scanner.Defect switch
        {
            RecordDefect.TooLong => TooLong(scanner),
            RecordDefect.QuoteNotClosed => AtQuote(scanner, "quote not closed"),
            RecordDefect.TextAfterQuote => AtQuote(scanner, "text after a closing quote"),
            RecordDefect.QuoteInField => AtQuote(scanner, "quote inside a field that does not begin with one"),
            _ => record.IndexOf((byte)0) is >= 0 and var zero ? At(scanner, zero, "NUL byte")
                : Utf8.IsValid(record) ? null
                : At(scanner, FirstInvalid(record), "not UTF-8"),
        };
    }

    private static DefectiveRecord AtQuote(RecordScanner scanner, string reason) =>
        new(scanner.Line, scanner.Quote.Field, Show(FirstLine(scanner.Record[scanner.Quote.Offset..])), reason);

    private static DefectiveRecord At(RecordScanner scanner, int offset, string reason)
    {
        var record = scanner.Record;
        var (field, start, quoted) = (0, 0, false);
        for (var i = 0; i < offset; i++)
        {
            quoted ^= record[i] == '"';
            if (record[i] == ',' && !quoted)
            {
                field++;
                start = i + 1;
            }
        }

        var end = record[offset..].IndexOfAny(",\r\n"u8);
        return new(scanner.Line, field, Show(end < 0 ? record[start..] : record[start..(offset + end)]), reason);
    }

    /// <summary>The column at fault is the first with a field that no column may hold.</summary>
    private static DefectiveRecord TooLong(RecordScanner scanner)
    {
        var record = scanner.Record;
        var (field, start, quoted) = (0, 0, false);
        for (var i = 0; i < record.Length; i++)
        {
            quoted ^= record[i] == '"';
            if (record[i] == ',' && !quoted)
            {
                field++;
                start = i + 1;
            }
            else if (i - start > MostFieldBytes)
            {
                return new(scanner.Line, field, Show(record[start..]), TooLongReason);
            }
        }

        return new(scanner.Line, Field: null, Show(record), TooLongReason + ", in no one column; the value is how it begins");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> record)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(record[offset..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text) =>
        text.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? text[..end] : text;

    private static string Show(ReadOnlySpan<byte> text) =>
        Shown.Value(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * (Shown.Longest + 1))]));
}
