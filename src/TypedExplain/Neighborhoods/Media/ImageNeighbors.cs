using TypedExplain.Generated;

namespace TypedExplain.Media;

/// <summary>How the neighbors of one image are drawn.</summary>
/// <param name="image">The image.</param>
/// <param name="shape">Its shape.</param>
/// <param name="segments">The segments that are its parts; null where every number of the image is one.</param>
public abstract class ImageNeighbors(ReadOnlyMemory<float> image, ImageShape shape, SegmentMap? segments) : MediaNeighbors
{
    /// <summary>The instance's own numbers, as its record holds them.</summary>
    public ReadOnlyMemory<float> Image { get; } = image;

    /// <summary>The height, the width and the channels of the instance's image.</summary>
    public ImageShape Shape { get; } = shape;

    /// <summary>The segments that are its parts; null where every number of the image is one.</summary>
    public SegmentMap? Segments { get; } = segments;

    /// <inheritdoc/>
    public sealed override int Parts => Segments?.Count ?? Shape.Length;

    /// <summary>Writes a neighbor as an image.</summary>
    /// <param name="neighbor">Which neighbor, from 0.</param>
    /// <param name="values">Its numbers, as they were drawn.</param>
    /// <param name="pixels">Where its pixels go.</param>
    public abstract void Neighbor(int neighbor, ReadOnlySpan<double> values, Span<float> pixels);

    internal sealed override void Put(int media, int neighbor, ReadOnlySpan<double> values, MediaValues record)
    {
        // A record keeps its image, so every neighbor has one of its own.
        float[] pixels = new float[Shape.Length];
        Neighbor(neighbor, values, pixels);
        record.Set(media, pixels.AsMemory());
    }
}
