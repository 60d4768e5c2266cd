using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>LIME's kernel, √exp(−δ²/κ²) = exp(−δ²/(2κ²)), of width κ = <see cref="Width"/>·√d.</summary>
public sealed record ExponentialKernel : IKernel
{
    /// <summary>The width in units of √d, above 0; the default is LIME's.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Width { get; init; } = 0.75;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(ExponentialKernel)).With("width", Width);

    /// <inheritdoc/>
    public void Weigh(Span<double> squaredDistances, int features)
    {
        if (!(Width > 0 && double.IsFinite(Width)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Width of the kernel is {Width}; it must be above 0."));
        WeighBy(Width * Math.Sqrt(features), squaredDistances);
    }

    /// <summary>Weighs samples by a kernel of absolute width κ.</summary>
    internal static void WeighBy(double width, Span<double> squaredDistances)
    {
        double scale = -1 / (2 * width * width);
        foreach (ref double distance in squaredDistances)
            distance *= scale;
        VectorMath.Exp(squaredDistances);
    }
}
