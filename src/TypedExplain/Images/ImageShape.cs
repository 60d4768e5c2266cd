using System.Numerics;

namespace TypedExplain.Media;

/// <summary>The shape of an image that lies row after row, in a row pixel after pixel, in a pixel channel after channel.</summary>
/// <param name="Height">Rows; at least 1.</param>
/// <param name="Width">Pixels per row; at least 1.</param>
/// <param name="Channels">Numbers per pixel; at least 1: usually 1 for gray, 3 for red, green, blue.</param>
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>How many pixels it has.</summary>
    public int Pixels => Height * Width;

    /// <summary>How many numbers it has.</summary>
    public int Length => Pixels * Channels;

    /// <summary>Height × width × channels.</summary>
    public override string ToString() => $"{Height}×{Width}×{Channels}";

    /// <summary>Throws where the shape is none.</summary>
    internal void Check()
    {
        if (Height < 1 || Width < 1 || Channels < 1 || (long)Height * Width > Array.MaxLength / Channels)
            throw new InvalidDatasetException($"An image cannot be {this}; height, width and channels must be at least 1, and their product at most {Array.MaxLength}.");
    }

    /// <summary>Throws where numbers are not an image of this shape.</summary>
    internal void Check<TNumber>(ReadOnlySpan<TNumber> image)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Check();
        if (image.Length != Length)
            throw new InvalidDatasetException($"{image.Length} numbers are not an image of {this}, which has {Length}.");
        for (int i = 0; i < image.Length; i++)
        {
            if (!TNumber.IsFinite(image[i]))
                throw new InvalidDatasetException($"Channel {i % Channels} of the pixel in row {i / Channels / Width}, column {i / Channels % Width} of the image is not a finite number.");
        }
    }
}
