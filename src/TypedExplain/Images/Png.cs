using System.Buffers.Binary;
using System.IO.Compression;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>Writes images as PNG files of 8 bits per channel.</summary>
public static class Png
{
    /// <summary>Encodes an image of bytes.</summary>
    /// <param name="pixels">Row after row, pixel after pixel, channel after channel.</param>
    /// <param name="shape">Its shape: 1 channel is gray, 2 are gray and opacity, 3 are red, green and blue, 4 those and opacity.</param>
    /// <exception cref="InvalidDatasetException">The bytes are not an image of that shape, or the shape has no such channels.</exception>
    /// <returns>The bytes of the file. The same image gives the same pixels; how they are packed may differ between versions of .NET.</returns>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, ImageShape shape)
    {
        shape.Check();
        if (shape.Channels > 4)
            throw new InvalidDatasetException($"An image of {shape} has {shape.Channels} channels; a PNG file has from 1 to 4.");
        if (pixels.Length != shape.Length)
            throw new InvalidDatasetException($"{pixels.Length} bytes are not an image of {shape}, which has {shape.Length}.");

        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        PngChunk.Write(file, "IHDR"u8, Header(shape));
        PngChunk.Write(file, "IDAT"u8, Packed(pixels, shape.Width * shape.Channels));
        PngChunk.Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Encodes an image of numbers: 0 becomes black, 1 white, and what is beyond them the end that it is beyond.</summary>
    /// <param name="pixels">Row after row, pixel after pixel, channel after channel.</param>
    /// <param name="shape">Its shape: 1 channel is gray, 2 are gray and opacity, 3 are red, green and blue, 4 those and opacity.</param>
    /// <exception cref="InvalidDatasetException">The numbers are not an image of that shape, or not finite, or the shape has no such channels.</exception>
    public static byte[] Encode(ReadOnlySpan<float> pixels, ImageShape shape)
    {
        shape.Check(pixels);
        byte[] bytes = new byte[pixels.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Math.Round(255.0 * Math.Clamp(pixels[i], 0, 1));
        return Encode(bytes, shape);
    }

    private static byte[] Header(ImageShape shape)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, shape.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), shape.Height);
        header[8] = 8;
        header[9] = shape.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        return header;
    }

    /// <summary>Each row with the number of its filter, 0 for none, before it, compressed.</summary>
    private static ReadOnlySpan<byte> Packed(ReadOnlySpan<byte> pixels, int row)
    {
        MemoryStream packed = new();
        using (ZLibStream zlib = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int start = 0; start < pixels.Length; start += row)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(start, row));
            }
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }
}
