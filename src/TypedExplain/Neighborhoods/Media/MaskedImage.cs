using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>LIME's neighbors of an image: each of its segments is hidden by a fair coin. The segments are the parts.</summary>
public sealed record MaskedImage : IImageNeighborhood
{
    /// <summary>What the segments are; quickshift by default, as LIME does.</summary>
    public ISegmentation Segmentation { get; init; } = new QuickshiftSegmentation();

    /// <summary>What stands in for hidden segments; the segment's mean by default.</summary>
    public Fill Fill { get; init; } = Fill.Mean;

    /// <summary>κ of LIME's kernel √exp(−δ²/κ²) with δ = 1 − cos, above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Width { get; init; } = 0.25;

    /// <summary>A kernel of the number of segments hidden in place of LIME's; null for LIME's.</summary>
    public IKernel? Kernel { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(MaskedImage))
        .With("segmentation", Segmentation)
        .With("fill", Fill)
        .With("width", Width)
        .With("kernel", Kernel);

    /// <inheritdoc/>
    public ImageNeighbors Around(ReadOnlyMemory<float> image, ImageShape shape, RandomStream stream, CancellationToken cancellation = default)
    {
        if (!(Width > 0 && double.IsFinite(Width)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Width of the masked image is {Width}; it must be above 0."));
        SegmentMap segments = Segmentation.Given(nameof(Segmentation), "the masked image").Segment(image.Span, shape, cancellation);
        float[] hidden = new float[shape.Length];
        Fill.Given(nameof(Fill), "the masked image").Hide(image.Span, shape, segments, hidden);
        return new Neighbors(image, shape, segments, hidden, this, stream);
    }

    private sealed class Neighbors(ReadOnlyMemory<float> image, ImageShape shape, SegmentMap segments, float[] hidden, MaskedImage options, RandomStream stream)
        : ImageNeighbors(image, shape, segments)
    {
        public override void Draw(Span<double> values) => SegmentMasks.Fill(stream, 0, Parts, values);

        public override void Weigh(ReadOnlySpan<double> values, Span<double> weights)
        {
            if (options.Kernel is { } kernel)
            {
                WeighBy(kernel, values, weights);
                return;
            }

            for (int row = 0; row < weights.Length; row++)
            {
                double distance = SegmentMasks.Distance(values.Slice(row * Parts, Parts));
                weights[row] = distance * distance;
            }

            ExponentialKernel.WeighBy(options.Width, weights);
        }

        public override void Neighbor(int neighbor, ReadOnlySpan<double> values, Span<float> pixels) => Segments!.Compose(values, Image.Span, hidden, pixels);
    }
}
