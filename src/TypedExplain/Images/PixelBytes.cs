using System.Buffers.Binary;
using TypedExplain.Media;

namespace TypedExplain.Images;

/// <summary>The numbers of an image as bytes: single precision, the lowest byte first.</summary>
internal static class PixelBytes
{
    /// <summary>The bytes of an image.</summary>
    public static byte[] Of(ReadOnlySpan<float> pixels)
    {
        byte[] bytes = new byte[pixels.Length * sizeof(float)];
        for (int i = 0; i < pixels.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), pixels[i]);
        return bytes;
    }

    /// <summary>Reads the text in base 64 of an image; gives null, or what it must be.</summary>
    public static string? Read(string text, ImageShape shape, out ReadOnlyMemory<float> image)
    {
        image = default;
        byte[] bytes = new byte[shape.Length * sizeof(float)];
        if (!Convert.TryFromBase64String(text, bytes, out int written) || written != bytes.Length)
            return $"the {bytes.Length} bytes of an image of {shape} in base 64";
        float[] pixels = new float[shape.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
            if (!float.IsFinite(pixels[i]))
                return "an image of finite numbers";
        }

        image = pixels;
        return null;
    }
}
