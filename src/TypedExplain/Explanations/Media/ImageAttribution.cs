using TypedExplain.Errors;
using TypedExplain.Generated;

namespace TypedExplain.Media;

/// <summary>Which segments or pixels of an image speak for the explained output, and which against it.</summary>
public sealed class ImageAttribution : MediaAttribution
{
    internal ImageAttribution(ReadOnlyMemory<float> image, ImageShape shape, SegmentMap? segments, double[] effects)
        : base(effects) => (Image, Shape, Segments) = (image, shape, segments);

    /// <summary>The image that was explained.</summary>
    public ReadOnlyMemory<float> Image { get; }

    /// <summary>The height, the width and the channels of the image that is explained.</summary>
    public ImageShape Shape { get; }

    /// <summary>The segments that the effects are those of; null where every number of the image has an effect of its own.</summary>
    public SegmentMap? Segments { get; }

    /// <summary>
    /// One number per pixel, row after row: the effect of its segment, or the sum of the effects of its channels.
    /// </summary>
    public double[] PerPixel()
    {
        double[] map = new double[Shape.Pixels];
        for (int pixel = 0; pixel < map.Length; pixel++)
        {
            if (Segments is { } segments)
            {
                map[pixel] = Effects[segments.Labels[pixel]];
                continue;
            }

            foreach (double effect in Effects.Slice(pixel * Shape.Channels, Shape.Channels))
                map[pixel] += effect;
        }

        return map;
    }

    /// <summary>Shape and number of parts.</summary>
    public override string ToString() => Segments is null ? $"image of {Shape}, an effect for every number" : $"image of {Shape}, an effect for each of {Segments.Count} {Noun.Of(Segments.Count, "segment")}";

    /// <summary>A segment counts 1 where the other image is the same in it; a pixel counts by its number.</summary>
    internal override double Predict(MediaValues record, int media)
    {
        ReadOnlySpan<float> other = record.Image(media).Span, own = Image.Span;
        double sum = 0;
        if (Segments is null)
        {
            for (int i = 0; i < other.Length; i++)
                sum += Effects[i] * other[i];
            return sum;
        }

        bool[] differs = new bool[Segments.Count];
        for (int i = 0; i < other.Length; i++)
            differs[Segments.Labels[i / Shape.Channels]] |= other[i] != own[i];
        for (int segment = 0; segment < differs.Length; segment++)
            sum += differs[segment] ? 0 : Effects[segment];
        return sum;
    }
}
