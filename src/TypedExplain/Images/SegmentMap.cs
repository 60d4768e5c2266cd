using System.Collections.Immutable;
using System.Numerics;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>Which segment each pixel of an image belongs to. Immutable.</summary>
public sealed class SegmentMap
{
    private readonly SegmentRun[] _runs;

    /// <summary>A map from given labels.</summary>
    /// <param name="height">Rows of the image; at least 1.</param>
    /// <param name="width">Pixels per row; at least 1.</param>
    /// <param name="labels">One label per pixel, row after row; together all of 0, 1, 2, … up to the largest.</param>
    /// <exception cref="InvalidDatasetException">There is not one label per pixel, a label is negative, or one in between is nobody's.</exception>
    public SegmentMap(int height, int width, ReadOnlySpan<int> labels)
    {
        new ImageShape(height, width, 1).Check();
        if (labels.Length != height * width)
            throw new InvalidDatasetException($"A segment map of {height}×{width} pixels has {labels.Length} labels; it must have {height * width}, one per pixel.");
        (Height, Width, Labels) = (height, width, [.. labels]);
        PixelCounts = Counted(labels, width);
        _runs = Runs(labels);
    }

    /// <summary>Rows of the image.</summary>
    public int Height { get; }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>How many segments there are.</summary>
    public int Count => PixelCounts.Length;

    /// <summary>The segment of each pixel, row after row.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>How many pixels each segment has; at least 1.</summary>
    public ImmutableArray<int> PixelCounts { get; }

    /// <summary>The segment of a pixel.</summary>
    /// <param name="row">Its row, from 0 at the top.</param>
    /// <param name="column">Its column, from 0 at the left.</param>
    public int this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Width, nameof(column));
            return Labels[checked((row * Width) + column)];
        }
    }

    /// <summary>Puts an image together from its own pixels in some segments and those of another in the rest.</summary>
    /// <typeparam name="TNumber">float or double.</typeparam>
    /// <param name="kept">One number per segment: 0 where it is hidden.</param>
    /// <param name="image">The image.</param>
    /// <param name="hidden">What stands in for hidden segments, as <see cref="Fill.Hide{TNumber}"/> gives it.</param>
    /// <param name="masked">Where the result goes; the shape of both.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other and the map.</exception>
    public void Compose<TNumber>(ReadOnlySpan<double> kept, ReadOnlySpan<TNumber> image, ReadOnlySpan<TNumber> hidden, Span<TNumber> masked)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (kept.Length != Count || image.Length % Labels.Length != 0 || image.Length == 0 || hidden.Length != image.Length || masked.Length != image.Length)
            throw new ArgumentException($"{kept.Length} numbers for segments, an image of {image.Length}, one of {hidden.Length} for what is hidden and room for {masked.Length} do not fit {Count} segments of {Height}×{Width} pixels.");
        SegmentMasks.Compose(kept, _runs, image.Length / Labels.Length, image, hidden, masked);
    }

    /// <summary>How many segments of how many pixels.</summary>
    public override string ToString() => $"{Count} segments of {Height}×{Width} pixels";

    /// <summary>A map from labels of any kind: they count anew by their first pixel.</summary>
    internal static SegmentMap Renumbered(int height, int width, ReadOnlySpan<int> labels)
    {
        Dictionary<int, int> known = [];
        int[] renumbered = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            known.TryAdd(labels[i], known.Count);
            renumbered[i] = known[labels[i]];
        }

        return new(height, width, renumbered);
    }

    private static ImmutableArray<int> Counted(ReadOnlySpan<int> labels, int width)
    {
        int largest = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] < 0)
                throw new InvalidDatasetException($"The pixel in row {i / width}, column {i % width} has the label {labels[i]}; labels count from 0.");
            largest = Math.Max(largest, labels[i]);
        }

        // With a label beyond the number of pixels some other must be missing.
        int[] counts = new int[Math.Min(largest, labels.Length) + 1];
        foreach (int label in labels)
        {
            if (label < counts.Length)
                counts[label]++;
        }

        int gap = counts.AsSpan().IndexOf(0);
        if (gap >= 0)
            throw new InvalidDatasetException($"No pixel has the label {gap}, and the largest is {largest}; segments must be all of 0, 1, 2, … up to the largest.");
        return [.. counts];
    }

    private static SegmentRun[] Runs(ReadOnlySpan<int> labels)
    {
        List<SegmentRun> runs = [];
        for (int i = 0; i < labels.Length;)
        {
            int start = i;
            while (i < labels.Length && labels[i] == labels[start])
                i++;
            runs.Add(new(start, i - start, labels[start]));
        }

        return [.. runs];
    }
}
