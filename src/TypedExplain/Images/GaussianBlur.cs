using System.Numerics;
using TypedExplain.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Images;

/// <summary>A Gaussian blur, first along the rows, then along the columns; four deviations to each side.</summary>
internal static class GaussianBlur
{
    public static void Of<TNumber>(ReadOnlySpan<TNumber> image, ImageShape shape, double deviation, Span<TNumber> blurred)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double[] weights = Weights(deviation);
        int row = shape.Width * shape.Channels;
        using Pooled memory = new(image.Length);
        Span<double> across = memory.Span;
        for (int i = 0; i < image.Length; i++)
            across[i] = Sum(image[(i / row * row)..], weights, i % row, shape.Channels, shape.Width);
        for (int i = 0; i < image.Length; i++)
            blurred[i] = TNumber.CreateTruncating(Sum<double>(across, weights, i, row, shape.Height));
    }

    /// <summary>The weighted sum of the numbers around a place of a line that begins at place % stride; beyond its ends they repeat.</summary>
    private static double Sum<TNumber>(ReadOnlySpan<TNumber> line, double[] weights, int place, int stride, int length)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double sum = 0;
        int middle = place / stride, reach = weights.Length / 2;
        for (int i = 0; i < weights.Length; i++)
            sum = Math.FusedMultiplyAdd(weights[i], double.CreateTruncating(line[(Math.Clamp(middle + i - reach, 0, length - 1) * stride) + (place % stride)]), sum);
        return sum;
    }

    private static double[] Weights(double deviation)
    {
        int reach = (int)Math.Ceiling(4 * deviation);
        double[] weights = new double[(2 * reach) + 1];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double off = (i - reach) / deviation;
            weights[i] = VectorMath.Exp(-0.5 * off * off);
            sum += weights[i];
        }

        foreach (ref double weight in weights.AsSpan())
            weight /= sum;
        return weights;
    }
}
