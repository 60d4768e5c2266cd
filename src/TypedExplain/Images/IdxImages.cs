using System.Collections.Immutable;

namespace TypedExplain.Media;

/// <summary>Gray images of one size, a byte per pixel, as an IDX file holds them. Immutable.</summary>
public sealed class IdxImages
{
    internal IdxImages(int height, int width, ImmutableArray<byte> pixels) => (Height, Width, Pixels) = (height, width, pixels);

    /// <summary>Rows of each image.</summary>
    public int Height { get; }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Pixels.Length / (Height * Width);

    /// <summary>All pixels, image after image, row after row, from 0 to 255.</summary>
    public ImmutableArray<byte> Pixels { get; }

    /// <summary>The shape of each image.</summary>
    public ImageShape Shape => new(Height, Width, 1);

    /// <summary>The pixels of one image.</summary>
    /// <param name="image">Its position, from 0.</param>
    public ReadOnlySpan<byte> this[int image] => Pixels.AsSpan().Slice(checked(image * Height * Width), Height * Width);

    /// <summary>Writes images as numbers from 0 to 1.</summary>
    /// <param name="first">The image that comes first.</param>
    /// <param name="pixels">Where they go; as long as a whole number of images.</param>
    public void CopyTo(int first, Span<float> pixels)
    {
        int length = Height * Width;
        if (pixels.Length % length != 0)
            throw new ArgumentException($"There is room for {pixels.Length} pixels, which is not a whole number of images of {Height}×{Width}.", nameof(pixels));
        ReadOnlySpan<byte> from = Pixels.AsSpan().Slice(checked(first * length), pixels.Length);
        for (int i = 0; i < from.Length; i++)
            pixels[i] = from[i] / 255f;
    }
}
