using System.Globalization;
using TypedExplain.Images;

namespace TypedExplain.Media;

/// <summary>
/// Quickshift (Vedaldi and Soatto, 2008): each pixel is joined to the nearest one where pixels, by place and color, lie
/// denser; the trees that arise are the segments.
/// </summary>
/// <remarks>
/// Distances are Euclidean over rows, columns and L*a*b* times <see cref="Ratio"/>. Of equally dense pixels the one that comes first counts
/// as denser, and of equally near ones the first is taken: no random numbers are drawn, so a constant image is one segment.
/// The time grows with pixels × the square of the kernel size.
/// </remarks>
public sealed record QuickshiftSegmentation : ISegmentation
{
    /// <summary>The standard deviation of the density's kernel, in pixels, above 0 and at most 100: larger gives fewer segments. Three of it are looked at.</summary>
    [OptionRange(Above = 0, AtMost = 100)]
    public double KernelSize { get; init; } = 4;

    /// <summary>Pixels are not joined over more than this distance; above 0.</summary>
    [OptionRange(Above = 0)]
    public double MaxDistance { get; init; } = 200;

    /// <summary>How much color counts against place, from 0 to 1.</summary>
    [OptionRange(AtLeast = 0, AtMost = 1)]
    public double Ratio { get; init; } = 0.2;

    Description IDescribed.Describe() =>
        Description.OfLibrary(nameof(QuickshiftSegmentation)).With("kernelSize", KernelSize).With("maxDistance", MaxDistance).With("ratio", Ratio);

    /// <inheritdoc/>
    public SegmentMap Segment(ReadOnlySpan<float> image, ImageShape shape, CancellationToken cancellation = default)
    {
        shape.Check(image);
        if (!(KernelSize is > 0 and <= 100))
            throw Invalid(nameof(KernelSize), KernelSize, "above 0 and at most 100");
        if (!(MaxDistance > 0))
            throw Invalid(nameof(MaxDistance), MaxDistance, "above 0");
        if (!(Ratio is >= 0 and <= 1))
            throw Invalid(nameof(Ratio), Ratio, "from 0 to 1");

        double[] planes = ColorPlanes.Of(image, shape, out int count, cancellation);
        foreach (ref double value in planes.AsSpan())
            value *= Ratio;
        DensityClimb climb = new(planes, count, shape.Height, shape.Width, (int)Math.Ceiling(3 * KernelSize));
        return SegmentMap.Renumbered(shape.Height, shape.Width, climb.Roots(KernelSize, MaxDistance, cancellation));
    }

    private static InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of quickshift is {value}; it must be {allowed}."));
}
