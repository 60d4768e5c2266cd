using System.Globalization;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>LIME's kernel, √exp(−δ²/κ²) = exp(−δ²/(2κ²)), of width κ = <see cref="Width"/>·√d.</summary>
public sealed record ExponentialKernel : IKernel
{
    /// <summary>The width in units of √d, above 0; the default is LIME's.</summary>
    public double Width { get; init; } = 0.75;

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
        Vector512<double> scale = Vector512.Create(-1 / (2 * width * width));
        Span<double> rest = stackalloc double[8];
        int i = 0;
        for (; i <= squaredDistances.Length - 8; i += 8)
            VectorMath.Exp(scale * Vector512.Create<double>(squaredDistances[i..])).CopyTo(squaredDistances[i..]);
        squaredDistances[i..].CopyTo(rest);
        VectorMath.Exp(scale * Vector512.Create<double>(rest)).CopyTo(rest);
        rest[..(squaredDistances.Length - i)].CopyTo(squaredDistances[i..]);
    }
}
