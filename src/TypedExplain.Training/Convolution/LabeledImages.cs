using System.Collections.Immutable;

namespace TypedExplain.Training;

/// <summary>Square images of one channel with a class each. Immutable.</summary>
public sealed class LabeledImages
{
    /// <summary>Puts images and labels together.</summary>
    /// <param name="size">Height and width in pixels; at least 1.</param>
    /// <param name="pixels">Image after image, row after row; finite numbers, usually from 0 to 1.</param>
    /// <param name="labels">One class per image, from 0.</param>
    /// <exception cref="InvalidDatasetException">There is no image, a pixel is not finite, or the counts do not fit.</exception>
    public LabeledImages(int size, ImmutableArray<float> pixels, ImmutableArray<int> labels)
    {
        if (size < 1 || labels.IsDefaultOrEmpty || pixels.IsDefault || (long)labels.Length * size * size != pixels.Length)
            throw new InvalidDatasetException($"{(pixels.IsDefault ? 0 : pixels.Length)} pixels are not {(labels.IsDefault ? 0 : labels.Length)} images of {size}×{size}; there must be at least 1.");
        if (labels.Any(label => label < 0))
            throw new InvalidDatasetException($"A label is {labels.Min()}; classes count from 0.");
        if (pixels.Any(pixel => !float.IsFinite(pixel)))
            throw new InvalidDatasetException("A pixel is not a finite number.");
        (Size, Pixels, Labels) = (size, pixels, labels);
    }

    /// <summary>Height and width in pixels.</summary>
    public int Size { get; }

    /// <summary>Image after image, row after row.</summary>
    public ImmutableArray<float> Pixels { get; }

    /// <summary>One class per image.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>The pixels of one image.</summary>
    /// <param name="image">Its position, from 0.</param>
    public ReadOnlySpan<float> this[int image] => Pixels.AsSpan(image * Size * Size, Size * Size);
}
