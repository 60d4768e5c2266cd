using System.Numerics;
using TypedExplain.Numerics;

namespace TypedExplain.Training.Autoencoders;

/// <summary>The exponential linear unit: x above 0, eˣ − 1 below (Clevert, Unterthiner and Hochreiter, 2016).</summary>
internal static class Elu
{
    /// <summary>Exponentials at a time.</summary>
    private const int Block = 512;

    /// <summary>Activates numbers in their place.</summary>
    public static void Apply<TNumber>(Span<TNumber> values)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Span<double> powers = stackalloc double[Block];
        for (int first = 0; first < values.Length; first += Block)
        {
            Span<TNumber> own = values[first..Math.Min(first + Block, values.Length)];
            for (int i = 0; i < own.Length; i++)
                powers[i] = Math.Min(0, double.CreateTruncating(own[i]));
            VectorMath.Exp(powers[..own.Length]);
            for (int i = 0; i < own.Length; i++)
                own[i] = own[i] > TNumber.Zero ? own[i] : TNumber.CreateTruncating(powers[i] - 1);
        }
    }

    /// <summary>Multiplies a gradient by the slope: 1 above 0, below it the activated value plus 1.</summary>
    public static void MultiplyBySlope<TNumber>(Span<TNumber> gradient, ReadOnlySpan<TNumber> activated)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] *= activated[i] > TNumber.Zero ? TNumber.One : activated[i] + TNumber.One;
    }
}
