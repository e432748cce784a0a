using System.Buffers.Binary;

namespace SmpInsights.Jobs.Brands;

/// <summary>The frame of a PNG file: signature, header, chunks to the last (PNG specification, third edition, sections 5.2, 5.3 and 11.2). Pixels are left to whoever draws them.</summary>
internal static class PngLogo
{
    /// <summary>A small file may unpack to any size; no clinic's logo needs more.</summary>
    public const int LargestSide = 4096;

    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Width and height in pixels; null where the file is no PNG, cut off or too large.</summary>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return null;
        (int Width, int Height)? size = null;
        for (var rest = file[Signature.Length..]; rest.Length >= ChunkFrame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
                return null;
            var type = rest[4..8];
            var data = rest[8..];
            if (size is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != 13)
                    return null;
                var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
                if (width is 0 or > LargestSide || height is 0 or > LargestSide)
                    return null;
                size = ((int)width, (int)height);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return size;
            }

            rest = rest[(ChunkFrame + (int)length)..];
        }

        return null;
    }
}
