using System.Globalization;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>
/// SLIC (Achanta et al., 2012): k-means over place and color, from centers on a grid, each looking at its surroundings; then
/// every connected part is a segment, but that small ones join a neighbor.
/// </summary>
/// <remarks>
/// The squared distance is that of L*a*b* + (compactness ÷ grid step)² · that of places. Of equally near centers the first is
/// taken; no random numbers are drawn.
/// </remarks>
public sealed record SlicSegmentation : ISegmentation
{
    /// <summary>How many segments to aim at; at least 1. There may be fewer or more.</summary>
    [OptionRange(AtLeast = 1)]
    public int Segments { get; init; } = 100;

    /// <summary>How much place counts against color, above 0: larger gives squarer segments.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Compactness { get; init; } = 10;

    /// <summary>The most steps of k-means, from 1 to 1000; it ends before when no pixel changes its center.</summary>
    [OptionRange(AtLeast = 1, AtMost = 1000)]
    public int MaxSteps { get; init; } = 10;

    Description IDescribed.Describe() =>
        Description.OfLibrary(nameof(SlicSegmentation)).With("segments", Segments).With("compactness", Compactness).With("maxSteps", MaxSteps);

    /// <inheritdoc/>
    public SegmentMap Segment(ReadOnlySpan<float> image, ImageShape shape, CancellationToken cancellation = default)
    {
        shape.Check(image);
        if (Segments < 1)
            throw Invalid(nameof(Segments), Segments, "at least 1");
        if (!(Compactness > 0 && double.IsFinite(Compactness)))
            throw Invalid(nameof(Compactness), Compactness, "above 0");
        if (MaxSteps is < 1 or > 1000)
            throw Invalid(nameof(MaxSteps), MaxSteps, "from 1 to 1000");

        double[] planes = ColorPlanes.Of(image, shape, out int count, cancellation);
        double step = Math.Max(1, Math.Sqrt((double)shape.Pixels / Segments));
        int[] nearest = new LocalClusters(planes, count, shape.Height, shape.Width, step).Find(Compactness / step, MaxSteps, cancellation);
        int[] labels = ConnectedParts.Of(nearest, shape.Height, shape.Width, smallest: (int)(step * step / 4));
        return SegmentMap.Renumbered(shape.Height, shape.Width, labels);
    }

    private static InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of SLIC is {value}; it must be {allowed}."));
}
