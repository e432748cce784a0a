using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Hashes of rows and of their ids.</summary>
internal sealed class RowHash
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>Ids that begin alike for longer than an id may be are one: none of them is stored.</summary>
    public static ulong OfId(string id)
    {
        var text = id.AsSpan().Trim();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, CellParser.LongestId)].TrimEnd().ToString()), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>Of all cells, each after its length, so that no two rows are one text.</summary>
    public UInt128 OfRow(ReadOnlySpan<string> cells)
    {
        buffer.ResetWrittenCount();
        foreach (var cell in cells)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), cell.Length);
            buffer.Advance(sizeof(int));
            Encoding.UTF8.GetBytes(cell, buffer);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
