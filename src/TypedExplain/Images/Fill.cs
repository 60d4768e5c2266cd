using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>What stands in for segments of an image that are hidden.</summary>
public sealed record Fill : IDescribed
{
    private readonly ImmutableArray<double> _color;
    private readonly double _deviation;

    private Fill(ImmutableArray<double> color, double deviation) => (_color, _deviation) = (color, deviation);

    /// <summary>The mean of the segment's own pixels, channel by channel.</summary>
    public static Fill Mean { get; } = new([], 0);

    /// <summary>One color for all.</summary>
    /// <param name="color">One number per channel, or one for all channels; finite.</param>
    /// <exception cref="InvalidOptionException">No number is given, or one is not finite.</exception>
    public static Fill Constant(params ReadOnlySpan<double> color)
    {
        foreach (double value in color)
        {
            if (!double.IsFinite(value))
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The color of hidden segments holds {value}; its numbers must be finite."));
        }

        return color.IsEmpty ? throw new InvalidOptionException("The color of hidden segments has no number; it must have one per channel, or one for all.") : new([.. color], 0);
    }

    /// <summary>The image blurred (Gaussian), so that hidden segments lose what is fine in them. Beyond the edges it goes on with the pixels at them.</summary>
    /// <param name="deviation">The standard deviation in pixels, above 0 and at most 1000.</param>
    /// <exception cref="InvalidOptionException">The deviation is outside what it may be.</exception>
    public static Fill Blur([OptionRange(Above = 0, AtMost = 1000)] double deviation) => deviation is > 0 and <= 1000
        ? new([], deviation)
        : throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The deviation of the blur is {deviation}; it must be above 0 and at most 1000 pixels."));

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Fill)) switch
    {
        var blur when _deviation > 0 => blur.With("blur", _deviation),
        var mean when _color.IsEmpty => mean,
        var color => color.With("color", _color),
    };

    /// <summary>The image as it would be with all segments hidden: done once per image.</summary>
    /// <typeparam name="TNumber">float or double.</typeparam>
    /// <param name="image">The image.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="hidden">Where the hidden image goes; as long as the image.</param>
    /// <exception cref="InvalidDatasetException">The numbers are not an image of that shape, or the segments are of another.</exception>
    /// <exception cref="InvalidOptionException">The color has neither one number nor one per channel.</exception>
    public void Hide<TNumber>(ReadOnlySpan<TNumber> image, ImageShape shape, SegmentMap segments, Span<TNumber> hidden)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ArgumentNullException.ThrowIfNull(segments);
        shape.Check(image);
        if ((segments.Height, segments.Width) != (shape.Height, shape.Width))
            throw new InvalidDatasetException($"The segments are those of {segments.Height}×{segments.Width} pixels, and the image has {shape.Height}×{shape.Width}.");
        if (hidden.Length != image.Length)
            throw new ArgumentException($"There is room for {hidden.Length} numbers, and the image has {image.Length}.", nameof(hidden));
        if (_deviation > 0)
            GaussianBlur.Of(image, shape, _deviation, hidden);
        else if (_color.IsEmpty)
            HideByMeans(image, shape.Channels, segments, hidden);
        else
            HideByColor(shape.Channels, hidden);
    }

    /// <summary>Whether both fill alike.</summary>
    /// <param name="other">Another fill.</param>
    public bool Equals(Fill? other) => other is not null && _deviation == other._deviation && _color.AsSpan().SequenceEqual(other._color.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_deviation, _color.Length, _color.IsEmpty ? 0 : _color[0]);

    /// <summary>What it fills with.</summary>
    public override string ToString() => _deviation > 0
        ? string.Create(CultureInfo.InvariantCulture, $"blurred by {_deviation} pixels")
        : _color.IsEmpty ? "mean of the segment" : $"color {string.Join(", ", _color.Select(value => value.ToString(CultureInfo.InvariantCulture)))}";

    private static void HideByMeans<TNumber>(ReadOnlySpan<TNumber> image, int channels, SegmentMap segments, Span<TNumber> hidden)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double[] means = new double[segments.Count * channels];
        for (int i = 0; i < image.Length; i++)
            means[(segments.Labels[i / channels] * channels) + (i % channels)] += double.CreateTruncating(image[i]);
        for (int i = 0; i < means.Length; i++)
            means[i] /= segments.PixelCounts[i / channels];
        for (int i = 0; i < image.Length; i++)
            hidden[i] = TNumber.CreateTruncating(means[(segments.Labels[i / channels] * channels) + (i % channels)]);
    }

    private void HideByColor<TNumber>(int channels, Span<TNumber> hidden)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (_color.Length != 1 && _color.Length != channels)
            throw new InvalidOptionException($"The color of hidden segments has {_color.Length} numbers; an image of {channels} channels takes {channels}, or one for all.");
        for (int i = 0; i < hidden.Length; i++)
            hidden[i] = TNumber.CreateTruncating(_color[_color.Length == 1 ? 0 : i % channels]);
    }
}
