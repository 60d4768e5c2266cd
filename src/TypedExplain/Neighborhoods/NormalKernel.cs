using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>MeLIME's kernel: the normal density N(x; x₀, ½r²·I), which is (πr²)^(−d/2)·exp(−δ²/r²).</summary>
public sealed record NormalKernel : IKernel
{
    /// <summary>r, in standardized units; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public required double Radius { get; init; }

    /// <summary>
    /// Whether weights are divided by the density's value at its center, which then weighs 1 (the default). The density
    /// itself is very small or very large where there are many features, and a ridge penalty is measured against it.
    /// </summary>
    public bool Normalized { get; init; } = true;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(NormalKernel)).With("radius", Radius).With("normalized", Normalized);

    /// <inheritdoc/>
    public void Weigh(Span<double> squaredDistances, int features)
    {
        if (!(Radius > 0 && double.IsFinite(Radius)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Radius of the kernel is {Radius}; it must be above 0."));
        ExponentialKernel.WeighBy(Radius / Math.Sqrt(2), squaredDistances);
        if (Normalized)
            return;
        double center = VectorMath.Exp(-0.5 * features * VectorMath.Log(Math.PI * Radius * Radius));
        foreach (ref double weight in squaredDistances)
            weight *= center;
    }
}
