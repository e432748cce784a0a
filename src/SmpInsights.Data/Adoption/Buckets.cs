using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SmpInsights.Data.Adoption;

/// <summary>
/// The fingerprint of a view's rows, in parts: rows fall into buckets by their id, and a bucket holds how many there are and the sum of their hashes, whatever their order. What has
/// changed since is in the buckets that differ, so that little needs to be stored to find it, and little staged to take it.
/// </summary>
internal sealed class Buckets(string columns)
{
    public const int Count = 4096;

    private const int HeaderSize = 16;
    private const int Size = sizeof(int) + HeaderSize;

    /// <summary>No view has so many rows in a bucket: it differs from any.</summary>
    private const int Spoilt = -1;

    private readonly byte[] header = SHA256.HashData(Encoding.UTF8.GetBytes("1 " + columns))[..HeaderSize];
    private readonly int[] rows = new int[Count];
    private readonly UInt128[] sums = new UInt128[Count];

    public static int Of(ulong id) => (int)(id % Count);

    public void Add(ulong id, UInt128 row)
    {
        var bucket = Of(id);
        rows[bucket]++;
        sums[bucket] = unchecked(sums[bucket] + row);
    }

    /// <summary>The bucket's rows are to be looked at again the next time, whatever they are then.</summary>
    public void Spoil(int bucket) => rows[bucket] = Spoilt;

    /// <summary>The same, with the buckets of some ids spoilt.</summary>
    public static byte[]? Spoiling(byte[]? bytes, string columns, IEnumerable<string> ids)
    {
        if (FromBytes(bytes, columns) is not { } buckets)
        {
            return null;
        }

        foreach (var id in ids)
        {
            buckets.Spoil(Of(RowHash.OfId(id)));
        }

        return buckets.ToBytes();
    }

    public bool Differs(int bucket, Buckets other) => rows[bucket] != other.rows[bucket] || sums[bucket] != other.sums[bucket] || rows[bucket] == Spoilt;

    public void Take(int bucket, Buckets other)
    {
        rows[bucket] = other.rows[bucket];
        sums[bucket] = other.sums[bucket];
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderSize + (Count * Size)];
        header.CopyTo(bytes, 0);
        for (var bucket = 0; bucket < Count; bucket++)
        {
            var at = bytes.AsSpan(HeaderSize + (bucket * Size), Size);
            BinaryPrimitives.WriteInt32LittleEndian(at, rows[bucket]);
            BinaryPrimitives.WriteUInt128LittleEndian(at[sizeof(int)..], sums[bucket]);
        }

        return bytes;
    }

    /// <returns>Null where there are none, or they are of other columns.</returns>
    public static Buckets? FromBytes(byte[]? bytes, string columns)
    {
        var buckets = new Buckets(columns);
        if (bytes is null || bytes.Length != HeaderSize + (Count * Size) || !bytes.AsSpan(0, HeaderSize).SequenceEqual(buckets.header))
        {
            return null;
        }

        for (var bucket = 0; bucket < Count; bucket++)
        {
            var at = bytes.AsSpan(HeaderSize + (bucket * Size), Size);
            buckets.rows[bucket] = BinaryPrimitives.ReadInt32LittleEndian(at);
            buckets.sums[bucket] = BinaryPrimitives.ReadUInt128LittleEndian(at[sizeof(int)..]);
        }

        return buckets;
    }
}
