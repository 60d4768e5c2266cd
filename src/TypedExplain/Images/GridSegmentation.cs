namespace TypedExplain.Media;

/// <summary>Rectangles of equal size, counted row after row; what is left over at the right and the bottom is a smaller one.</summary>
public sealed record GridSegmentation : ISegmentation
{
    /// <summary>Height and width of a rectangle in pixels where <see cref="Rows"/> and <see cref="Columns"/> do not say otherwise; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int BlockSize { get; init; } = 4;

    /// <summary>How many rows of rectangles, from 1 to the image's rows, of heights that differ by 1 at most; null for the block size.</summary>
    [OptionRange(AtLeast = 1)]
    public int? Rows { get; init; }

    /// <summary>How many columns of rectangles, from 1 to the image's columns, of widths that differ by 1 at most; null for the block size.</summary>
    [OptionRange(AtLeast = 1)]
    public int? Columns { get; init; }

    Description IDescribed.Describe() =>
        Description.OfLibrary(nameof(GridSegmentation)).With("blockSize", BlockSize).With("rows", Rows).With("columns", Columns);

    /// <inheritdoc/>
    public SegmentMap Segment(ReadOnlySpan<float> image, ImageShape shape, CancellationToken cancellation = default)
    {
        shape.Check(image);
        cancellation.ThrowIfCancellationRequested();
        if (BlockSize < 1)
            throw new InvalidOptionException($"BlockSize of the grid is {BlockSize}; it must be at least 1.");
        int[] down = Lines(Rows, shape.Height, nameof(Rows)), across = Lines(Columns, shape.Width, nameof(Columns));
        int[] labels = new int[shape.Pixels];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = (down[i / shape.Width] * (across[^1] + 1)) + across[i % shape.Width];
        return new(shape.Height, shape.Width, labels);
    }

    /// <summary>The line of rectangles that each line of pixels is in.</summary>
    private int[] Lines(int? asked, int pixels, string option)
    {
        if (asked < 1 || asked > pixels)
            throw new InvalidOptionException($"{option} of the grid is {asked}; for this image it must be from 1 to {pixels}, or null for the block size.");
        return [.. Enumerable.Range(0, pixels).Select(i => asked is { } count ? (int)((long)i * count / pixels) : i / BlockSize)];
    }
}
