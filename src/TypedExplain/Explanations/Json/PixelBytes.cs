using System.Buffers.Binary;
using TypedExplain.Json;
using TypedExplain.Media;

namespace TypedExplain.Explanations.Json;

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

    /// <summary>Reads the text in base 64 of an image.</summary>
    public static ReadOnlyMemory<float> Read(JsonPart part, ImageShape shape)
    {
        byte[] bytes = new byte[shape.Length * sizeof(float)];
        if (!Convert.TryFromBase64String(part.Text(), bytes, out int written) || written != bytes.Length)
            throw part.Wrong($"the {bytes.Length} bytes of an image of {shape} in base 64");
        float[] pixels = new float[shape.Length];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
            if (!float.IsFinite(pixels[i]))
                throw part.Wrong("an image of finite numbers");
        }

        return pixels;
    }
}
